"""The catalogue of classes (PLATFORM.md §5 row 5)."""

from __future__ import annotations

from datetime import datetime

import pytest

from optilearn_tui.sandbox import Sandbox
from tests.sandbox.visitor import Visitor

TEACHER = "teacher@riverside.example"


async def test_ten_classes_with_their_sections_may_be_reused_for_ten_minutes(visitor: Visitor) -> None:
    answer = await visitor.lms(TEACHER, "classes")
    assert answer.headers["cache-control"].startswith("private, max-age=600")
    rows = answer.json()["data"]
    assert [row["name"] for row in rows] == [str(number) for number in range(1, 11)]
    assert rows[1] == {
        "id": "class-2",
        "name": "2",
        "year": "2026-27",
        "sections": [{"id": "section-2-A", "name": "A"}, {"id": "section-2-B", "name": "B"}],
    }


async def test_the_other_school_has_its_own_classes_in_its_own_script(visitor: Visitor) -> None:
    rows = (await visitor.lms("teacher@springdale.example", "classes")).json()["data"]
    assert rows[0]["sections"] == [
        {"id": "section-spv-4-a", "name": "अ"},
        {"id": "section-spv-4-b", "name": "ब"},
    ]
    riverside = (await visitor.lms(TEACHER, "classes")).json()["data"]
    assert not {row["id"] for row in rows} & {row["id"] for row in riverside}


@pytest.mark.parametrize(("year", "count"), [("2026-27", 10), ("", 10), ("2025-26", 0), ("nonsense", 0)])
async def test_a_year_may_be_asked_for(visitor: Visitor, year: str, count: int) -> None:
    assert len((await visitor.lms(TEACHER, f"classes?yearId={year}")).json()["data"]) == count


@pytest.mark.parametrize(
    ("moment", "year"), [("2026-03-31T12:00:00Z", "2025-26"), ("2099-12-31T00:00:00Z", "2099-00")]
)
async def test_the_year_begins_in_april(moment: str, year: str) -> None:
    visitor = Visitor(Sandbox(clock=lambda: datetime.fromisoformat(moment)))
    assert (await visitor.lms(TEACHER, "classes")).json()["data"][0]["year"] == year


async def test_a_class_that_is_taken_away_is_no_longer_told(visitor: Visitor) -> None:
    del visitor.sandbox.data["riverside"].classes["class-3"]
    rows = (await visitor.by_key("classes")).json()["data"]
    assert "class-3" not in {row["id"] for row in rows}
    assert len(rows) == 9
