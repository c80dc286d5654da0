"""What is announced beside a course (PLATFORM.md §6)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.conftest import NOON
from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    from optilearn_tui.sandbox.wire import Row

TEACHER = "teacher@riverside.example"


async def announced(visitor: Visitor, course: str) -> list[Row]:
    answer = await visitor.learn(TEACHER, f"courses/course-{course}/announcements")
    assert answer.headers["cache-control"] == "no-store"
    rows = answer.json()["data"]
    assert isinstance(rows, list)
    return rows


async def test_an_announcement_has_the_documented_keys(visitor: Visitor) -> None:
    rows = await announced(visitor, "math-8")
    assert rows[2] == {
        "id": "ann-math-8-2",
        "title": "Bring a compass",
        "body": "Tomorrow.\nAnd a sharp pencil.",
        "publishedAt": "2026-04-14T04:00:00Z",
        "targetClassIds": [],
        "targetSectionIds": ["section-8-B"],
    }


async def test_the_latest_comes_first_and_a_draft_before_all(visitor: Visitor) -> None:
    moments = [row["publishedAt"] for row in await announced(visitor, "math-8")]
    assert moments[0] is None
    assert moments[1:] == sorted((str(moment) for moment in moments[1:]), reverse=True)


async def test_one_is_to_be_published_later(visitor: Visitor) -> None:
    later = (await announced(visitor, "boards"))[0]
    assert datetime.fromisoformat(str(later["publishedAt"])) > NOON


async def test_every_way_of_targeting_occurs(visitor: Visitor) -> None:
    sandbox = visitor.sandbox.data["riverside"]
    ways = {
        (bool(row.get("targetClassIds", "?")), bool(row.get("targetSectionIds", "?")), len(row))
        for rows in sandbox.announcements.values()
        for row in rows
    }
    assert ways >= {(False, False, 6), (True, False, 6), (False, True, 6), (True, True, 6), (True, True, 4)}
    named = {
        str(row.get(key))
        for rows in sandbox.announcements.values()
        for row in rows
        for key in ("targetClassIds", "targetSectionIds")
    }
    assert {"['class-12']", "['section-9-D']"} <= named


async def test_a_course_without_announcements_has_an_empty_list_and_none_is_not_found(
    visitor: Visitor,
) -> None:
    assert await announced(visitor, "math-1") == []
    for course in ("course-nothing", "course-hi-math-7", "math-8"):
        answer = await visitor.learn(TEACHER, f"courses/{course}/announcements")
        assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")
