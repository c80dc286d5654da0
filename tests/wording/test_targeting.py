"""How far an item is on its way, and why a student sees it or does not, in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from optilearn_tui.api.announcements import Announcement
from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.places import Places
from optilearn_tui.school.targeting import Enrolment, Sight, because, on_show
from optilearn_tui.wording.targeting import status_words, why

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
EIGHT = SchoolClass(id="k8", name="8", sections=(Section(id="s8a", name="A"), Section(id="s8b", name="B")))
NINE = SchoolClass(id="k9", name="9", sections=(Section(id="s9a", name="A"),))
PLACES = Places((EIGHT, NINE))
IN_8B = Enrolment("k8", "s8b")


def course(
    classes: tuple[str, ...] | Unknown = (),
    sections: tuple[str, ...] | Unknown = (),
    status: str = "PUBLISHED",
) -> CatalogueCourse:
    return CatalogueCourse(
        id="x", title="Chess", status=status, target_class_ids=classes, target_section_ids=sections
    )


def reason(item: CatalogueCourse | Announcement, enrolment: Enrolment | Unknown | None = IN_8B) -> str:
    return why(Sight(item, because(item, enrolment), on_show(item, NOW)), PLACES)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (course(), "for everyone"),
        (course(("k8",)), "by class, for Class 8"),
        (course((), ("s8b",)), "by section, for 8-B"),
        (course(("k8",), ("s8b",)), "by class, for Class 8, 8-B"),
        (course(("k9",), ("s8a",)), "only for Class 9, 8-A"),
        (course(("gone",)), "only for gone"),
        (course(LEFT_OUT, ("s9a",)), "the school does not say for whom it is"),
        (course(LEFT_OUT, LEFT_OUT), "the school does not say for whom it is"),
        (course(("k9",), LEFT_OUT), "the school does not say for whom it is"),
        (course(LEFT_OUT, LEFT_OUT, "ARCHIVED"), "archived"),
        (course(status="DRAFT"), "for everyone, but still a draft"),
        (course(status="REVIEW"), "for everyone, but still in review"),
        (course(status="ARCHIVED"), "for everyone, but archived"),
        (course(status="LIMBO"), "for everyone, but whether it is published is not known"),
    ],
)
def test_why_a_student_sees_an_item_or_not(item: CatalogueCourse, words: str) -> None:
    assert reason(item) == words


def test_a_student_without_a_class_and_one_of_whom_that_is_not_known_are_two() -> None:
    assert reason(course(("k8",)), None) == "in no class now; only for Class 8"
    assert reason(course(("k8",)), LEFT_OUT) == "where the student sits is not known"
    assert reason(course(), LEFT_OUT) == "for everyone"


def test_an_announcement_is_published_planned_or_not() -> None:
    def announced(at: datetime | Unknown | None) -> Announcement:
        return Announcement(
            id="a", title="Hello", published_at=at, target_class_ids=(), target_section_ids=()
        )

    assert reason(announced(NOW)) == "for everyone"
    assert reason(announced(datetime(2026, 5, 1, tzinfo=UTC))) == "for everyone, but not published yet"
    assert reason(announced(None)) == "for everyone, but not published"
    assert status_words(announced(datetime(2026, 5, 1, tzinfo=UTC)), NOW) == "Planned"
    assert status_words(announced(LEFT_OUT), NOW) is LEFT_OUT
