"""What leaves a table: the cells as they are shown, and words where they are signs."""

from __future__ import annotations

from optilearn_tui.tui.paint import quiet
from optilearn_tui.tui.staff.sheet import SheetKind, SignColumn, lines_of, sheet_of
from optilearn_tui.tui.staff.unread import NOT_READ
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.table_columns import Column

COLUMNS = (
    Column[str]("name", lambda: "नाम", lambda row: row),
    Column[str]("length", lambda: "लंबाई", lambda row: Styled(f" {len(row)} "), right=True),
    SignColumn[str]("seen", lambda: "दिखता है", lambda _: quiet("✗"), out=lambda _: "no"),
)


def test_a_sheet_has_the_names_for_programs_and_the_titles_for_people() -> None:
    sheet = sheet_of("8-B", SheetKind.CSV, ("Zoya", "दीया"), COLUMNS)

    assert (sheet.name, sheet.kind) == ("8-B", "csv")
    assert sheet.keys == ("name", "length", "seen")
    assert sheet.header == ("नाम", "लंबाई", "दिखता है")
    assert sheet.rows == (("Zoya", "4", "no"), ("दीया", "4", "no"))


def test_not_known_is_told_from_none() -> None:
    sheet = sheet_of("x", SheetKind.JSON, (NOT_KNOWN, NOT_READ, NONE_HERE, ""), COLUMNS[:1])

    assert sheet.rows == ((None,), (None,), ("",), ("",))


def test_rows_are_copied_with_tabs_between_the_cells() -> None:
    assert lines_of(("Zoya", "?"), COLUMNS) == "Zoya\t4\tno\n\t1\tno"
