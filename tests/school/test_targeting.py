"""The truth table of class targeting: one item, one student, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from optilearn_tui.api.announcements import Announcement
from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.targeting import (
    NOWHERE,
    Because,
    Enrolment,
    Kind,
    Sight,
    because,
    is_targeted,
    kind_of,
    on_show,
)

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
IN_8B = Enrolment("class-8", "section-8b")

Ids = tuple[str, ...] | Unknown


def course(classes: Ids = (), sections: Ids = (), status: str | Unknown = "PUBLISHED") -> CatalogueCourse:
    return CatalogueCourse(id="c", target_class_ids=classes, target_section_ids=sections, status=status)


def seen(item: CatalogueCourse, enrolment: Enrolment | Unknown | None) -> tuple[Because, bool | Unknown]:
    sight = Sight(item, because(item, enrolment), on_show(item, NOON))
    return sight.because, sight.visible


def test_no_targets_is_for_everyone() -> None:
    assert seen(course(), IN_8B) == (Because.UNTARGETED, True)


def test_a_targeted_class_is_for_its_students() -> None:
    assert seen(course(classes=("class-7", "class-8")), IN_8B) == (Because.CLASS, True)


def test_another_class_is_not_for_them() -> None:
    assert seen(course(classes=("class-7",)), IN_8B) == (Because.NO_MATCH, False)


def test_a_targeted_section_is_for_its_students() -> None:
    assert seen(course(sections=("section-8b",)), IN_8B) == (Because.SECTION, True)


def test_another_section_of_the_same_class_is_not_for_them() -> None:
    assert seen(course(sections=("section-8a",)), IN_8B) == (Because.NO_MATCH, False)


def test_where_class_and_section_match_the_class_is_the_reason() -> None:
    assert seen(course(("class-8",), ("section-8b",)), IN_8B) == (Because.CLASS, True)


def test_a_match_in_either_list_is_enough() -> None:
    assert seen(course(("class-7",), ("section-8b",)), IN_8B) == (Because.SECTION, True)
    assert seen(course(("class-8",), ("section-7a",)), IN_8B) == (Because.CLASS, True)


def test_neither_of_both_lists_matching_is_not_for_them() -> None:
    assert seen(course(("class-7",), ("section-7a",)), IN_8B) == (Because.NO_MATCH, False)


def test_an_unknown_class_among_the_targets_matches_nobody_enrolled_elsewhere() -> None:
    assert seen(course(classes=("class-gone",)), IN_8B) == (Because.NO_MATCH, False)


def test_ids_of_classes_and_sections_are_never_mixed_up() -> None:
    assert seen(course(classes=("section-8b",), sections=("class-8",)), IN_8B) == (Because.NO_MATCH, False)


@pytest.mark.parametrize("enrolment", [None, NOWHERE])
def test_a_student_without_enrolment_is_reached_by_untargeted_items_only(enrolment: Enrolment | None) -> None:
    assert seen(course(), enrolment) == (Because.UNTARGETED, True)
    assert seen(course(classes=("class-8",)), enrolment) == (Because.NOT_ENROLLED, False)
    assert seen(course(sections=("section-8b",)), enrolment) == (Because.NOT_ENROLLED, False)


@pytest.mark.parametrize("status", ["ARCHIVED", "DRAFT", "REVIEW", " archived "])
def test_archived_and_unpublished_courses_keep_their_audience_and_are_seen_by_nobody(status: str) -> None:
    assert seen(course(status=status), IN_8B) == (Because.UNTARGETED, False)
    assert seen(course(classes=("class-8",), status=status), IN_8B) == (Because.CLASS, False)
    assert seen(course(classes=("class-7",), status=status), IN_8B) == (Because.NO_MATCH, False)


@pytest.mark.parametrize("status", [LEFT_OUT, "ON_HOLD"])
def test_a_status_nobody_knows_leaves_it_unknown_whether_the_course_is_seen(status: str | Unknown) -> None:
    because_, visible = seen(course(classes=("class-8",), status=status), IN_8B)

    assert because_ is Because.CLASS
    assert isinstance(visible, Unknown)
    assert seen(course(classes=("class-7",), status=status), IN_8B) == (Because.NO_MATCH, False)


def test_target_lists_left_out_are_unknown_and_never_everyone() -> None:
    for item in (course(LEFT_OUT, LEFT_OUT), course(LEFT_OUT), course((), LEFT_OUT)):
        assert seen(item, IN_8B) == (Because.UNKNOWN, LEFT_OUT)
        assert seen(item, None) == (Because.UNKNOWN, LEFT_OUT)
        assert isinstance(is_targeted(item), Unknown)


def test_one_known_list_decides_where_it_matches_and_only_there() -> None:
    assert seen(course(("class-8",), LEFT_OUT), IN_8B) == (Because.CLASS, True)
    assert seen(course(LEFT_OUT, ("section-8b",)), IN_8B) == (Because.SECTION, True)
    assert seen(course(("class-7",), LEFT_OUT), IN_8B) == (Because.UNKNOWN, LEFT_OUT)
    assert seen(course(("class-7",), LEFT_OUT), None) == (Because.NOT_ENROLLED, False)


def test_an_unknown_enrolment_is_only_decided_by_an_untargeted_item() -> None:
    assert seen(course(), LEFT_OUT) == (Because.UNTARGETED, True)
    assert seen(course(classes=("class-8",)), LEFT_OUT) == (Because.UNKNOWN, LEFT_OUT)


def test_half_an_enrolment_decides_what_it_can() -> None:
    class_only, section_only = Enrolment("class-8", LEFT_OUT), Enrolment(LEFT_OUT, "section-8b")

    assert because(course(classes=("class-8",)), class_only) is Because.CLASS
    assert because(course(classes=("class-7",)), class_only) is Because.NO_MATCH
    assert because(course(sections=("section-8b",)), class_only) is Because.UNKNOWN
    assert because(course(("class-7",), ("section-8b",)), section_only) is Because.SECTION
    assert because(course(("class-7",), ("section-8a",)), section_only) is Because.UNKNOWN


def test_a_class_without_sections_is_no_unknown_section() -> None:
    without_section = Enrolment("class-8", None)

    assert because(course(sections=("section-8b",)), without_section) is Because.NO_MATCH
    assert because(course(("class-7",), LEFT_OUT), without_section) is Because.NO_MATCH
    assert because(course((), LEFT_OUT), without_section) is Because.UNKNOWN


@pytest.mark.parametrize(
    ("published_at", "shown"),
    [
        (NOON - timedelta(days=1), True),
        (NOON, True),
        (NOON + timedelta(seconds=1), False),
        (None, False),
        (LEFT_OUT, LEFT_OUT),
    ],
)
def test_an_announcement_is_on_show_from_its_publication_on(
    published_at: datetime | Unknown | None, shown: bool | Unknown
) -> None:
    assert on_show(Announcement(id="a", published_at=published_at), NOON) is shown


def test_announcements_are_targeted_like_courses() -> None:
    item = Announcement(id="a", target_class_ids=(), target_section_ids=("section-8b",))

    assert because(item, IN_8B) is Because.SECTION
    assert because(item, Enrolment("class-8", "section-8a")) is Because.NO_MATCH
    assert (kind_of(item), kind_of(course())) == (Kind.ANNOUNCEMENT, Kind.COURSE)
