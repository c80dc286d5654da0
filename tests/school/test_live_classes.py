"""Live classes: the month's share, what is on now, and what comes next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.live_classes import LiveClass, LiveClasses
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.live_classes import ClassState, class_state, month_percent, still_to_come

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
counts = st.one_of(st.integers(-2, 40), st.just(LEFT_OUT))


def lesson(hours: float | None, *, long: float | None = 1) -> LiveClass:
    if hours is None:
        return LiveClass(ends_at=None)
    start = NOON + timedelta(hours=hours)
    return LiveClass(starts_at=start, ends_at=None if long is None else start + timedelta(hours=long))


def test_a_month_of_nine_attended_and_three_missed_is_75_percent() -> None:
    assert month_percent(LiveClasses(attended_this_month=9, missed_this_month=3)) == 75


def test_a_month_without_classes_has_no_percentage() -> None:
    assert month_percent(LiveClasses(attended_this_month=0, missed_this_month=0)) is None


@given(counts, counts)
def test_a_percentage_needs_both_counts(attended: int | Unknown, missed: int | Unknown) -> None:
    percent = month_percent(LiveClasses(attended_this_month=attended, missed_this_month=missed))

    known = isinstance(attended, int) and isinstance(missed, int) and min(attended, missed) >= 0
    assert isinstance(percent, Unknown) != known


@pytest.mark.parametrize(
    ("given_", "state"),
    [
        (lesson(2), ClassState.TO_COME),
        (lesson(0), ClassState.LIVE),
        (lesson(-0.5), ClassState.LIVE),
        (lesson(-1), ClassState.OVER),
        (lesson(2, long=None), ClassState.TO_COME),
        (lesson(-2, long=None), ClassState.UNKNOWN),
        (lesson(None), ClassState.UNKNOWN),
    ],
)
def test_a_class_is_to_come_live_or_over_by_the_clock(given_: LiveClass, state: ClassState) -> None:
    assert class_state(given_, NOON) is state


def test_classes_still_to_come_are_soonest_first_and_never_hide_an_unknown_one() -> None:
    late, soon, live, over, undated = lesson(30), lesson(3), lesson(-0.5), lesson(-9), lesson(None)

    assert still_to_come([undated, late, over, soon, live], NOON) == (live, soon, late, undated)
