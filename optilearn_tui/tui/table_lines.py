"""One line of a large table, drawn: cells cut between letters, padded, and never read as markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from optilearn_tui.api.models import clean
from optilearn_tui.tui.cropping import shorten
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.table_columns import GAP, Column
from optilearn_tui.tui.terminal_widths.measuring import cell_len

R = TypeVar("R")

CURSOR = "› "
"""What stands before the row of the cursor, so that colour is not all that tells it."""
NO_CURSOR = " " * len(CURSOR)
RISING, FALLING = "▴", "▾"

_SPACE = " " * GAP


def row_line(
    row: R, columns: Sequence[Column[R]], widths: Sequence[int], *, cursor: bool = False
) -> str | Styled:
    """A row in columns; plain text where every cell is, which is the quicker to draw."""
    cells = [
        _fitted(column.cell(row), width, right=column.right)
        for column, width in zip(columns, widths, strict=True)
    ]
    return _joined(CURSOR if cursor else NO_CURSOR, cells)


def head_line(
    columns: Sequence[Column[R]], widths: Sequence[int], sorted_by: str | None, *, falling: bool = False
) -> str:
    """The titles; the one that the rows are sorted by has a mark, in the gap behind it."""
    line = NO_CURSOR
    for column, width in zip(columns, widths, strict=True):
        mark = (FALLING if falling else RISING) if column.name == sorted_by else " "
        title = shorten(clean(column.title()), width)
        space = " " * (width - cell_len(title))
        line += f"{space}{title}{mark} " if column.right else f"{title}{mark}{space} "
    return line


def line_width(widths: Sequence[int]) -> int:
    """Cells of a whole line; the last column has a gap behind it as well, for the mark in its title."""
    return len(NO_CURSOR) + sum(widths) + GAP * len(widths)


def column_at(cell: int, widths: Sequence[int]) -> int | None:
    """The number of the column that stands at a cell of a line, its gap included; None beyond the last."""
    end = len(NO_CURSOR)
    for number, width in enumerate(widths):
        end += width + GAP
        if cell < end:
            return number
    return None


def _fitted(cell: str | Styled, width: int, *, right: bool) -> str | Styled:
    if isinstance(cell, Styled):
        plain = clean(cell.plain)
        # Whatever has to be cleaned is not worth its colours.
        return _fitted_content(cell if plain == cell.plain else Styled(plain), width, right=right)
    text = shorten(clean(cell), width)
    space = " " * (width - cell_len(text))
    return space + text if right else text + space


def _fitted_content(cell: Styled, width: int, *, right: bool) -> Styled:
    if cell_len(cell.plain) > width:
        kept = shorten(cell.plain, width)
        cell = cell[: len(kept) - 1] + kept[-1:]
    space = width - cell.cell_length
    return cell.pad_left(space) if right else cell.pad_right(space)


def _joined(gutter: str, cells: Sequence[str | Styled]) -> str | Styled:
    plain = [cell for cell in cells if isinstance(cell, str)]
    if len(plain) == len(cells):
        return gutter + _SPACE.join(plain)
    contents = (Styled(cell) if isinstance(cell, str) else cell for cell in cells)
    return Styled(gutter) + Styled(_SPACE).join(contents)
