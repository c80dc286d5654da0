"""Which columns of a table are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.screen import ModalScreen
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.line_view import LineView
from optilearn_tui.tui.terminal_widths.measuring import cell_len
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from optilearn_tui.tui.table_columns import Column

R = TypeVar("R")

_CURSOR, _NO_CURSOR = "› ", "  "


class ColumnList(LineView):
    """Every column there is, those that are shown ticked and first."""

    DEFAULT_CSS = """
    ColumnList { height: auto; max-height: 16; background: $surface; }
    """

    BINDINGS = [
        Binding("enter", "choose_line", N_("Done")),
        Binding("space", "tick", N_("Show or hide")),
        Binding("shift+up", "shift(-1)", N_("Further left")),
        Binding("shift+down", "shift(1)", N_("Further right"), show=False),
    ]

    def __init__(self, columns: Sequence[Column[R]], shown: Iterable[str]) -> None:
        """A list of `columns`, of which those named in `shown` are ticked."""
        super().__init__()
        titles = {column.name: column.title for column in columns}
        self._titles = titles
        first = [name for name in shown if name in titles]
        self._ticked = set(first)
        self._order = [*first, *(name for name in titles if name not in self._ticked)]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ticked columns, in their order."""
        return tuple(name for name in self._order if name in self._ticked)

    def on_mount(self) -> None:
        """Show every column."""
        self.show_lines(0)

    @property
    @override
    def line_count(self) -> int:
        return len(self._order)

    @property
    @override
    def line_cells(self) -> int:
        return max(cell_len(self._line(name)) for name in self._order)

    @override
    def head(self) -> str:
        return _NO_CURSOR + tr("Column")

    @override
    def line(self, number: int, *, at_cursor: bool) -> str:
        return (_CURSOR if at_cursor else _NO_CURSOR) + self._line(self._order[number])

    @override
    def instead(self) -> str:
        return ""

    def _line(self, name: str) -> str:
        return f"[{'x' if name in self._ticked else ' '}] {self._titles[name]()}"

    @override
    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return self.line_count + 1

    def action_tick(self) -> None:
        """Show the column of the cursor, or do not; the last one stays."""
        name = self._order[self.cursor]
        if self._ticked != {name}:
            self._ticked ^= {name}
        self.show_lines(self.cursor)

    def action_shift(self, step: int) -> None:
        """Put the column of the cursor further left or right."""
        here, there = self.cursor, self.validate_cursor(self.cursor + step)
        self._order[here], self._order[there] = self._order[there], self._order[here]
        self.show_lines(there)

    @override
    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and 0 < offset.y <= self.line_count:
            self.cursor = offset.y - 1 + self.scroll_offset.y
            self.action_tick()

    @override
    def line_chosen(self) -> None:
        if isinstance(self.screen, ColumnScreen):
            self.screen.action_accept()

    def retranslate(self) -> None:
        """Say the titles in the language spoken now."""
        self.show_lines(self.cursor)


class ColumnScreen(LeftOnce["tuple[str, ...] | None"], ModalScreen["tuple[str, ...] | None"]):
    """A list of columns; dismissed with the names of those to show, or with None to leave them."""

    BINDING_GROUP_TITLE = N_("Columns")
    BINDINGS = [Binding("enter", "accept", N_("Done")), Binding("escape", "leave", N_("Back"))]
    AUTO_FOCUS = "ColumnList"

    DEFAULT_CSS = """
    ColumnScreen {
        align: left bottom;
        background: $background 40%;
        &:ansi { background: transparent; }
        #columns {
            width: 100%; height: auto; max-height: 90%;
            padding: 1 4;
            background: $surface; border-top: heavy $primary;
        }
        #columns > Words { margin-bottom: 1; }
    }
    """

    def __init__(self, columns: Sequence[Column[R]], shown: Iterable[str]) -> None:
        super().__init__()
        self._list = ColumnList(columns, shown)

    @override
    def compose(self) -> ComposeResult:
        with VerticalGroup(id="columns"):
            yield Words(lambda: tr("Which columns are shown?"))
            yield self._list
        yield KeyHints()

    def action_accept(self) -> None:
        """Show the ticked columns."""
        self.dismiss(self._list.chosen)

    def action_leave(self) -> None:
        """Leave the columns as they are."""
        self.dismiss(None)
