"""The table of the board: one row a child, a cursor, and a column to sort by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.api.errors import Offline
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.dates import read_at
from optilearn_tui.tui.board_columns import Column, Entry, columns_for
from optilearn_tui.tui.columns import GAP, Lines, column_widths, table
from optilearn_tui.tui.paint import quiet, under_cursor, warning
from optilearn_tui.tui.standing import brief
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from optilearn_tui.api.clock import Clock


_NARROWEST_NAME = 18
_AIRY = 30
"""Lines of the screen from which rows stand apart."""


class BoardTable(ScrollableContainer, can_focus=True):
    """Entries in the order of the chosen column; below an entry, what is the matter with its data."""

    DEFAULT_CSS = """
    BoardTable {
        height: auto;
        max-height: 1fr;
        padding: 0 1;
        scrollbar-size: 0 0;
        & > Static { width: 1fr; height: auto; text-wrap: nowrap; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Go to child")),
        Binding("s", "sort(1)", N_("Sort")),
        Binding("S", "turn", N_("Turn round")),
        Binding("up", "move(-1)", N_("Previous child"), show=False),
        Binding("down", "move(1)", N_("Next child"), show=False),
        Binding("home", "move(-999)", N_("First child"), show=False),
        Binding("end", "move(999)", N_("Last child"), show=False),
    ]

    BINDING_GROUP_TITLE = N_("This table")

    entries: reactive[tuple[Entry, ...]] = reactive((), init=False)
    cursor: reactive[int] = reactive(0, init=False)
    sorted_by: reactive[Column | None] = reactive(None, init=False)
    """None: in the order of the switcher."""
    falling: reactive[bool] = reactive(default=False, init=False)

    class Chosen(Message):
        """A child was chosen."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, clock: Clock, zone: tzinfo) -> None:
        super().__init__()
        self._clock = clock
        self._zone = zone
        self._body = Static()
        self._starts: list[int] = []
        self._widths: list[int] = []
        self._marked: tuple[str, str] | None = None

    @override
    def compose(self) -> ComposeResult:
        yield self._body

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, those left out for want of room included."""
        return columns_for(self.entries)

    @property
    def ordered(self) -> Sequence[Entry]:
        """The entries as they stand: by the chosen column, those without a value in it at the end."""
        if self.sorted_by is None:
            return self.entries
        key = self.sorted_by.sort_key
        valued = [(value, entry) for entry in self.entries if (value := key(entry)) is not None]
        valued.sort(key=lambda pair: _comparable(pair[0]), reverse=self.falling)
        return (
            *(entry for _, entry in valued),
            *(entry for entry in self.entries if key(entry) is None),
        )

    def redraw(self) -> None:
        """Word everything anew."""
        width = self.scrollable_content_region.width
        if not self.is_mounted or width <= 0:
            return
        now, ordered, columns = self._clock(), self._with_cursor_on_its_child(), self.columns
        rows = [[self._title(column) for column in columns]]
        rows += [[column.content(entry, now) for column in columns] for entry in ordered]
        head, *lines = table(width, rows, narrowest=_NARROWEST_NAME)
        self._widths = column_widths(width, rows, narrowest=_NARROWEST_NAME)
        drawn: Lines = [head]
        self._starts = []
        for number, (entry, line) in enumerate(zip(ordered, lines, strict=True)):
            if self.screen.size.height >= _AIRY:
                drawn.append(Styled())
            self._starts.append(len(drawn))
            drawn.append(under_cursor(line, width) if number == self.cursor else line)
            drawn += _troubles(entry, now, self._zone)
        self._body.update(Styled("\n").join(drawn))

    def _with_cursor_on_its_child(self) -> Sequence[Entry]:
        """The entries as they stand; an answer that changes their order takes the cursor along."""
        ordered = self.ordered
        keys = [entry.key for entry in ordered]
        if self._marked in keys:
            self.set_reactive(BoardTable.cursor, keys.index(self._marked))
        elif keys:
            self.set_reactive(BoardTable.cursor, min(self.cursor, len(keys) - 1))
            self._marked = keys[self.cursor]
        return ordered

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.redraw()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.sorted_by is not None if action == "turn" else True

    def _title(self, column: Column) -> Styled:
        mark = (" ▾" if self.falling else " ▴") if column is self.sorted_by else ""
        return quiet(tr(column.title) + mark)

    def on_resize(self) -> None:
        """Another width: other columns may fit."""
        self.redraw()

    def watch_entries(self) -> None:
        """Another child, or another answer."""
        self.redraw()

    def watch_sorted_by(self) -> None:
        """Another order."""
        self.redraw()
        self.refresh_bindings()

    def watch_falling(self) -> None:
        """The other way round."""
        self.redraw()

    def watch_cursor(self) -> None:
        """Show the cursor where it is now."""
        self._marked = self.ordered[self.cursor].key if self.entries else None
        self.redraw()
        if self.cursor < len(self._starts):
            self.scroll_to_region(Region(0, self._starts[self.cursor], 1, 1), animate=False)

    def action_move(self, step: int) -> None:
        """Move the cursor by so many children."""
        self.cursor = min(max(self.cursor + step, 0), max(0, len(self.entries) - 1))

    def action_choose(self) -> None:
        """Go to the child under the cursor."""
        if self.entries:
            self.post_message(self.Chosen(self.ordered[self.cursor]))

    def action_sort(self, step: int) -> None:
        """Sort by the next column; after the last, in the order of the switcher again."""
        shown: list[Column | None] = [None, *self.columns[: len(self._widths)]]
        place = shown.index(self.sorted_by) if self.sorted_by in shown else 0
        self.sorted_by = shown[(place + step) % len(shown)]

    def action_turn(self) -> None:
        """Sort the other way round."""
        self.falling = not self.falling

    def on_click(self, event: events.Click) -> None:
        """A heading sorts by its column; a row moves the cursor, and once more goes to the child."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.scroll_offset.y
        if line == 0:
            self._sort_at(offset.x)
        elif above := [number for number, start in enumerate(self._starts) if start <= line]:
            if above[-1] == self.cursor:
                self.action_choose()
            self.cursor = above[-1]

    def _sort_at(self, cell: int) -> None:
        end = 0
        for column, width in zip(self.columns, self._widths, strict=False):
            end += width + GAP
            if cell < end:
                self.falling = not self.falling if self.sorted_by is column else False
                self.sorted_by = column
                return


def _comparable(value: float | str) -> tuple[float, str]:
    return (0.0, value) if isinstance(value, str) else (value, "")


def _troubles(entry: Entry, now: datetime, zone: tzinfo) -> Lines:
    """A line for each answer that could not be had: which, why, and when what is shown was read."""
    lines: Lines = []
    for what, feed in ((tr("Learning"), entry.overview), (tr("Fees"), entry.fees)):
        # Offline, everything is as it was: the heading says so once.
        if feed.error is None or isinstance(feed.error, Offline):
            continue
        words = f"  ! {what}: {brief(feed.error, zone)}"
        if feed.reading is not None:
            words += f" · {read_at(feed.reading.at, now, zone)}"
        lines.append(warning(words))
    return lines
