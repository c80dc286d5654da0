"""Rows, and above them a line that narrows them, which comes when it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.containers import Vertical

from optilearn_tui.tui.staff.filter_field import FilterField

if TYPE_CHECKING:
    from optilearn_tui.tui.line_view import LineView


class FilteredPane(Vertical):
    """A part of a staff screen that is filtered.

    Attributes:
        field: the line that narrows the rows.
    """

    DEFAULT_CSS = """
    FilteredPane {
        & > FilterField { display: none; }
        &.-filtering > FilterField { display: block; }
    }
    """

    def __init__(self, rows: LineView, prompt: Callable[[], str], *, name: str | None = None) -> None:
        """A pane of `rows`.

        Args:
            rows: what is narrowed.
            prompt: what can be typed into the filter.
            name: the widget's id.
        """
        super().__init__(id=name)
        self.field = FilterField(rows, prompt)
        self._rows = rows

    @property
    def has_the_focus(self) -> bool:
        """Whether somebody is here."""
        return self._rows.has_focus or self.field.has_focus

    @property
    def is_filtered(self) -> bool:
        """Whether there is a filter to clear."""
        return bool(self.field.value) or self.field.has_focus

    def begin_filter(self) -> None:
        """Let somebody type what the rows are to be narrowed by."""
        self.add_class("-filtering")
        self.field.focus()

    def clear_filter(self) -> None:
        """Show all rows again."""
        self.field.value = ""
        self.remove_class("-filtering")
        self._rows.focus()
