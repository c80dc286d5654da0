"""Lines of facts stay within their width; what matters less gives way first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.columns import beside, packed, prose, spread, table
from optilearn_tui.tui.styled import Styled

WORDS = st.text(alphabet="abc अआइ", max_size=25).map(Styled)


def texts(lines: list[Styled]) -> list[str]:
    return [line.plain for line in lines]


def rows(*lines: str) -> list[list[Styled]]:
    return [[Styled(cell) for cell in line.split("|")] for line in lines]


def test_columns_line_up_and_numbers_stand_to_the_right() -> None:
    assert texts(table(40, rows("Essay|9%|Passed", "Test|100%|Failed"), flush="lr")) == [
        "Essay    9%  Passed",
        "Test   100%  Failed",
    ]


def test_the_first_column_gives_way() -> None:
    assert texts(table(22, rows("A very long title|84%|Passed"))) == ["A very l…  84%  Passed"]


def test_the_last_columns_go_before_the_first_gets_too_short() -> None:
    assert texts(table(14, rows("A very long title|84%|Passed"))) == ["A very l…  84%"]
    assert texts(table(12, rows("A very long title|84%|Passed"), narrowest=12)) == ["A very long…"]


def test_no_rows_are_no_lines() -> None:
    assert table(20, []) == []


def test_both_ends_of_a_line_are_used() -> None:
    assert spread(20, Styled("Fees"), Styled("Due")).plain == "Fees             Due"
    assert spread(14, Styled("A very long title"), Styled("Due")).plain == "A very l…  Due"
    assert spread(9, Styled("A very long title"), Styled("Due")).plain == "A very l…"


def test_short_facts_are_packed_without_being_broken() -> None:
    facts = [Styled("P present 9"), Styled("L late 0"), Styled("A absent 1")]
    assert texts(packed(22, facts)) == ["P present 9  L late 0", "A absent 1"]


def test_two_columns_stand_beside_each_other() -> None:
    assert texts(beside([Styled("a"), Styled("b")], [Styled("1")], 4)) == ["a   1", "b"]


def test_prose_is_no_longer_than_the_eye_likes() -> None:
    assert all(line.cell_length <= 90 for line in prose(200, "word " * 100))


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=5), st.integers(8, 60))
def test_no_row_is_wider_than_there_is_room(cells: list[list[Styled]], width: int) -> None:
    assert all(line.cell_length <= width for line in table(width, cells))


@given(WORDS, WORDS, st.integers(1, 40))
def test_no_spread_line_is_wider_than_there_is_room(left: Styled, right: Styled, width: int) -> None:
    assert spread(width, left, right).cell_length <= width
