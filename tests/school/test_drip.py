"""Drip: the absolute moment wins over the relative one, neither is open, and a missing date is unknown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.courses import LessonLock
from optilearn_tui.school.drip import DripRule, lock_at, opens_at

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
DAY = timedelta(days=1)
ENROLLED = NOON - 10 * DAY


def test_the_absolute_moment_wins_over_the_relative_one() -> None:
    assert opens_at(DripRule(NOON + DAY, 0), ENROLLED) == NOON + DAY
    assert opens_at(DripRule(NOON - DAY, 90), ENROLLED) == NOON - DAY
    assert opens_at(DripRule(NOON, LEFT_OUT), None) == NOON


def test_without_it_days_count_from_enrolment() -> None:
    assert opens_at(DripRule(None, 7), ENROLLED) == NOON - 3 * DAY
    assert opens_at(DripRule(None, 0), ENROLLED) == ENROLLED


def test_neither_set_is_open_whenever_enrolled() -> None:
    for enrolled_at in (ENROLLED, None, LEFT_OUT):
        assert opens_at(DripRule(None, None), enrolled_at) is None
        assert lock_at(DripRule(None, None), enrolled_at, NOON) is LessonLock.OPEN


@pytest.mark.parametrize("enrolled_at", [None, LEFT_OUT, Unknown.UNREADABLE])
def test_days_after_an_enrolment_without_a_date_are_unknown_and_never_open(
    enrolled_at: Unknown | None,
) -> None:
    assert isinstance(opens_at(DripRule(None, 7), enrolled_at), Unknown)
    assert lock_at(DripRule(None, 7), enrolled_at, NOON) is LessonLock.UNKNOWN


def test_a_rule_left_out_is_unknown_and_never_open() -> None:
    for rule in (DripRule(), DripRule(LEFT_OUT, None), DripRule(LEFT_OUT, 3), DripRule(None, LEFT_OUT)):
        assert lock_at(rule, ENROLLED, NOON) is LessonLock.UNKNOWN


def test_impossible_days_are_unknown() -> None:
    for days in (-1, 10**9, 10**30):
        assert opens_at(DripRule(None, days), ENROLLED) is Unknown.UNREADABLE


def test_a_lesson_is_open_from_its_very_moment_on() -> None:
    rule = DripRule(None, 10)

    assert lock_at(rule, ENROLLED, NOON) is LessonLock.OPEN
    assert lock_at(rule, ENROLLED, NOON - timedelta(microseconds=1)) is LessonLock.LOCKED


@given(
    st.one_of(st.none(), st.integers(-99, 99)),
    st.one_of(st.none(), st.integers(0, 99)),
    st.integers(-99, 99),
)
def test_a_known_rule_locks_until_its_day(at: int | None, after: int | None, enrolled: int) -> None:
    rule = DripRule(None if at is None else NOON + at * DAY, after)
    day = at if at is not None else None if after is None else enrolled + after

    lock = lock_at(rule, NOON + enrolled * DAY, NOON)

    assert lock is (LessonLock.LOCKED if day is not None and day > 0 else LessonLock.OPEN)
