"""The large table with the keys of the staff room: sorting is bound by the screen, wherever the focus is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.line_view import LineView
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.virtual_table import VirtualTable

if TYPE_CHECKING:
    from textual import events

R = TypeVar("R")


class StaffTable(VirtualTable[R], inherit_bindings=False):
    """A table of the staff room."""

    BINDING_GROUP_TITLE = N_("Table")
    BINDINGS = LineView.BINDINGS

    DEFAULT_CSS = """
    StaffTable {
        background: $background;
        scrollbar-color: $foreground 20%;
        scrollbar-color-hover: $foreground 35%;
        scrollbar-color-active: $primary;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    StaffTable > .line-view--head { background: $background; color: $foreground-muted; text-style: none; }
    """

    touched = False
    """Whether somebody moved the cursor since `let_go`; until then it stays on top, whatever comes in."""

    def let_go(self) -> None:
        """The rows will be about something else: the cursor belongs to nobody."""
        self.touched = False

    @override
    def show(self, rows: Iterable[R]) -> None:
        super().show(rows)
        if not self.touched:
            self.action_first()

    @override
    def action_move(self, lines: int) -> None:
        self.touched = True
        super().action_move(lines)

    @override
    def action_page(self, pages: int) -> None:
        self.touched = True
        super().action_page(pages)

    @override
    def action_last(self) -> None:
        self.touched = True
        super().action_last()

    @override
    def on_click(self, event: events.Click) -> None:
        self.touched = True
        super().on_click(event)

    @override
    def line(self, number: int, *, at_cursor: bool) -> str | Styled:
        # The cursor has a colour of its own; on it the cells' colours could not be read.
        line = super().line(number, at_cursor=at_cursor)
        return line.plain if at_cursor and isinstance(line, Styled) else line
