"""A drawn line of a table: cut between letters, in line with the title, and never read as markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.table_columns import Column
from optilearn_tui.tui.table_lines import column_at, head_line, line_width, row_line
from optilearn_tui.tui.terminal_widths.measuring import cell_len

Row = tuple[str | Styled, str | Styled]

COLUMNS = (
    Column[Row]("name", lambda: "Name", lambda row: row[0]),
    Column[Row]("roll", lambda: "Roll", lambda row: row[1], right=True),
)
WIDTHS = [8, 5]


def line(first: str | Styled, second: str | Styled = "", *, cursor: bool = False) -> str:
    drawn = row_line((first, second), COLUMNS, WIDTHS, cursor=cursor)
    return drawn if isinstance(drawn, str) else drawn.plain


def test_cells_stand_below_their_titles() -> None:
    assert head_line(COLUMNS, WIDTHS, None) == "  Name       Roll  "
    assert line("Aarav", "7") == "  Aarav         7"


def test_the_line_of_the_cursor_has_a_sign_of_its_own() -> None:
    assert line("Aarav", "7", cursor=True) == "› Aarav         7"


def test_the_title_sorted_by_has_a_mark_that_moves_nothing() -> None:
    assert head_line(COLUMNS, WIDTHS, "name") == "  Name▴      Roll  "
    assert head_line(COLUMNS, WIDTHS, "roll", falling=True) == "  Name       Roll▾ "
    assert len(head_line(COLUMNS, WIDTHS, "roll")) == line_width(WIDTHS)


def test_what_is_too_long_is_cut_with_a_sign() -> None:
    assert line("Venkatanarasimha", "1234567") == "  Venkata…  1234…"
    assert line(Styled("Venkatanarasimha"), Styled("1234567")) == "  Venkata…  1234…"


def test_hindi_is_cut_between_letters() -> None:
    for cell in ("क्षत्रिय", Styled("क्षत्रिय")):
        assert str(row_line((cell, ""), COLUMNS[:1], [4])).split() == ["क्ष…"]


@pytest.mark.parametrize("name", ["[red]x[/]", "[/y]", "Kabir [KD]", "$text-error", "a\\[b"])
def test_what_looks_like_markup_is_text(name: str) -> None:
    columns, widths = COLUMNS[:1], [20]

    assert str(row_line((name, ""), columns, widths)).strip() == name


def test_control_characters_never_reach_the_terminal() -> None:
    assert line("a\x1b[31mb\nc\td") == "  a[31mb…        "
    assert line("a\nb", "\r") == "  a b            "
    assert line(Styled("a\x1bb\nc"), "1") == "  ab c          1"


def test_styles_of_a_cell_stay_on_its_text() -> None:
    drawn = row_line((Styled.of("overdue today", "$text-error"), "7"), COLUMNS, WIDTHS)

    assert isinstance(drawn, Styled)
    assert drawn.plain == "  overdue…      7"
    assert [(span.start, span.end, span.style) for span in drawn.spans] == [(2, 9, "$text-error")]


def test_a_click_finds_the_column_it_is_on() -> None:
    assert [column_at(cell, WIDTHS) for cell in (0, 2, 11, 12, 18, 19)] == [0, 0, 0, 1, 1, None]


@given(st.text(), st.booleans())
def test_a_line_is_as_wide_as_its_columns_whatever_stands_in_it(text: str, styled: bool) -> None:
    cell = Styled(text) if styled else text
    drawn = row_line((cell, cell), COLUMNS, WIDTHS)
    plain = drawn if isinstance(drawn, str) else drawn.plain

    assert cell_len(plain) == 2 + 8 + 2 + 5
    assert not set(plain) & set("\n\r\x1b\x07")


@given(st.text(st.sampled_from("कखगशरमािीुूेैोौं्ँः ab"), max_size=30))
def test_a_cell_never_runs_over_its_neighbour_in_any_terminal(text: str) -> None:
    columns, widths = COLUMNS[:1], [8]
    drawn = str(row_line((text, ""), columns, widths))

    assert cell_len(drawn.rstrip()) <= 2 + 8
