"""A moment becomes a day only in the school's time zone."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.school.days import day_of, days_of_month, month_of

KOLKATA = ZoneInfo("Asia/Kolkata")


def test_late_evening_in_utc_is_already_the_next_day_at_the_school() -> None:
    assert day_of(datetime(2026, 4, 15, 19, 0, tzinfo=UTC), KOLKATA) == date(2026, 4, 16)
    assert day_of(datetime(2026, 4, 15, 18, 29, tzinfo=UTC), KOLKATA) == date(2026, 4, 15)


def test_a_plain_date_stays_itself() -> None:
    assert day_of(date(2026, 4, 15), KOLKATA) == date(2026, 4, 15)


def test_the_month_is_the_schools_not_utcs() -> None:
    last_evening_of_march = datetime(2026, 3, 31, 20, 0, tzinfo=UTC)

    assert month_of(last_evening_of_march, KOLKATA) == (date(2026, 4, 1), date(2026, 4, 30))


def test_a_leap_february_has_29_days() -> None:
    assert len(days_of_month(2028, 2)) == 29


@given(st.integers(1, 9998), st.integers(1, 12))
def test_the_days_of_a_month_follow_each_other_without_a_gap(year: int, month: int) -> None:
    days = days_of_month(year, month)

    assert days[0].day == 1
    assert all(after - before == timedelta(days=1) for before, after in itertools.pairwise(days))
    assert (days[-1] + timedelta(days=1)).day == 1
