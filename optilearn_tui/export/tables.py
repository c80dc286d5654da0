r"""Tables for spreadsheets and programs: CSV (RFC 4180) that runs no formula, and JSON rows.

A cell is None where its value is not known, and empty where there is really none. Column names are for
programs and never follow the language (COMMANDS.md).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Cells = Sequence[str | None]

NOT_KNOWN = "?"
"""Stands in CSV for a value that is not known: an empty cell says that there is none."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula; the wide forms count in East Asian versions."""


def csv_text(keys: Sequence[str], rows: Iterable[Cells]) -> str:
    """A table as CSV, its first line the column names.

    Names and phone numbers are other people's text: a cell that a spreadsheet would calculate gets an
    apostrophe in front, and so a phone number that begins with `+` stays as it was written.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(keys)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return sheet.getvalue()


def json_rows(keys: Sequence[str], rows: Iterable[Cells]) -> list[dict[str, str | None]]:
    """A table as one object a row, by column name; null for what is not known."""
    return [dict(zip(keys, row, strict=True)) for row in rows]


def _cell(cell: str | None) -> str:
    if cell is None:
        return NOT_KNOWN
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
