"""Columns are as wide as their titles, share what is left over, and never take more than there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.table_columns import GAP, Column, column_widths


def column(title: str = "", *, least: int = 4, most: int | None = None, share: int = 0) -> Column[str]:
    return Column("c", lambda: title, str, least=least, most=most, share=share)


def test_columns_without_a_share_take_the_least() -> None:
    assert column_widths([column(least=4), column(least=9)], 100) == [4, 9]


def test_a_column_is_as_wide_as_its_title_in_any_terminal() -> None:
    assert column_widths([column("Roll number"), column("विद्यार्थी")], 0) == [11, 8]


def test_what_is_left_over_is_shared_in_proportion_to_the_last_cell() -> None:
    assert column_widths([column(share=2), column(), column(share=1)], 12 + 3 * GAP + 10) == [11, 4, 7]


def test_what_one_column_may_not_take_goes_to_the_others() -> None:
    assert column_widths([column(share=1, most=6), column(share=1)], 8 + 2 * GAP + 10) == [6, 12]
    assert column_widths([column(share=1, most=6)], 80) == [6]
    assert column_widths([column("Longer than most", share=1, most=6)], 80) == [16]


def test_too_little_room_leaves_every_column_its_least() -> None:
    assert column_widths([column(share=1), column(least=9)], 3) == [4, 9]


@given(
    st.lists(
        st.builds(
            column,
            st.text("ab", max_size=12),
            least=st.integers(-2, 20),
            most=st.one_of(st.none(), st.integers(0, 30)),
            share=st.integers(-1, 4),
        ),
        max_size=9,
    ),
    st.integers(-5, 250),
)
def test_widths_fit_and_use_what_there_is(columns: list[Column[str]], room: int) -> None:
    widths, least = column_widths(columns, room), column_widths(columns, 0)
    taken = sum(widths) + GAP * len(widths)

    assert all(width >= smallest >= 1 for width, smallest in zip(widths, least, strict=True))
    assert taken <= room or widths == least
    if any(each.share > 0 and each.most is None for each in columns) and widths != least:
        assert taken == room
