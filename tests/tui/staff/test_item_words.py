"""Items on staff screens: for whom, how many, and what is the matter."""

from __future__ import annotations

from datetime import UTC, datetime

from optilearn_tui.api.announcements import Announcement
from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.school.audience import audience
from optilearn_tui.school.places import Places
from optilearn_tui.school.structure import Structure
from optilearn_tui.school.targeting import Enrolment
from optilearn_tui.tui.staff.item_words import (
    flags,
    head_count,
    seen_out,
    seen_words,
    targets_words,
    title_of,
)

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
EIGHT = SchoolClass(id="k8", name="8", sections=(Section(id="s8a", name="A"), Section(id="s8b", name="B")))
NINE = SchoolClass(id="k9", name="9", sections=(Section(id="s9a", name="A"),))
PLACES = Places((EIGHT, NINE))
SEATED = {"s8a": [RosterEntry(student_contact_id="c-1")], "s8b": [RosterEntry(student_contact_id="c-2")]}
SCHOOL = Structure((EIGHT, NINE), {**SEATED, "s9a": []})
IN_8B = Enrolment("k8", "s8b")


def course(
    classes: tuple[str, ...] | Unknown = (),
    sections: tuple[str, ...] | Unknown = (),
    status: str = "PUBLISHED",
) -> CatalogueCourse:
    return CatalogueCourse(
        id="x", title="Chess", status=status, target_class_ids=classes, target_section_ids=sections
    )


def test_an_item_is_always_called_something() -> None:
    assert title_of(Announcement(id="x", title="Hello")) == "└ Hello"
    assert title_of(CatalogueCourse(id="x")) == "Course without a name"
    assert title_of(Announcement(id="x", title=" ")) == "└ Announcement without a title"


def test_an_audience_is_counted_named_and_flagged() -> None:
    def told(item: CatalogueCourse) -> tuple[str | Unknown, str, str]:
        of = audience(item, SCHOOL)
        return targets_words(item, of, PLACES), head_count(of), flags(of, PLACES).plain

    assert told(course()) == ("everyone", "2", "")
    assert told(course(("k8",))) == ("Class 8", "2", "")
    assert told(course(("k9",))) == ("Class 9", "0", "! nobody")
    assert told(course(("k8", "k12"))) == ("Class 8, k12", "2", "! gone: k12")
    assert told(course(("k8", "k9"))) == ("Class 8, Class 9", "2", "! empty: Class 9")
    assert told(course(("k8",), LEFT_OUT)) == ("Class 8, and perhaps others", "≥2", "")
    assert told(course(LEFT_OUT, LEFT_OUT)) == (LEFT_OUT, "?", "?")


def test_seen_is_said_in_words_and_signs() -> None:
    assert [seen_words(each).plain for each in (True, False, LEFT_OUT)] == ["✓ yes", "✗ no", "? not known"]
    assert [seen_out(each) for each in (True, False, LEFT_OUT)] == ["yes", "no", None]
