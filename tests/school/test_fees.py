"""Fees are judged by balance and due day when read; a stored word alone decides nothing it need not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.fees import (
    FeeStanding,
    FeeStatus,
    family_total,
    fee_standing,
    unknown_standing,
)

KOLKATA = ZoneInfo("Asia/Kolkata")
NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
TODAY = date(2026, 4, 15)
YESTERDAY, TOMORROW = date(2026, 4, 14), date(2026, 4, 16)

words = st.sampled_from(["PAID", "PARTIAL", "OVERDUE", "WAIVED", LEFT_OUT])
balances = st.one_of(st.just(LEFT_OUT), st.integers(-100_000, 10_000_000).map(lambda paise: paise / 100))
due_days = st.one_of(
    st.none(), st.just(LEFT_OUT), st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
)
records = st.builds(FeeRecord, status=words, outstanding=balances, due_date=due_days)


def standing(status: str | Unknown, outstanding: float | Unknown, due: date | Unknown | None) -> FeeStanding:
    return fee_standing(FeeRecord(status=status, outstanding=outstanding, due_date=due), NOON, KOLKATA)


@pytest.mark.parametrize(
    ("stored", "outstanding", "due", "status"),
    [
        ("PARTIAL", 4500, YESTERDAY, FeeStatus.OVERDUE),
        ("PARTIAL", 4500, TODAY, FeeStatus.DUE),
        ("OVERDUE", 4500, TOMORROW, FeeStatus.DUE),
        ("PAID", 4500, YESTERDAY, FeeStatus.OVERDUE),
        ("OVERDUE", 0, YESTERDAY, FeeStatus.PAID),
        ("OVERDUE", -250, YESTERDAY, FeeStatus.PAID),
        ("OVERDUE", 0.004, YESTERDAY, FeeStatus.PAID),
        ("OVERDUE", 4500, None, FeeStatus.OVERDUE),
        ("OVERDUE", 4500, LEFT_OUT, FeeStatus.OVERDUE),
        ("PARTIAL", 4500, None, FeeStatus.DUE),
        (LEFT_OUT, 4500, None, FeeStatus.DUE),
        ("PAID", LEFT_OUT, YESTERDAY, FeeStatus.PAID),
        ("OVERDUE", LEFT_OUT, TOMORROW, FeeStatus.OVERDUE),
        ("PARTIAL", LEFT_OUT, YESTERDAY, FeeStatus.OVERDUE),
        ("PARTIAL", LEFT_OUT, LEFT_OUT, FeeStatus.DUE),
        ("WAIVED", LEFT_OUT, YESTERDAY, FeeStatus.UNKNOWN),
        (LEFT_OUT, LEFT_OUT, LEFT_OUT, FeeStatus.UNKNOWN),
    ],
)
def test_balance_and_due_day_decide_and_the_stored_word_only_without_them(
    stored: str | Unknown, outstanding: float | Unknown, due: date | Unknown | None, status: FeeStatus
) -> None:
    assert standing(stored, outstanding, due).status is status


def test_a_due_moment_is_a_day_in_the_schools_time_zone() -> None:
    midnight_at_the_school = datetime(2026, 4, 14, 18, 30, tzinfo=UTC)

    record = FeeRecord(outstanding=100, due_date=midnight_at_the_school)

    assert fee_standing(record, NOON, KOLKATA).due == TODAY
    assert fee_standing(record, NOON, KOLKATA).status is FeeStatus.DUE
    assert fee_standing(record, NOON, UTC).status is FeeStatus.OVERDUE


def test_days_count_down_to_the_due_day_and_below_zero_after_it() -> None:
    assert standing("PARTIAL", 100, TOMORROW).days == 1
    assert standing("PARTIAL", 100, TODAY).days == 0
    assert standing("PARTIAL", 100, YESTERDAY).days == -1
    assert standing("PARTIAL", 100, None).days is None


@given(records)
def test_a_known_balance_is_paid_exactly_when_nothing_is_owed(record: FeeRecord) -> None:
    judged = fee_standing(record, NOON, KOLKATA)

    if isinstance(judged.outstanding, float):
        assert (judged.status is FeeStatus.PAID) == (judged.outstanding <= 0)
        assert judged.status is not FeeStatus.UNKNOWN


@given(records, st.integers(0, 800))
def test_time_alone_never_makes_an_overdue_balance_merely_due(record: FeeRecord, days: int) -> None:
    if fee_standing(record, NOON, KOLKATA).status is FeeStatus.OVERDUE:
        assert fee_standing(record, NOON + timedelta(days=days), KOLKATA).status is FeeStatus.OVERDUE


def test_a_family_owes_the_sum_of_its_children_and_credit_pays_for_nobody_else() -> None:
    total = family_total(
        [
            standing("PARTIAL", 1000.10, YESTERDAY),
            standing("PARTIAL", 2000.20, TOMORROW),
            standing("PAID", -500, None),
        ]
    )

    assert (total.owed, total.overdue, total.unknown) == (3000.3, 1000.1, 0)


def test_one_unknown_balance_makes_the_family_total_unknown() -> None:
    total = family_total([standing("PARTIAL", 1000, YESTERDAY), unknown_standing()])

    assert (total.owed, total.overdue, total.unknown) == (LEFT_OUT, LEFT_OUT, 1)


def test_a_child_said_to_have_paid_cannot_be_overdue_even_without_a_balance() -> None:
    total = family_total([standing("PARTIAL", 1000, YESTERDAY), standing("PAID", LEFT_OUT, None)])

    assert (total.owed, total.overdue) == (LEFT_OUT, 1000)


@given(st.lists(records))
def test_the_family_total_is_known_exactly_when_each_balance_is(family: list[FeeRecord]) -> None:
    standings = [fee_standing(record, NOON, KOLKATA) for record in family]
    total = family_total(standings)

    assert isinstance(total.owed, float) == all(isinstance(each.outstanding, float) for each in standings)
    if isinstance(total.owed, float) and isinstance(total.overdue, float):
        assert 0 <= total.overdue <= total.owed
