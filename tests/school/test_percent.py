"""Percentages round the same everywhere, and never up to a claim that is not true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.school.percent import share

parts = st.tuples(st.integers(0, 10_000), st.integers(1, 10_000)).map(lambda pair: (min(pair), max(pair)))


@pytest.mark.parametrize(("part", "whole", "percent"), [(1, 8, 13), (2, 3, 67), (199, 200, 99), (1, 300, 1)])
def test_a_share_rounds_halves_up_but_stays_off_the_ends(part: int, whole: int, percent: int) -> None:
    assert share(part, whole) == percent


@given(parts)
def test_only_all_is_100_and_only_none_is_0(pair: tuple[int, int]) -> None:
    part, whole = pair

    assert (share(part, whole) == 100) == (part == whole)
    assert (share(part, whole) == 0) == (part == 0)


@given(parts)
def test_a_share_and_its_rest_differ_from_100_by_rounding_only(pair: tuple[int, int]) -> None:
    part, whole = pair

    assert abs(share(part, whole) + share(whole - part, whole) - 100) <= 1


@given(parts, st.integers(1, 50))
def test_a_share_does_not_depend_on_the_unit(pair: tuple[int, int], factor: int) -> None:
    part, whole = pair

    assert share(part * factor, whole * factor) == share(part, whole)


@given(parts)
def test_one_more_never_lowers_the_share(pair: tuple[int, int]) -> None:
    part, whole = pair
    if part < whole:
        assert share(part + 1, whole) >= share(part, whole)


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (-1, 4), (5, 4)])
def test_an_impossible_share_is_refused(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        share(part, whole)
