"""The line above a table that narrows it while somebody types, and from which the rows can be walked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.binding import Binding

from optilearn_tui.i18n import N_
from optilearn_tui.tui.fields import Field

if TYPE_CHECKING:
    from optilearn_tui.tui.line_view import LineView


class FilterField(Field):
    """A field whose keys for moving about move the cursor of the rows below, as in a list of commands."""

    DEFAULT_CSS = """
    FilterField { max-width: 100%; }
    """

    BINDINGS = [
        Binding("enter", "choose", N_("Open")),
        Binding("up", "rows('move', -1)", N_("Row up"), show=False),
        Binding("down", "rows('move', 1)", N_("Row down"), show=False),
        Binding("pageup", "rows('page', -1)", N_("Page up"), show=False),
        Binding("pagedown", "rows('page', 1)", N_("Page down"), show=False),
    ]

    def __init__(self, rows: LineView, prompt: Callable[[], str]) -> None:
        """A field for `rows`; `prompt` says what can be typed, in the language spoken now."""
        super().__init__()
        self._rows = rows
        self._prompt = prompt
        self.retranslate()

    def retranslate(self) -> None:
        """Say what can be typed in the language spoken now."""
        self.placeholder = self._prompt()

    def action_choose(self) -> None:
        """Choose the row of the cursor."""
        self._rows.action_choose_line()

    def action_rows(self, way: str, steps: int) -> None:
        """Move the cursor of the rows, while the typing goes on here."""
        if way == "page":
            self._rows.action_page(steps)
        else:
            self._rows.action_move(steps)
