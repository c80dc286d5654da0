"""Drip: from when on a lesson is open to a student (PLATFORM.md §7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.courses import LessonLock


@dataclass(frozen=True, slots=True)
class DripRule:
    """When a lesson opens: at a moment, or so many days after enrolment. None where that is not set.

    Attributes:
        unlock_at: the moment (aware) from which on it is open, for everyone.
        unlock_after_days: days of 24 hours between a student's enrolment and the opening.
    """

    unlock_at: datetime | Unknown | None = LEFT_OUT
    unlock_after_days: int | Unknown | None = LEFT_OUT


def opens_at(rule: DripRule, enrolled_at: datetime | Unknown | None) -> datetime | Unknown | None:
    """The moment from which on the lesson is open to a student enrolled at `enrolled_at`.

    The absolute moment wins over the relative one. None: neither is set, it has always been open. Unknown
    where the rule is, where it counts from an enrolment without a date, and for a number of days below zero
    or beyond the calendar.
    """
    if rule.unlock_at is not None:
        return rule.unlock_at
    days = rule.unlock_after_days
    if days is None or isinstance(days, Unknown):
        return days
    if not isinstance(enrolled_at, datetime):
        return enrolled_at or LEFT_OUT
    try:
        return enrolled_at + timedelta(days=days) if days >= 0 else Unknown.UNREADABLE
    except OverflowError:
        return Unknown.UNREADABLE


def lock_at(rule: DripRule, enrolled_at: datetime | Unknown | None, now: datetime) -> LessonLock:
    """Whether the lesson is open to the student at `now`: from the very moment of its opening on."""
    moment = opens_at(rule, enrolled_at)
    if isinstance(moment, Unknown):
        return LessonLock.UNKNOWN
    return LessonLock.LOCKED if moment is not None and now < moment else LessonLock.OPEN
