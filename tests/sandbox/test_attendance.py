"""The daily attendance feed (PLATFORM.md §5 row 8)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from optilearn_tui.sandbox import Sandbox
from tests.sandbox.visitor import Visitor, code_of

MEERA = "meera.sharma@example.com"
FEED = "students/c-aarav/attendance"


async def days(visitor: Visitor, query: str = "", child: str = "c-aarav") -> list[dict[str, str]]:
    answer = await visitor.lms(MEERA, f"students/{child}/attendance{query}")
    assert answer.headers["cache-control"].startswith("private, max-age=300")
    rows = answer.json()["data"]
    assert isinstance(rows, list)
    return rows


async def test_the_feed_covers_months_of_school_days_without_weekends_and_holidays(visitor: Visitor) -> None:
    marked = [date.fromisoformat(row["date"]) for row in await days(visitor)]
    assert marked == sorted(marked)
    assert marked[-1] == date(2026, 4, 15)
    assert (marked[-1] - marked[0]).days > 180
    assert all(day.weekday() < 5 for day in marked)
    assert date(2026, 4, 14) not in marked


async def test_all_four_marks_occur_and_some_bear_a_note(visitor: Visitor) -> None:
    rows = await days(visitor)
    assert {row["status"] for row in rows} == {"PRESENT", "ABSENT", "LATE", "EXCUSED"}
    assert {row.get("note") for row in rows if row["status"] == "EXCUSED"} >= {"Viral fever, doctor's note"}
    assert any(row["status"] == "LATE" and "note" in row for row in rows)
    assert any(row["status"] == "LATE" and "note" not in row for row in rows)


async def test_from_and_to_are_both_included(visitor: Visitor) -> None:
    rows = await days(visitor, "?from=2026-04-06&to=2026-04-10")
    assert [row["date"][-2:] for row in rows] == ["06", "07", "08", "09", "10"]
    assert await days(visitor, "?from=2026-04-11&to=2026-04-12") == []


async def test_either_end_may_be_left_open(visitor: Visitor) -> None:
    assert [row["date"] for row in await days(visitor, "?from=2026-04-15&to=")] == ["2026-04-15"]
    assert (await days(visitor, "?to=2026-04-10"))[-1]["date"] == "2026-04-10"


async def test_a_child_with_nothing_yet_has_an_empty_feed(visitor: Visitor) -> None:
    assert await days(visitor, child="c-kabir") == []


@pytest.mark.parametrize(
    ("clock", "last"), [("2026-04-15T03:59:59Z", "2026-04-13"), ("2026-04-15T04:00:00Z", "2026-04-15")]
)
async def test_today_is_marked_once_the_register_is_closed(clock: str, last: str) -> None:
    visitor = Visitor(Sandbox(clock=lambda: datetime.fromisoformat(clock)))
    assert (await days(visitor))[-1]["date"] == last


@pytest.mark.parametrize(
    "query", ["from=yesterday", "to=2026-02-30", "from=2026-04-10&to=2026-04-09", "to=0"]
)
async def test_days_that_are_none_are_refused(visitor: Visitor, query: str) -> None:
    answer = await visitor.lms(MEERA, f"{FEED}?{query}")
    assert (answer.status_code, code_of(answer)) == (400, "VALIDATION_ERROR")


async def test_every_student_has_a_feed_and_some_have_not_come_for_days(visitor: Visitor) -> None:
    register = visitor.sandbox.data["riverside"]
    in_a_row = []
    for pupil in register.students:
        marks = [str(row["status"]) for row in register.attendance[pupil]]
        in_a_row.append(next((n for n, mark in enumerate(reversed(marks)) if mark != "ABSENT"), len(marks)))
    assert len(in_a_row) == 840
    assert max(in_a_row) > 15
    assert 10 < sum(days >= 3 for days in in_a_row) < 60


async def test_who_has_just_come_has_a_short_feed(sandbox: Sandbox) -> None:
    register = sandbox.data["riverside"]
    lengths = {len(register.attendance[pupil]) for pupil in register.students}
    assert lengths == {0, 13, 137}
