"""A month of a child's days at school, from the attendance feed: a calendar, and the unusual days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from optilearn_tui.api.attendance import AttendanceDay
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.dates import month as month_name
from optilearn_tui.i18n.dates import weekday_day
from optilearn_tui.school.attendance import DayMark, mark_of, month_marks, tally
from optilearn_tui.school.days import day_of, days_of_month
from optilearn_tui.tui.calendar import legend, month_sheet, word_of
from optilearn_tui.tui.columns import Lines, packed, prose, table
from optilearn_tui.tui.facts.facts import Facts
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.paint import QUIET, quiet
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

Days = tuple[AttendanceDay, ...]


class Month(NamedTuple):
    """One month of one child."""

    contact_id: str
    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return days_of_month(self.year, self.month)[-1]

    @property
    def name(self) -> str:
        """The month as it is written: `April 2026`."""
        return month_name(self.year, self.month)


class MonthFacts(Facts):
    """What draws on a month of one child's days at school.

    Attributes:
        subject: contact id of the child.
        days: what is known of the month's days; whoever draws the facts sets it.
        back: how many months before the school's current one.
    """

    def __init__(self, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(clock=clock, zone=zone)
        self.subject: str | None = None
        self.days: Feed[Days] = Feed()
        self.back = 0

    @property
    def month(self) -> Month:
        """The month whose days are shown."""
        return month_back(self.subject or "", self.now, self.zone, self.back)


def month_back(contact_id: str, now: datetime, zone: tzinfo, back: int) -> Month:
    """The month that lies `back` months before the school's current one."""
    today = day_of(now, zone)
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    return Month(contact_id, year, month + 1)


def month_lines(month: Month, days: Days, width: int, today: date, zone: tzinfo) -> Lines:
    """The calendar of a month and what its letters mean."""
    if not days:
        return prose(width, tr("No school days are marked in {month} yet.", month=month.name), QUIET)
    marks = month_marks(days, month.year, month.month, zone)
    sheet = month_sheet(month.year, month.month, marks, today)
    return [*sheet, *packed(width, legend(tally(days, zone)))]


def unusual_days(days: Iterable[AttendanceDay], width: int, zone: tzinfo) -> Lines:
    """The days that were not simply present, newest first, with the school's notes; and how days count."""
    dated = [(day_of(day.date, zone), day) for day in days if not isinstance(day.date, Unknown)]
    rows = [
        [Styled(weekday_day(on)), word_of(mark), quiet(day.note if isinstance(day.note, str) else "")]
        for on, day in sorted(dated, key=lambda pair: pair[0], reverse=True)
        if (mark := mark_of(day)) is not DayMark.PRESENT
    ]
    rule = prose(width, tr("Late counts as attended; excused days do not count."), QUIET)
    return [*table(width, rows), Styled(), *rule] if rows else rule
