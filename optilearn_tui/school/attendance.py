"""Arithmetic on the daily attendance feed.

The rule, the same in every figure: PRESENT and LATE are attended, ABSENT is missed, EXCUSED is not counted
at all. The words are those of PLATFORM.md §5 row 8; how they count is an assumption kept here. Where the
feed speaks twice of one day, its later row stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.days import day_of, days_of_month
from optilearn_tui.school.percent import share

if TYPE_CHECKING:
    from optilearn_tui.api.attendance import AttendanceDay


class DayMark(StrEnum):
    """How one school day was marked."""

    PRESENT = "PRESENT"
    LATE = "LATE"
    ABSENT = "ABSENT"
    EXCUSED = "EXCUSED"
    UNKNOWN = "UNKNOWN"
    """Marked, with a word this program does not know."""


class AttendanceTally(NamedTuple):
    """Marked days, counted.

    Attributes:
        present: days marked PRESENT.
        late: days marked LATE.
        missed: days marked ABSENT.
        excused: days marked EXCUSED.
        unreadable: rows without a readable day or a known word; how they count is unknown.
    """

    present: int = 0
    late: int = 0
    missed: int = 0
    excused: int = 0
    unreadable: int = 0

    @property
    def attended(self) -> int:
        """Days at school, late or not."""
        return self.present + self.late

    @property
    def counted(self) -> int:
        """Days that the percentage is a share of: attended and missed."""
        return self.attended + self.missed

    @property
    def percent(self) -> int | Unknown | None:
        """Attended of counted days (rounding: `percent.share`), None without a counted day.

        Unknown as soon as one row could not be read: a figure from part of the data would be a wrong one.
        """
        if self.unreadable:
            return Unknown.UNREADABLE
        return share(self.attended, self.counted) if self.counted else None


def mark_of(day: AttendanceDay) -> DayMark:
    """How a row marks its day; words this program does not know are UNKNOWN."""
    word = day.status.strip().upper() if isinstance(day.status, str) else ""
    return DayMark.__members__.get(word, DayMark.UNKNOWN)


def marks(days: Iterable[AttendanceDay], zone: tzinfo) -> dict[date, DayMark]:
    """The mark of each marked day at the school, in the order of the calendar."""
    found = {day_of(day.date, zone): mark_of(day) for day in days if isinstance(day.date, date)}
    return dict(sorted(found.items()))


def month_marks(
    days: Iterable[AttendanceDay], year: int, month: int, zone: tzinfo
) -> dict[date, DayMark | None]:
    """Every date of one month with its mark; None where the feed does not mark the day."""
    marked = marks(days, zone)
    return {day: marked.get(day) for day in days_of_month(year, month)}


def tally(days: Iterable[AttendanceDay], zone: tzinfo) -> AttendanceTally:
    """How many days were attended, missed and excused in what the feed covers."""
    rows = tuple(days)
    count = Counter(marks(rows, zone).values())
    undated = sum(isinstance(day.date, Unknown) for day in rows)
    return AttendanceTally(
        present=count[DayMark.PRESENT],
        late=count[DayMark.LATE],
        missed=count[DayMark.ABSENT],
        excused=count[DayMark.EXCUSED],
        unreadable=count[DayMark.UNKNOWN] + undated,
    )
