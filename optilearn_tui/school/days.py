"""Which calendar day it is at the school: moments become days only in the school's own time zone."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, tzinfo


def day_of(day: date | datetime, zone: tzinfo) -> date:
    """The date at the school of a day, or of the moment a server gave for one.

    A plain date is taken as it is; a moment (aware) falls on the day it has in `zone`.
    """
    return day.astimezone(zone).date() if isinstance(day, datetime) else day


def days_of_month(year: int, month: int) -> tuple[date, ...]:
    """Every date of one month, in order."""
    return tuple(date(year, month, number) for number in range(1, monthrange(year, month)[1] + 1))


def month_of(now: datetime, zone: tzinfo) -> tuple[date, date]:
    """The first and the last day of the school's current month, both inclusive."""
    today = day_of(now, zone)
    month = days_of_month(today.year, today.month)
    return month[0], month[-1]
