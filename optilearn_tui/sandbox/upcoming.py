"""Work a pupil has to hand in, as the overview tells it: five, the earliest first (PLATFORM.md §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.wire import Row

_LIMIT = 5


@dataclass(frozen=True, slots=True)
class Assignment:
    """One piece of work, due in so many days (negative: overdue) at `HH:MM` school time."""

    title: str
    course: str
    due: int
    submitted: bool = False
    at: str = "20:00"


def upcoming(pupil: str, plan: tuple[Assignment, ...], almanac: Almanac) -> list[Row]:
    """The rows of `upcoming[]` of one pupil."""
    numbered = sorted(enumerate(plan, 1), key=lambda item: (item[1].due, item[1].at))[:_LIMIT]
    return [
        {
            "assignmentId": f"a-{pupil}-{number}",
            "title": assignment.title,
            "courseTitle": assignment.course,
            "dueAt": almanac.ahead(assignment.due, assignment.at),
            "submitted": assignment.submitted,
        }
        for number, assignment in numbered
    ]
