"""What the staff's screens remember of a school: each answer once, failures told from empty rosters."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.app import App

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.errors import NotFound, Unreachable
from optilearn_tui.api.models import LEFT_OUT
from optilearn_tui.api.reading import Reading
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.api.sweep import Swept
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.staff.register import Catalogue, News, Register

if TYPE_CHECKING:
    from optilearn_tui.api.errors import ApiError

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
EIGHT = SchoolClass(id="k8", name="8", sections=(Section(id="s8a", name="A"), Section(id="s8b", name="B")))


def register() -> Register:
    """One of a school with one class."""
    made = Register(App[None]())
    made.take_classes(Feed("classes", Reading((EIGHT,), NOON)))
    return made


def roster(section_id: str, *students: str) -> Swept[str, tuple[RosterEntry, ...]]:
    entries = tuple(RosterEntry(student_contact_id=each) for each in students)
    return Swept(section_id, Reading(entries, NOON))


def failed(section_id: str, error: ApiError) -> Swept[str, tuple[RosterEntry, ...]]:
    return Swept(section_id, error)


def test_not_asked_not_known_and_empty_are_three() -> None:
    school = register()
    assert (school.count("s8a"), school.count_of_class("k8")) == (None, None)
    school.take_rosters([roster("s8a"), failed("s8b", Unreachable())])
    assert (school.count("s8a"), school.count("s8b")) == (0, LEFT_OUT)
    assert school.count_of_class("k8") is LEFT_OUT
    assert school.unread_sections == ("s8b",)


def test_a_student_in_two_sections_counts_once() -> None:
    school = register()
    school.take_rosters([roster("s8a", "c-1", "c-2"), roster("s8b", "c-2", "c-3")])
    assert school.count_of_class("k8") == 3
    assert [(section, entry.student_contact_id) for section, entry in school.entries] == [
        ("s8a", "c-1"),
        ("s8a", "c-2"),
        ("s8b", "c-2"),
        ("s8b", "c-3"),
    ]


def test_an_answer_outlives_a_later_failure_unless_the_section_is_gone() -> None:
    school = register()
    school.take_rosters([roster("s8a", "c-1"), roster("s8b", "c-2")])
    school.take_rosters([failed("s8a", Unreachable()), failed("s8b", NotFound())])
    assert (school.count("s8a"), school.count("s8b")) == (1, LEFT_OUT)


async def test_who_sees_what_is_worked_out_again_when_something_changed() -> None:
    school = register()
    school.take_rosters([roster("s8a", "c-1"), roster("s8b", "c-2")])
    chess = CatalogueCourse(id="chess", target_class_ids=("k8",), target_section_ids=())
    school.take_catalogue(Catalogue((chess,), NOON, complete=True))
    first = await school.index(NOON)
    assert first.audience(chess).students == 2
    assert await school.index(NOON) is first
    school.take_rosters([roster("s8b", "c-2", "c-3")])
    assert (await school.index(NOON)).audience(chess).students == 3


async def test_whoever_follows_is_told_what_changed() -> None:
    heard: list[News] = []
    app = App[None]()
    async with app.run_test() as pilot:
        school = Register(app.screen)
        school.changed.subscribe(app.screen, heard.append)
        school.take_classes(Feed("classes", Reading((EIGHT,), NOON)))
        school.take_rosters([roster("s8a", "c-1")])
        school.take_catalogue(Catalogue())
        await pilot.pause()
    assert heard == [News.CLASSES, News.ROSTERS, News.ITEMS]
