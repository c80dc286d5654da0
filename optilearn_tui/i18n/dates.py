"""Days, times and ages in words, as they are written in India.

Both languages read the 12-hour clock as CLDR writes it for India (`4:30 pm`): in Hindi too, where it has the
further merit of being as wide in every terminal. Only the moment something was read at is told by 24 hours
(`read_at`): it is short, and none takes it for the time of a class. Digits are the chosen ones
(`i18n.digits`). A moment is aware; a zone says whose clock is read.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from optilearn_tui.i18n.digits import in_digits
from optilearn_tui.i18n.language import current
from optilearn_tui.i18n.messages import ntr, ptr, tr
from optilearn_tui.i18n.numbers import number

if TYPE_CHECKING:
    from babel import Locale

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_YEAR = 365 * _DAY
_UNITS = ((_MINUTE, 60), (_HOUR, 24), (_DAY, 14), (7 * _DAY, 9), (30 * _DAY, 12))
"""Each unit of a distance in seconds, and from how many of it on the next one says it better."""


@cache
def _parsed(name: str) -> Locale:
    from babel import Locale

    return Locale.parse(name)


def load() -> None:
    """Load what days and times are written with: for a moment to spare, as it takes a tenth of a start."""
    moment(datetime.now(UTC), UTC)


def _written(value: date, pattern: str) -> str:
    return in_digits(_in_words(value, pattern, current().locale))


# A screen says the same few days over and over: in several forms, of which one fits, and after every answer.
@lru_cache(maxsize=512)
def _in_words(value: date, pattern: str, locale: str) -> str:
    from babel.dates import format_date

    return format_date(value, pattern, locale=_parsed(locale))


def day(d: date) -> str:
    """A day in full: `15 April 2026`."""
    return _written(d, "d MMMM y")


def day_short(d: date) -> str:
    """A day of a year that goes without saying: `15 Apr`."""
    return _written(d, "d MMM")


def day_in_brief(d: date, today: date) -> str:
    """A day that may be long ago, as short as it can be said: `15 Apr` this year, `Apr 2025` of another."""
    return _written(d, "d MMM" if d.year == today.year else "MMM y")


def weekday_day(d: date) -> str:
    """A day with its weekday: `Wed 15 Apr`."""
    return _written(d, "EEE d MMM")


def month(year: int, month: int) -> str:
    """A month's name and year: `April 2026`."""
    return _written(date(year, month, 1), "LLLL y")


def clock_time(moment: datetime, zone: tzinfo) -> str:
    """The time of day on the clocks of `zone`: `4:30 pm`."""
    read = moment.astimezone(zone)
    return in_digits(_time_in_words(time(read.hour, read.minute), current().locale))


@lru_cache(maxsize=512)
def _time_in_words(value: time, locale: str) -> str:
    from babel.dates import format_time

    return format_time(value, "h:mm a", locale=_parsed(locale))


def moment(m: datetime, zone: tzinfo) -> str:
    """A point in time on the clocks of `zone`: `Wed 15 Apr, 4:30 pm`."""
    return f"{weekday_day(m.astimezone(zone).date())}, {clock_time(m, zone)}"


def read_at(at: datetime, now: datetime, zone: tzinfo) -> str:
    """When something was read: `18:42` today, `20 Nov 18:42` this year, `20 Nov 2025` before.

    It stays true as time goes by, until the day is over: so nothing has to be written anew for it.
    """
    read, today = at.astimezone(zone), now.astimezone(zone).date()
    if read.year != today.year:
        return _written(read.date(), "d MMM y")
    time_of_day = in_digits(f"{read:%H:%M}")
    return time_of_day if read.date() == today else f"{day_short(read.date())} {time_of_day}"


def read_on(at: datetime, now: datetime, zone: tzinfo) -> str:
    """The same as short as it can be said: `18:42` today, `20 Nov` this year, `Nov 2025` before."""
    read, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    return read_at(at, now, zone) if read == today else day_in_brief(read, today)


def weekday_initials() -> tuple[str, ...]:
    """Seven headings for a calendar of a month, Monday first, each of two letters at most."""
    return (
        ptr("Monday", "Mo"),
        ptr("Tuesday", "Tu"),
        ptr("Wednesday", "We"),
        ptr("Thursday", "Th"),
        ptr("Friday", "Fr"),
        ptr("Saturday", "Sa"),
        ptr("Sunday", "Su"),
    )


def relative(m: datetime, now: datetime) -> str:
    """How far `m` is from `now`, to the nearest whole unit: `3 days ago`, `in 2 hours`, `just now`."""
    seconds = (m - now).total_seconds()
    if abs(seconds) < _MINUTE / 2:
        return tr("just now")
    count, unit = _rounded(abs(seconds))
    distance = timedelta(seconds=count * unit * (1 if seconds > 0 else -1))
    return in_digits(_distance_in_words(distance, count, current().locale))


@lru_cache(maxsize=512)
def _distance_in_words(distance: timedelta, count: int, locale: str) -> str:
    from babel.dates import format_timedelta

    # With the count as the threshold Babel takes this very unit: in a larger one there are fewer of them.
    return format_timedelta(distance, threshold=count, add_direction=True, locale=_parsed(locale))


def _rounded(seconds: float) -> tuple[int, int]:
    for unit, fewer_than in _UNITS:
        count = max(1, int(seconds / unit + 0.5))
        if count < fewer_than:
            return count, unit
    return max(1, int(seconds / _YEAR + 0.5)), _YEAR


def age(at: datetime, now: datetime) -> str:
    """How old something read at `at` is, shortly and rounded down: `<1 min`, `2 min`, `3 h`, `4 days`."""
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < _MINUTE:
        return tr("<1 min")
    if seconds < _HOUR:
        return tr("{n} min", n=number(seconds // _MINUTE))
    if seconds < _DAY:
        return tr("{n} h", n=number(seconds // _HOUR))
    return ntr("{n} day", "{n} days", seconds // _DAY)


def ago(at: datetime, now: datetime) -> str:
    """The age of something read at `at`, as it stands alone: `just now`, `2 min ago`."""
    if (now - at).total_seconds() < _MINUTE:
        return tr("just now")
    return tr("{age} ago", age=age(at, now))
