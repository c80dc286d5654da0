"""The school's calendar: every date of the bundled histories is told from *today*, so nothing gets old."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from optilearn_tui.sandbox.wire import iso

INDIA = timezone(timedelta(hours=5, minutes=30), "IST")
"""The bundled schools' time zone. India keeps no summer time, so a fixed offset says it all."""

_HOLIDAYS = frozenset({(1, 14), (1, 26), (4, 14), (5, 1), (8, 15), (10, 2), (11, 1), (12, 25), (12, 26)})
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Almanac:
    """Dates as the school sees them on one day."""

    today: date

    @classmethod
    def at(cls, moment: datetime) -> Almanac:
        """The almanac of the day that `moment` (aware) falls on in India."""
        return cls(moment.astimezone(INDIA).date())

    def day(self, days: int) -> date:
        """The day so many days ahead; a negative number lies in the past."""
        return self.today + timedelta(days=days)

    def ago(self, days: int, at: str = "16:00") -> str:
        """A moment so many days ago, at `HH:MM` school time, as the wire writes it."""
        return self.ahead(-days, at)

    def ahead(self, days: int, at: str = "20:00") -> str:
        """A moment so many days ahead, at `HH:MM` school time, as the wire writes it."""
        return iso(on(self.day(days), at))


def on(day: date, at: str) -> datetime:
    """The moment (aware) of `HH:MM` school time on a day."""
    return datetime.combine(day, time.fromisoformat(at), INDIA)


def is_school_day(day: date) -> bool:
    """Monday to Friday, holidays excepted."""
    return day.weekday() < _SATURDAY and (day.month, day.day) not in _HOLIDAYS
