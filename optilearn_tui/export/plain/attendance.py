"""A child's month at school in plain text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError
from optilearn_tui.export.plain.facts import Lines, fact, gap, section
from optilearn_tui.export.plain.stats import days
from optilearn_tui.i18n import dates, ntr, tr
from optilearn_tui.i18n.numbers import number, percent
from optilearn_tui.school.attendance import AttendanceTally, DayMark, marks, tally
from optilearn_tui.school.days import day_of

if TYPE_CHECKING:
    from optilearn_tui.api.attendance import AttendanceDay


def attendance(told: tuple[AttendanceDay, ...] | ApiError, now: datetime, zone: tzinfo) -> Lines:
    """The school's current month: days attended and missed, the share, and which days were not attended."""
    today = day_of(now, zone)
    title = tr("Attendance at school, {month}", month=dates.month(today.year, today.month))
    if isinstance(told, ApiError):
        return gap(title, told)
    if not told:
        return section(title, [tr("No day is marked yet.")])
    counted, marked = tally(told, zone), marks(told, zone)
    lines = [
        fact(tr("Attended"), _count(counted.attended, counted)),
        fact(tr("Missed"), _count(counted.missed, counted)),
        fact(tr("Attendance"), counted.percent, percent),
        *_days(tr("Days missed"), marked, DayMark.ABSENT),
        *_days(tr("Days late"), marked, DayMark.LATE),
        *_days(tr("Days excused, not counted"), marked, DayMark.EXCUSED),
    ]
    if counted.unreadable:
        lines.append(ntr("{n} mark could not be read.", "{n} marks could not be read.", counted.unreadable))
    return section(title, lines)


def _count(count: int, counted: AttendanceTally) -> str:
    """So many days; a mark that could not be read may have been one more."""
    return tr("not known, at least {n}", n=number(count)) if counted.unreadable else days(count)


def _days(label: str, marked: Mapping[date, DayMark], mark: DayMark) -> Lines:
    found = [dates.day_short(day) for day, each in marked.items() if each is mark]
    return [fact(label, ", ".join(found))] if found else []
