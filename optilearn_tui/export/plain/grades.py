"""A child's recent marks in plain text."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, gap, numbered, said, section
from optilearn_tui.i18n import dates, tr
from optilearn_tui.i18n.numbers import percent, score
from optilearn_tui.school.days import day_of
from optilearn_tui.school.grades import Direction, Outcome, outcome, percentage_of, trend
from optilearn_tui.school.newest import newest_first

if TYPE_CHECKING:
    from optilearn_tui.api.grades import Grade


def grades(told: tuple[Grade, ...] | Unknown, zone: tzinfo) -> Lines:
    """Which way the marks go, then each of them, newest first."""
    title = tr("Recent grades")
    if isinstance(told, Unknown):
        return gap(title, told)
    if not told:
        return section(title, [tr("No grades yet.")])
    ordered = newest_first(told, lambda grade: grade.graded_at)
    lines = (_grade(grade, place, zone) for place, grade in enumerate(ordered, 1))
    return section(title, [_direction(told), *(line for grade in lines for line in grade)])


def _direction(told: tuple[Grade, ...]) -> str:
    match trend(told).direction:
        case Direction.RISING:
            return tr("The marks are rising.")
        case Direction.FALLING:
            return tr("The marks are falling.")
        case Direction.STEADY:
            return tr("The marks are steady.")
        case Direction.TOO_FEW:
            return tr("Too few marks to see which way they go.")


def _grade(grade: Grade, place: int, zone: tzinfo) -> Lines:
    feedback = grade.feedback if isinstance(grade.feedback, str) else ""
    return [
        numbered(grade.title, grade.course_title, place),
        fact(tr("Marks"), _marks(grade)),
        fact(tr("Result"), _result(grade)),
        fact(tr("Graded"), grade.graded_at, lambda moment: dates.day(day_of(moment, zone))),
        *([fact(tr("Feedback"), " ".join(feedback.split()))] if feedback.strip() else []),
    ]


def _marks(grade: Grade) -> str:
    share = said(percentage_of(grade), percent)
    if not isinstance(grade.score, float) or not isinstance(grade.max_score, float):
        return share
    return tr("{score}, {percent}", score=score(grade.score, grade.max_score), percent=share)


def _result(grade: Grade) -> str:
    match outcome(grade):
        case Outcome.PASSED:
            return tr("passed")
        case Outcome.FAILED:
            return tr("failed")
        case Outcome.UNKNOWN:
            return said(grade.passed if isinstance(grade.passed, Unknown) else None)
