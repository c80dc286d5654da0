"""Tables that leave the program: no cell is a formula, none and not known stay apart, nothing is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.export.tables import NOT_KNOWN, csv_text, json_rows

HARMFUL = "=+-@\t\r\n＝＋－＠"


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_is_as_rfc_4180_has_it() -> None:
    text = csv_text(("name", "note"), [("Aarav", 'said "hi"'), ("दीया, शर्मा", "two\nlines")])

    assert text == 'name,note\r\nAarav,"said ""hi"""\r\n"दीया, शर्मा","two\nlines"\r\n'


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+91 50000 10001", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", '=HYPERLINK("x")'],
)
def test_a_cell_that_a_spreadsheet_would_calculate_is_made_text(cell: str) -> None:
    assert read(csv_text(("a",), [(cell,)])) == [["a"], [f"'{cell}"]]


@pytest.mark.parametrize("cell", ["1+1", "Anna-Maria", "a@b.example", " =1", "'=1", "007", "–"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert read(csv_text(("a",), [(cell,)])) == [["a"], [cell]]


def test_none_is_empty_and_not_known_is_said() -> None:
    assert csv_text(("a", "b"), [("", None)]) == f"a,b\r\n,{NOT_KNOWN}\r\n"
    assert json_rows(("a", "b"), [("", None)]) == [{"a": "", "b": None}]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_every_text_comes_back_and_none_can_be_a_formula(rows: list[list[str]]) -> None:
    back = read(csv_text(("a", "b"), rows))[1:]

    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(tuple(HARMFUL)) for row in back for cell in row)
