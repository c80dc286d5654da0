"""Who has been missing, by the daily attendance feeds: whom to ask after first.

The rule, the same in every figure: PRESENT and LATE are attended, ABSENT is missed, EXCUSED neither breaks a
row of missed days nor counts in it, nor in a share. A row ends at the last marked day, whatever day that was;
days marked ahead of today say nothing yet. What could not be read stays unknown, and is never counted as
attended.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.attendance import AttendanceTally, DayMark, marks, tally
from optilearn_tui.school.days import day_of, month_of

if TYPE_CHECKING:
    from optilearn_tui.api.attendance import AttendanceDay

_ATTENDED = frozenset({DayMark.PRESENT, DayMark.LATE})


@dataclass(frozen=True, slots=True)
class Absence:
    """One student's standing on the attention roster.

    Attributes:
        student_contact_id: the student.
        missed_in_a_row: days missed one after another up to the last marked one; Unknown where a mark among
            them, or the whole feed, could not be read.
        at_least: how many of them are certain.
        since: the first day missed of those that are certain; None without one.
        reaches_back: whether no attended day stands before them in the feed, so that the row may have begun
            before the feed does.
        last_attended: the last day at school; None where the feed has none.
        last_marked: the last day that is marked at all; None where none is.
        period: all days of the feed, counted.
        month: the days of the school's current month among them, counted.
    """

    student_contact_id: str
    missed_in_a_row: int | Unknown = LEFT_OUT
    at_least: int = 0
    since: date | None = None
    reaches_back: bool = False
    last_attended: date | Unknown | None = LEFT_OUT
    last_marked: date | Unknown | None = LEFT_OUT
    period: AttendanceTally | Unknown = LEFT_OUT
    month: AttendanceTally | Unknown = LEFT_OUT


def absence(
    student_contact_id: str, feed: Iterable[AttendanceDay] | Unknown, zone: tzinfo, now: datetime
) -> Absence:
    """What one student's feed says about missing school.

    Args:
        student_contact_id: the student.
        feed: the feed of the period that counts, such as the term; Unknown where it could not be read.
        zone: the school's time zone.
        now: the present moment (aware).
    """
    if isinstance(feed, Unknown):
        return Absence(student_contact_id)
    rows = tuple(day for day in feed if not _is_ahead(day, zone, now))
    marked = marks(rows, zone)
    undated = any(isinstance(day.date, Unknown) for day in rows)
    row = _Row.of(marked)
    return Absence(
        student_contact_id,
        # A mark without a day may stand anywhere in the row, or end it.
        missed_in_a_row=Unknown.UNREADABLE if undated or row.broken_off else row.missed,
        at_least=0 if undated else row.missed,
        since=None if undated else row.since,
        reaches_back=row.reaches_back,
        last_attended=Unknown.UNREADABLE if undated else _last_attended(marked),
        last_marked=Unknown.UNREADABLE if undated else max(marked, default=None),
        period=tally(rows, zone),
        month=tally((day for day in rows if _may_be_this_month(day, zone, now)), zone),
    )


def attention_roster(absences: Iterable[Absence]) -> tuple[Absence, ...]:
    """Whom to ask after first.

    Most days missed in a row first; among equals the lower share attended in the period, then the longer ago
    at school, then the order given. Where the row is not known, what is certain of it counts; with nothing
    certain a student comes before those who certainly missed nothing last: unknown is not "fine".
    """
    return tuple(sorted(absences, key=_urgency))


def _urgency(absence: Absence) -> tuple[float, float, date]:
    known = isinstance(absence.missed_in_a_row, int)
    missed = absence.at_least if known or absence.at_least else 0.5
    share = absence.period.percent if isinstance(absence.period, AttendanceTally) else None
    last = absence.last_attended if isinstance(absence.last_attended, date) else date.min
    return -missed, share if isinstance(share, int) else 100, last


@dataclass(frozen=True, slots=True)
class _Row:
    """Days missed one after another, up to the last marked one."""

    missed: int
    since: date | None
    broken_off: bool
    reaches_back: bool

    @classmethod
    def of(cls, marked: dict[date, DayMark]) -> _Row:
        missed, since = 0, None
        for day, mark in reversed(marked.items()):
            if mark in _ATTENDED:
                return cls(missed, since, broken_off=False, reaches_back=False)
            if mark is DayMark.UNKNOWN:
                return cls(missed, since, broken_off=True, reaches_back=False)
            if mark is DayMark.ABSENT:
                missed, since = missed + 1, day
        return cls(missed, since, broken_off=False, reaches_back=missed > 0)


def _last_attended(marked: dict[date, DayMark]) -> date | Unknown | None:
    for day, mark in reversed(marked.items()):
        if mark in _ATTENDED:
            return day
        if mark is DayMark.UNKNOWN:
            return Unknown.UNREADABLE
    return None


def _is_ahead(day: AttendanceDay, zone: tzinfo, now: datetime) -> bool:
    return isinstance(day.date, date) and day_of(day.date, zone) > day_of(now, zone)


def _may_be_this_month(day: AttendanceDay, zone: tzinfo, now: datetime) -> bool:
    first, last = month_of(now, zone)
    return not isinstance(day.date, date) or first <= day_of(day.date, zone) <= last
