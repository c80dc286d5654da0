"""Days, times and ages in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from optilearn_tui.i18n import Language, dates, use

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
INDIA = ZoneInfo("Asia/Kolkata")


def test_english_days() -> None:
    assert dates.day(date(2026, 4, 15)) == "15 April 2026"
    assert dates.day_short(date(2026, 4, 5)) == "5 Apr"
    assert dates.day_in_brief(date(2026, 4, 5), date(2026, 12, 31)) == "5 Apr"
    assert dates.day_in_brief(date(2025, 12, 31), date(2026, 1, 1)) == "Dec 2025"
    assert dates.weekday_day(date(2026, 4, 15)) == "Wed 15 Apr"
    assert dates.month(2026, 4) == "April 2026"


def test_hindi_days() -> None:
    use(Language.HI)
    assert dates.day(date(2026, 4, 15)) == "15 अप्रैल 2026"
    assert dates.day_short(date(2026, 4, 5)) == "5 अप्रैल"
    assert dates.weekday_day(date(2026, 4, 15)) == "बुध 15 अप्रैल"
    assert dates.month(2026, 4) == "अप्रैल 2026"


@pytest.mark.parametrize("language", list(Language))
def test_the_clock_has_twelve_hours_in_both_languages(language: Language) -> None:
    use(language)
    assert dates.clock_time(NOON + timedelta(hours=4), INDIA) == "4:00 pm"
    assert dates.clock_time(NOON, INDIA) == "12:00 pm"
    assert dates.clock_time(NOON - timedelta(hours=12), INDIA) == "12:00 am"


def test_a_moment_is_told_on_the_clock_and_calendar_of_its_zone() -> None:
    late = datetime(2026, 4, 15, 19, 0, tzinfo=UTC)
    assert dates.moment(late, INDIA) == "Thu 16 Apr, 12:30 am"
    assert dates.moment(late, UTC) == "Wed 15 Apr, 7:00 pm"


@pytest.mark.parametrize(
    ("read", "told", "in_brief"),
    [
        (timedelta(), "12:00", "12:00"),
        (timedelta(hours=12), "00:00", "00:00"),
        (timedelta(hours=12, seconds=1), "14 Apr 23:59", "14 Apr"),
        (timedelta(days=104), "1 Jan 12:00", "1 Jan"),
        (timedelta(days=105), "31 Dec 2025", "Dec 2025"),
        (timedelta(minutes=-3), "12:03", "12:03"),
    ],
)
def test_when_something_was_read_is_told_as_a_moment_at_the_school(
    read: timedelta, told: str, in_brief: str
) -> None:
    assert dates.read_at(NOON - read, NOON, INDIA) == told
    assert dates.read_on(NOON - read, NOON, INDIA) == in_brief


def test_when_something_was_read_is_told_in_hindi() -> None:
    use(Language.HI)
    assert dates.read_at(NOON - timedelta(days=2), NOON, INDIA) == "13 अप्रैल 12:00"
    assert dates.read_on(NOON - timedelta(days=2), NOON, INDIA) == "13 अप्रैल"


def test_a_moment_of_reading_stays_the_same_all_day() -> None:
    read = NOON - timedelta(hours=11)
    told = {dates.read_at(read, read + timedelta(minutes=minute), INDIA) for minute in range(60 * 23)}
    assert told == {"01:00"}


@pytest.mark.parametrize("language", list(Language))
def test_weekdays_have_seven_short_different_headings_from_monday(language: Language) -> None:
    use(language)
    initials = dates.weekday_initials()
    assert len(initials) == len(set(initials)) == 7
    assert all(len(initial) <= 2 for initial in initials)


@pytest.mark.parametrize(
    ("distance", "past", "future"),
    [
        (timedelta(seconds=20), "just now", "just now"),
        (timedelta(seconds=40), "1 minute ago", "in 1 minute"),
        (timedelta(minutes=59, seconds=20), "59 minutes ago", "in 59 minutes"),
        (timedelta(minutes=59, seconds=40), "1 hour ago", "in 1 hour"),
        (timedelta(hours=1, minutes=50), "2 hours ago", "in 2 hours"),
        (timedelta(hours=23, minutes=40), "1 day ago", "in 1 day"),
        (timedelta(days=3), "3 days ago", "in 3 days"),
        (timedelta(days=13), "13 days ago", "in 13 days"),
        (timedelta(days=21), "3 weeks ago", "in 3 weeks"),
        (timedelta(days=90), "3 months ago", "in 3 months"),
        (timedelta(days=360), "1 year ago", "in 1 year"),
        (timedelta(days=800), "2 years ago", "in 2 years"),
    ],
)
def test_distances_are_told_in_the_nearest_whole_unit(distance: timedelta, past: str, future: str) -> None:
    assert dates.relative(NOON - distance, NOON) == past
    assert dates.relative(NOON + distance, NOON) == future


def test_hindi_distances() -> None:
    use(Language.HI)
    assert dates.relative(NOON - timedelta(days=3), NOON) == "3 दिन पहले"
    assert dates.relative(NOON + timedelta(hours=2), NOON) == "2 घंटे में"


@pytest.mark.parametrize(
    ("old", "expected", "told"),
    [
        (timedelta(seconds=-30), "<1 min", "just now"),
        (timedelta(seconds=59), "<1 min", "just now"),
        (timedelta(seconds=119), "1 min", "1 min ago"),
        (timedelta(minutes=59, seconds=59), "59 min", "59 min ago"),
        (timedelta(hours=23, minutes=59), "23 h", "23 h ago"),
        (timedelta(hours=47), "1 day", "1 day ago"),
        (timedelta(days=4), "4 days", "4 days ago"),
    ],
)
def test_ages_are_short_and_never_rounded_up(old: timedelta, expected: str, told: str) -> None:
    assert dates.age(NOON - old, NOON) == expected
    assert dates.ago(NOON - old, NOON) == told
