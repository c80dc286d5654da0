"""A pupil's graded work, as the overview tells it: the last ten, the newest first (PLATFORM.md §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.wire import Row

PASS_MARK = 40
"""Percent from which work counts as passed at the bundled schools."""

_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Grade:
    """One piece of work, its marks, and how many days ago it was graded."""

    title: str
    course: str
    score: float
    out_of: float
    ago: int
    feedback: str | None = None


def recent_grades(pupil: str, history: tuple[Grade, ...], almanac: Almanac) -> list[Row]:
    """The rows of `recentGrades[]` of one pupil."""
    numbered = sorted(enumerate(history, 1), key=lambda item: item[1].ago)[:_LIMIT]
    return [_row(f"s-{pupil}-{number}", grade, almanac) for number, grade in numbered]


def _row(submission_id: str, grade: Grade, almanac: Almanac) -> Row:
    percentage = round(100 * grade.score / grade.out_of, 1)
    row: Row = {
        "submissionId": submission_id,
        "title": grade.title,
        "courseTitle": grade.course,
        "score": grade.score,
        "maxScore": grade.out_of,
        "percentage": percentage,
        "passed": percentage >= PASS_MARK,
        "gradedAt": almanac.ago(grade.ago, "15:20"),
    }
    return row if grade.feedback is None else {**row, "feedback": grade.feedback}
