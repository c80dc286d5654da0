"""Bars and sparklines tell the truth at both ends, and without colour."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.bars import progress_bar, sparkline


def test_a_bar_shows_halves_of_a_cell() -> None:
    assert progress_bar(0, 8).plain == "▁▁▁▁▁▁▁▁"
    assert progress_bar(50, 8).plain == "▄▄▄▄▁▁▁▁"
    assert progress_bar(70, 8).plain == "▄▄▄▄▄▖▁▁"
    assert progress_bar(100, 8).plain == "▄▄▄▄▄▄▄▄"


def test_a_bar_is_full_only_when_all_is_done() -> None:
    assert progress_bar(99.9, 8).plain != progress_bar(100, 8).plain


@given(st.floats(-50, 200), st.integers(1, 60))
def test_a_bar_is_as_long_as_it_is_told(percent: float, cells: int) -> None:
    assert progress_bar(percent, cells).cell_length == cells


def test_a_sparkline_has_one_block_a_mark_from_nought_to_a_hundred() -> None:
    assert sparkline([0, 12.5, 50, 99, 100, 140, -3]) == "▁▂▅███▁"
