"""Work to hand in: its state, its order, and what presses most."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.upcoming import Assignment
from optilearn_tui.school.upcoming import WorkState, in_order, next_due, work_state

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
Due = float | Unknown | None


def work(due: Due, *, submitted: bool | Unknown = False) -> Assignment:
    moment = NOON + timedelta(hours=due) if isinstance(due, int | float) else due
    return Assignment(due_at=moment, submitted=submitted)


any_work = st.builds(
    work,
    st.one_of(st.integers(-90, 90), st.none(), st.just(LEFT_OUT)),
    submitted=st.sampled_from([True, False, LEFT_OUT]),
)


@pytest.mark.parametrize(
    ("given_", "state"),
    [
        (work(5), WorkState.DUE),
        (work(0), WorkState.DUE),
        (work(-1), WorkState.OVERDUE),
        (work(-1, submitted=True), WorkState.HANDED_IN),
        (work(LEFT_OUT, submitted=True), WorkState.HANDED_IN),
        (work(None), WorkState.NO_DATE),
        (work(LEFT_OUT), WorkState.UNKNOWN),
        (work(-1, submitted=LEFT_OUT), WorkState.UNKNOWN),
    ],
)
def test_work_is_overdue_only_when_known_not_to_be_handed_in(given_: Assignment, state: WorkState) -> None:
    assert work_state(given_, NOON) is state


def test_overdue_comes_first_then_by_due_moment_then_undated_then_handed_in() -> None:
    long_overdue, overdue, soon, later = work(-48), work(-1), work(1), work(30)
    perhaps, undated, done = work(2, submitted=LEFT_OUT), work(None), work(-3, submitted=True)

    ordered = in_order([done, undated, later, perhaps, soon, overdue, long_overdue], NOON)

    assert ordered == (long_overdue, overdue, soon, perhaps, later, undated, done)


def test_the_most_pressing_work_is_overdue_or_next_due() -> None:
    assert next_due([work(5), work(1), work(-1, submitted=True)], NOON) == work(1)
    assert next_due([work(5), work(-1), work(LEFT_OUT)], NOON) == work(-1)


def test_nothing_presses_when_all_is_handed_in_or_undated() -> None:
    assert next_due([], NOON) is None
    assert next_due([work(3, submitted=True), work(None)], NOON) is None


@pytest.mark.parametrize("doubt", [work(1, submitted=LEFT_OUT), work(LEFT_OUT), work(-2, submitted=LEFT_OUT)])
def test_what_presses_most_is_unknown_while_something_might_press_more(doubt: Assignment) -> None:
    assert next_due([work(5), doubt], NOON) is LEFT_OUT


def test_doubt_about_later_work_does_not_hide_what_is_due_sooner() -> None:
    assert next_due([work(1), work(5, submitted=LEFT_OUT)], NOON) == work(1)


@given(st.lists(any_work))
def test_ordering_loses_nothing_and_is_stable(every: list[Assignment]) -> None:
    ordered = in_order(every, NOON)

    assert sorted(map(id, ordered)) == sorted(map(id, every))
    assert in_order(ordered, NOON) == ordered


@given(st.lists(any_work))
def test_overdue_work_is_always_on_top(every: list[Assignment]) -> None:
    late = [work_state(each, NOON) is WorkState.OVERDUE for each in in_order(every, NOON)]

    assert late == sorted(late, reverse=True)
