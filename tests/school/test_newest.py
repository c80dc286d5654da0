"""Newest first, with what has no date kept in the server's order behind."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.newest import newest_first

Moment = datetime | Unknown | None

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
moments: st.SearchStrategy[Moment] = st.one_of(
    st.none(), st.just(LEFT_OUT), st.integers(0, 30).map(lambda days: NOON - timedelta(days=days))
)


@given(st.lists(moments))
def test_nothing_is_lost_and_dates_only_fall(days: list[Moment]) -> None:
    ordered = newest_first(list(enumerate(days)), lambda pair: pair[1])

    assert sorted(number for number, _ in ordered) == list(range(len(days)))
    dated = [moment for _, moment in ordered if isinstance(moment, datetime)]
    assert dated == sorted(dated, reverse=True)
    assert [moment for _, moment in ordered[: len(dated)]] == dated


@given(st.lists(moments))
def test_equal_and_missing_dates_keep_the_servers_order(days: list[Moment]) -> None:
    ordered = newest_first(list(enumerate(days)), lambda pair: pair[1])

    for (first, one), (second, other) in itertools.pairwise(ordered):
        if one == other or not (isinstance(one, datetime) or isinstance(other, datetime)):
            assert first < second
