"""The classes of a school and their sections: `GET /api/lms/classes` (PLATFORM.md §5 row 5)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import TEN_MINUTES, success
from optilearn_tui.sandbox.ids import class_id, section_id

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.people import School
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row

_APRIL = 4


def class_rows(school: School, today: date) -> dict[str, Row]:
    """The rows of the catalogue by class id."""
    year = school_year(today)
    rows: dict[str, Row] = {}
    for each in school.prospectus().classes:
        sections = [
            {"id": section_id(school.prefix, each.name, name), "name": name} for name in each.sections
        ]
        made = class_id(school.prefix, each.name)
        rows[made] = {"id": made, "name": each.name, "year": year, "sections": sections}
    return rows


def school_year(day: date) -> str:
    """The school year of a day, which begins in April: `2026-27`. It is its own id."""
    began = day.year if day.month >= _APRIL else day.year - 1
    return f"{began}-{(began + 1) % 100:02}"


def classes(question: Question) -> Response:
    """Answer row 5: the classes of the year in `yearId`, of this year unless it is given."""
    year = question.parameter("yearId")
    rows = question.register.classes.values()
    return success([row for row in rows if year is None or row.get("year") == year], TEN_MINUTES)
