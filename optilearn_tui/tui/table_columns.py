"""The columns of a large table: what each is called and shows, how wide it is, and what it is sorted by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.school.folding import natural_order
from optilearn_tui.tui.terminal_widths.measuring import cell_len

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

    from optilearn_tui.api.models import Unknown
    from optilearn_tui.tui.styled import Styled

R = TypeVar("R")

GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column of rows of one type.

    A column is never narrower than its title. Columns with a `share` divide among them the cells that are
    left over; where there are too few cells for all, the table is scrolled sideways.

    Attributes:
        name: what the program calls it; the same in every language.
        title: what the person reads, in the language spoken now.
        cell: what stands in a row. Text is shown as it is, never read as markup.
        least: the fewest cells it takes.
        most: the most cells it takes, where that is bounded.
        share: how much of the cells left over it takes, against the shares of others; 0: none.
        right: whether it stands to the right, as numbers do.
        sort: what rows are sorted by: values of one comparable type, None where there is really none,
            `Unknown` where it is not known. Left out: the text of the cell, numbers in it by their value.
    """

    name: str
    title: Callable[[], str]
    cell: Callable[[R], str | Styled]
    least: int = 4
    most: int | None = None
    share: int = 0
    right: bool = False
    sort: Callable[[R], SupportsRichComparison | Unknown | None] | None = None

    def sort_key(self, row: R) -> SupportsRichComparison | Unknown | None:
        """What a row is sorted by in this column."""
        if self.sort is not None:
            return self.sort(row)
        cell = self.cell(row)
        return natural_order(cell if isinstance(cell, str) else cell.plain)


def column_widths(columns: Sequence[Column[R]], room: int) -> list[int]:
    """How many cells each column takes where there are `room` cells, a gap behind each included.

    Together they may take more than there is room, and never fewer than one cell each.
    """
    widths = [max(column.least, cell_len(column.title()), 1) for column in columns]
    left = room - sum(widths) - GAP * len(widths)
    growing = [place for place, column in enumerate(columns) if column.share > 0]
    while left > 0 and growing:
        shares = sum(columns[place].share for place in growing)
        given = 0
        for place in tuple(growing):
            # Rounded up, so that the last cells are given away as well.
            wanted = min(-(-left * columns[place].share // shares), left - given)
            most = columns[place].most
            granted = wanted if most is None else min(wanted, max(most - widths[place], 0))
            widths[place] += granted
            given += granted
            if granted < wanted:
                growing.remove(place)
        left -= given
    return widths
