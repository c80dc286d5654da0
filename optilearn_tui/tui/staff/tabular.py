"""A table as the keys of a screen see it, whatever its rows are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from optilearn_tui.tui.staff.column_choice import ColumnScreen
    from optilearn_tui.tui.staff.sheet import Sheet, SheetKind


class Tabular(Protocol):
    """What can be done with a table that is looked at. `TablePane` is one."""

    @property
    def line_count(self) -> int:
        """How many rows are shown."""

    @property
    def titles(self) -> Sequence[Callable[[], str]]:
        """The titles of the shown columns."""

    @property
    def has_choice(self) -> bool:
        """Whether there are columns to choose among."""

    @property
    def is_filtered(self) -> bool:
        """Whether there is a filter to clear."""

    def say(self) -> None:
        """Say everything anew that is not in the table."""

    def begin_filter(self) -> None:
        """Let somebody type what the rows are to be narrowed by."""

    def clear_filter(self) -> None:
        """Show all rows again."""

    def sort_by_next(self) -> None:
        """Sort by the next column."""

    def turn(self) -> None:
        """Sort the other way round."""

    def column_screen(self) -> ColumnScreen:
        """A screen to choose columns on."""

    def choose_columns(self, names: Sequence[str]) -> None:
        """Show these columns from now on."""

    def highlighted_line(self) -> str:
        """The row of the cursor for the clipboard."""

    def shown_lines(self) -> str:
        """Every shown row for the clipboard."""

    def sheet(self, kind: SheetKind) -> Sheet:
        """Exactly what is shown, on its way out."""
