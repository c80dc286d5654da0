"""What leaves a table: exactly the rows and columns that are shown, in the order in which they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from optilearn_tui.tui.staff.unread import NOT_READ
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN
from optilearn_tui.tui.table_columns import Column

R = TypeVar("R")


@dataclass(frozen=True)
class SignColumn(Column[R]):
    """A column of signs; `out` gives the word that leaves the program for one, None for not known."""

    out: Callable[[R], str | None] = lambda _: None


class SheetKind(StrEnum):
    """How a sheet is written."""

    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on its way out.

    Attributes:
        name: what the file is about, in a few words; no path, and no ending.
        kind: how it is to be written.
        keys: the columns' names, the same in every language: for programs.
        header: the columns' titles as the person sees them.
        rows: the cells as text; None where a value is not known, empty where there is really none.
    """

    name: str
    kind: SheetKind
    keys: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


Export = Callable[[Sheet], Path]
"""Writes a sheet to a new file and says where; may raise an OSError. Called in a thread."""


def cells_of(row: R, columns: Sequence[Column[R]]) -> tuple[str | None, ...]:
    """What stands in a row, as it is shown; `None` for not known, nothing for none."""
    return tuple(_plain(column, row) for column in columns)


def sheet_of(name: str, kind: SheetKind, rows: Sequence[R], columns: Sequence[Column[R]]) -> Sheet:
    """The shown rows and columns of a table as a sheet."""
    return Sheet(
        name=name,
        kind=kind,
        keys=tuple(column.name for column in columns),
        header=tuple(column.title() for column in columns),
        rows=tuple(cells_of(row, columns) for row in rows),
    )


def lines_of(rows: Sequence[R], columns: Sequence[Column[R]]) -> str:
    """Rows for the clipboard: cells between tabs, so that a spreadsheet takes them apart again."""
    return "\n".join("\t".join(cell or "" for cell in cells_of(row, columns)) for row in rows)


def _plain(column: Column[R], row: R) -> str | None:
    if isinstance(column, SignColumn):
        return column.out(row)
    cell = column.cell(row)
    text = (cell if isinstance(cell, str) else cell.plain).strip()
    if text in {NOT_KNOWN, NOT_READ}:
        return None
    return "" if text == NONE_HERE else text
