"""Who sees what over a whole school, both ways; and that the quick way says what the slow way says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.announcements import Announcement
from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.school.audience import Audience, Reach
from optilearn_tui.school.structure import Structure
from optilearn_tui.school.targeting import Because, Enrolment, because
from optilearn_tui.school.targeting_index import Coverage, TargetingIndex

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
Ids = tuple[str, ...] | Unknown


def school_class(class_id: str, *sections: str) -> SchoolClass:
    return SchoolClass(id=class_id, sections=tuple(Section(id=section) for section in sections))


def roster(*students: str) -> tuple[RosterEntry, ...]:
    return tuple(RosterEntry(student_contact_id=student) for student in students)


def course(course_id: str, classes: Ids = (), sections: Ids = ()) -> CatalogueCourse:
    return CatalogueCourse(
        id=course_id, target_class_ids=classes, target_section_ids=sections, status="PUBLISHED"
    )


CLASSES = (school_class("8", "8a", "8b"), school_class("9", "9a"), school_class("10", "10a"))
ROSTERS = {"8a": roster("anna", "bela"), "8b": roster("chandra"), "9a": roster("dev"), "10a": roster()}


def index_of(
    *items: CatalogueCourse | Announcement, rosters: dict[str, tuple[RosterEntry, ...]] = ROSTERS
) -> TargetingIndex:
    return TargetingIndex(items, Structure(CLASSES, rosters), NOON)


def audience_of(item: CatalogueCourse) -> Audience:
    return index_of(item).audience(item)


def test_an_untargeted_item_reaches_everyone() -> None:
    audience = audience_of(course("x"))

    assert (audience.reach, audience.students) == (Reach.EVERYONE, 4)


def test_a_targeted_item_counts_each_student_once() -> None:
    audience = audience_of(course("x", ("8",), ("8a", "9a")))

    assert (audience.reach, audience.students) == (Reach.TARGETED, 4)
    assert (audience.class_ids, audience.section_ids) == (("8",), ("8a", "9a"))
    assert not audience.misses


@pytest.mark.parametrize(
    "item",
    [
        course("gone-class", ("7",)),
        course("gone-section", (), ("7a",)),
        course("empty-section", (), ("10a",)),
        course("empty-class", ("10",)),
        course("all-of-these", ("7", "10"), ("7a", "10a")),
    ],
)
def test_items_for_what_is_gone_or_empty_reach_nobody(item: CatalogueCourse) -> None:
    index = index_of(course("fine", ("8",)), item)

    assert (index.audience(item).reach, index.audience(item).students) == (Reach.NOBODY, 0)
    assert index.reaching_nobody() == (item,)
    assert index.audience(item).misses


def test_which_targets_are_gone_and_which_are_empty_is_told() -> None:
    audience = audience_of(course("x", ("7", "8", "10"), ("7a", "9a", "10a")))

    assert (audience.class_ids, audience.section_ids) == (("8", "10"), ("9a", "10a"))
    assert (audience.gone_class_ids, audience.gone_section_ids) == (("7",), ("7a",))
    assert (audience.empty_class_ids, audience.empty_section_ids) == (("10",), ("10a",))
    assert (audience.reach, audience.students) == (Reach.TARGETED, 4)


def test_a_target_list_left_out_is_an_unknown_reach_and_no_head_count() -> None:
    unknown, at_least_8 = audience_of(course("x", LEFT_OUT)), audience_of(course("y", ("8",), LEFT_OUT))

    assert (unknown.reach, unknown.students) == (Reach.UNKNOWN, LEFT_OUT)
    assert (at_least_8.reach, at_least_8.students, at_least_8.at_least) == (Reach.TARGETED, LEFT_OUT, 3)


def test_a_roster_that_could_not_be_read_leaves_the_head_count_unknown_and_never_nobody() -> None:
    item = course("x", ("8",))
    audience = index_of(item, rosters={"8a": roster("anna")}).audience(item)

    assert (audience.reach, audience.students, audience.at_least) == (Reach.TARGETED, LEFT_OUT, 1)
    unread = index_of(item, rosters={}).audience(item)
    assert (unread.reach, unread.students) == (Reach.TARGETED, LEFT_OUT)


def test_what_two_items_share_is_counted() -> None:
    eight, eight_b_and_nine, ten = course("a", ("8",)), course("b", ("9",), ("8b",)), course("c", ("10",))
    index = index_of(eight, eight_b_and_nine, ten, everyone := course("d"))

    assert index.overlap(eight, eight_b_and_nine).students == 1
    assert index.overlap(eight, ten).empty
    assert [(other.id, crowd.students) for other, crowd in index.overlaps(eight)] == [("d", 3), ("b", 1)]
    assert index.overlaps(ten) == ()
    assert index.overlap(everyone, everyone).students == 4


def test_a_student_is_told_every_item_in_order_and_why() -> None:
    index = index_of(course("a"), course("b", ("8",)), course("c", (), ("8b",)), course("d", ("9",)))

    def told(enrolment: Enrolment | Unknown | None) -> list[str]:
        return [sight.because.value for sight in index.sights(enrolment)]

    assert told(Enrolment("8", "8b")) == ["untargeted", "class", "section", "no-match"]
    assert told(Enrolment("8", "8a")) == ["untargeted", "class", "no-match", "no-match"]
    assert told(None) == ["untargeted", "not-enrolled", "not-enrolled", "not-enrolled"]
    assert told(LEFT_OUT) == ["untargeted", "unknown", "unknown", "unknown"]
    assert [sight.item.id for sight in index.sights(None)] == ["a", "b", "c", "d"]


def test_a_course_and_an_announcement_may_have_the_same_id() -> None:
    announcement = Announcement(id="x", target_class_ids=(), target_section_ids=("9a",))
    index = index_of(item := course("x", ("8",)), announcement)

    assert index.audience(item).students == 3
    assert index.audience(announcement).students == 1


def test_an_item_of_another_index_is_not_known_here() -> None:
    with pytest.raises(KeyError):
        index_of(course("a")).audience(course("b"))


@pytest.mark.parametrize(
    ("item", "coverage"),
    [
        (course("x"), Coverage.ALL),
        (course("x", ("8",)), Coverage.ALL),
        (course("x", (), ("8a", "8b")), Coverage.ALL),
        (course("x", ("9",), ("8b",)), Coverage.PART),
        (course("x", ("9",), ("9a",)), Coverage.NONE),
        (course("x", ("9",), LEFT_OUT), Coverage.UNKNOWN),
        (course("x", LEFT_OUT, ()), Coverage.UNKNOWN),
        (course("x", ("8",), LEFT_OUT), Coverage.ALL),
        (course("x", LEFT_OUT, ("8a", "8b")), Coverage.ALL),
    ],
)
def test_how_much_of_a_class_an_item_is_for(item: CatalogueCourse, coverage: Coverage) -> None:
    assert index_of(item).coverage(item, "8") is coverage


def test_how_much_of_a_class_with_unknown_sections_an_item_is_for() -> None:
    structure = Structure((SchoolClass(id="8"),), {})
    whole, part, none = course("a", ("8",)), course("b", (), ("8a",)), course("c", ("9",))
    index = TargetingIndex((whole, part, none), structure, NOON)

    assert [index.coverage(item, "8") for item in index.items] == [
        Coverage.ALL,
        Coverage.UNKNOWN,
        Coverage.NONE,
    ]
    assert index.coverage(part, "gone") is Coverage.NONE


# Against a slow way that is obviously right: every student is asked, one by one, in a world fully known. What
# is then hidden may make an answer unknown, and never another one.

CLASS_IDS = ("c1", "c2", "c3")
SECTION_IDS = ("s1", "s2", "s3", "s4", "s5")
STUDENTS = tuple("abcdefgh")


@dataclass(frozen=True)
class World:
    """A school and its items, and what of them the reader is told."""

    classes: tuple[SchoolClass, ...]
    rosters: dict[str, tuple[RosterEntry, ...]]
    items: tuple[CatalogueCourse, ...]
    told_classes: tuple[SchoolClass, ...] | Unknown
    told_rosters: dict[str, tuple[RosterEntry, ...] | Unknown]
    told_items: tuple[CatalogueCourse, ...]

    def seats(self, student: str) -> list[Enrolment]:
        return [
            Enrolment(each.id, section.id)
            for each in self.classes
            for section in (each.sections if isinstance(each.sections, tuple) else ())
            if any(entry.student_contact_id == student for entry in self.rosters[section.id])
        ]

    def students_of(self, item: CatalogueCourse) -> set[str]:
        return {student for student in STUDENTS if any(is_for(item, seat) for seat in self.seats(student))}


def is_for(item: CatalogueCourse, seat: Enrolment) -> bool:
    """The rule of PLATFORM.md §7, word for word, where everything is known."""
    classes, sections = item.target_class_ids, item.target_section_ids
    assert isinstance(classes, tuple)
    assert isinstance(sections, tuple)
    everyone = not classes and not sections
    return everyone or seat.class_id in classes or seat.section_id in sections


def targets(ids: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from((*ids, "gone")), max_size=3).map(tuple)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    owners = {
        section: draw(st.sampled_from(CLASS_IDS[:2])) for section in SECTION_IDS[: draw(st.integers(0, 5))]
    }
    classes = tuple(
        school_class(each, *(s for s, owner in owners.items() if owner == each)) for each in CLASS_IDS
    )
    rosters = {s: roster(*draw(st.lists(st.sampled_from(STUDENTS), unique=True, max_size=4))) for s in owners}
    items = tuple(
        course(str(number), *lists)
        for number, lists in enumerate(
            draw(st.lists(st.tuples(targets(CLASS_IDS), targets(SECTION_IDS)), max_size=4))
        )
    )

    def hidden() -> bool:
        return draw(st.integers(0, 4)) == 0

    told = tuple(SchoolClass(id=each.id) if hidden() else each for each in classes)
    return World(
        classes,
        rosters,
        items,
        told_classes=LEFT_OUT if hidden() else told,
        told_rosters={s: LEFT_OUT if hidden() else seated for s, seated in rosters.items() if not hidden()},
        told_items=tuple(
            course(
                item.id,
                LEFT_OUT if hidden() else item.target_class_ids,
                LEFT_OUT if hidden() else item.target_section_ids,
            )
            for item in items
        ),
    )


@given(worlds())
def test_head_counts_and_members_are_those_of_asking_every_student(world: World) -> None:
    index = TargetingIndex(world.items, Structure(world.classes, world.rosters), NOON)

    for item in world.items:
        audience, expected = index.audience(item), world.students_of(item)
        assert audience.students == audience.at_least == len(expected)
        assert {entry.student_contact_id for entry in index.structure.members(audience.crowd)} == expected
        targeted = bool(item.target_class_ids or item.target_section_ids)
        assert (audience.reach is Reach.EVERYONE) is not targeted
        assert (audience.reach is Reach.NOBODY) is (targeted and not expected)
        for other in world.items:
            assert index.overlap(item, other).students == len(expected & world.students_of(other))


@given(worlds())
def test_what_is_hidden_makes_answers_unknown_and_never_wrong(world: World) -> None:
    index = TargetingIndex(world.told_items, Structure(world.told_classes, world.told_rosters), NOON)

    for item, told in zip(world.items, world.told_items, strict=True):
        audience, expected = index.audience(told), world.students_of(item)
        assert audience.students in {LEFT_OUT, len(expected)}
        assert audience.at_least <= len(expected)
        targeted = bool(item.target_class_ids or item.target_section_ids)
        assert audience.reach is not Reach.EVERYONE or not targeted
        assert audience.reach is not Reach.TARGETED or targeted
        assert audience.reach is not Reach.NOBODY or (targeted and not expected)
        assert not set(audience.gone_class_ids) & set(CLASS_IDS)
        assert not set(audience.gone_section_ids) & set(world.rosters)
        for other, told_other in zip(world.items, world.told_items, strict=True):
            shared = index.overlap(told, told_other)
            assert shared.students in {LEFT_OUT, len(expected & world.students_of(other))}


enrolments = st.one_of(
    st.none(),
    st.just(LEFT_OUT),
    st.builds(
        Enrolment,
        st.sampled_from((*CLASS_IDS, "elsewhere", None, LEFT_OUT)),
        st.sampled_from((*SECTION_IDS, "elsewhere", None, LEFT_OUT)),
    ),
)


@given(worlds(), enrolments)
def test_the_index_answers_as_the_rule_does_item_by_item(
    world: World, enrolment: Enrolment | Unknown | None
) -> None:
    index = TargetingIndex(world.told_items, Structure(world.told_classes, world.told_rosters), NOON)

    assert [sight.because for sight in index.sights(enrolment)] == [
        because(item, enrolment) for item in world.told_items
    ]


@given(worlds(), st.sampled_from((*CLASS_IDS, None)), st.sampled_from((*SECTION_IDS, None)), st.data())
def test_a_reason_from_part_of_the_facts_is_the_reason_or_unknown(
    world: World, class_id: str | None, section_id: str | None, data: st.DataObject
) -> None:
    full = Enrolment(class_id, section_id)
    ways: list[Enrolment | Unknown] = [
        full,
        Enrolment(LEFT_OUT, section_id),
        Enrolment(class_id, LEFT_OUT),
        LEFT_OUT,
    ]
    told = data.draw(st.sampled_from(ways))
    for item, told_item in zip(world.items, world.told_items, strict=True):
        truth, answer = because(item, full), because(told_item, told)
        assert answer is Because.UNKNOWN or answer.matches is truth.matches


@given(worlds(), st.sampled_from(CLASS_IDS))
def test_coverage_of_a_class_is_that_of_its_sections(world: World, class_id: str) -> None:
    whole = TargetingIndex(world.items, Structure(world.classes, world.rosters), NOON)
    part = TargetingIndex(world.told_items, Structure(world.told_classes, world.told_rosters), NOON)

    for item, told in zip(world.items, world.told_items, strict=True):
        coverage = whole.coverage(item, class_id)
        sections = whole.structure.sections_of(class_id)
        assert isinstance(sections, tuple)
        answers = [is_for(item, Enrolment(class_id, section)) for section in sections]
        assert coverage is not Coverage.ALL or all(answers)
        assert coverage is not Coverage.NONE or not any(answers)
        assert (coverage is Coverage.PART) is (any(answers) and not all(answers))
        assert part.coverage(told, class_id) in {coverage, Coverage.UNKNOWN}
