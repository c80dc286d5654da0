"""The board of all children: one row a child, the same columns for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.api.overview import Overview
from optilearn_tui.school.fees import FeeStanding, fee_standing, unknown_standing
from optilearn_tui.school.grades import lowest
from optilearn_tui.school.quick_stats import quick_stats
from optilearn_tui.school.upcoming import next_due

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.upcoming import Assignment


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One child on the board. Every column is a value, None where there is really none, or `Unknown`.

    Attributes:
        child: whose row it is.
        attended: live classes attended this calendar month.
        missed: live classes missed this calendar month.
        next_due: the most pressing work not handed in; overdue work counts.
        lowest_mark: the lowest percentage among the recent grades, not rounded.
        fee: how the fees stand; its status is UNKNOWN where they are.
        streak: days in a row with a completed lesson.
        courses: how many courses.
        courses_done: how many of them are completed.
    """

    child: Child
    attended: int | Unknown
    missed: int | Unknown
    next_due: Assignment | Unknown | None
    lowest_mark: float | Unknown | None
    fee: FeeStanding
    streak: int | Unknown
    courses: int | Unknown
    courses_done: int | Unknown


def board_row(
    child: Child, overview: Overview | None, fee: FeeRecord | None, now: datetime, zone: tzinfo
) -> BoardRow:
    """The row of one child; `overview` or `fee` is None while it is not known, and so are its columns."""
    known = overview or Overview()
    stats = quick_stats(known)
    work, grades = known.upcoming, known.recent_grades
    return BoardRow(
        child=child,
        attended=stats.attended,
        missed=stats.missed,
        next_due=work if isinstance(work, Unknown) else next_due(work, now),
        lowest_mark=grades if isinstance(grades, Unknown) else lowest(grades),
        fee=fee_standing(fee, now, zone) if fee else unknown_standing(),
        streak=stats.current_streak,
        courses=stats.courses,
        courses_done=stats.completed,
    )
