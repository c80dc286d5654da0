"""A table for tens of thousands of rows: narrowed as you type, sorted by any column, drawn where seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.line_view import LineView
from optilearn_tui.tui.table_columns import Column, column_widths
from optilearn_tui.tui.table_lines import NO_CURSOR, column_at, head_line, line_width, row_line
from optilearn_tui.tui.table_rows import TableRows

if TYPE_CHECKING:
    from optilearn_tui.tui.styled import Styled

R = TypeVar("R")
S = TypeVar("S")


class VirtualTable(LineView, Generic[R]):
    """Rows of one type in columns: a cursor, an order and a filter.

    `filter_text` narrows the rows, key by key as it is typed elsewhere. A heading that is clicked sorts; rows
    keep their order where it does not tell them apart. The cursor stays on its row for as long as that is
    shown. `shown_rows` and `shown_columns` are exactly what the person sees, for copying and exporting.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort_by_next", N_("Sort by next column")),
        Binding("S", "turn", N_("Other way round")),
    ]

    filter_text: reactive[str] = reactive("", init=False, repaint=False)
    """Only rows that have every word of it are shown."""
    sorted_by: reactive[str | None] = reactive[str | None](None, init=False, repaint=False)
    """Name of the column that the rows are sorted by; None: as they came."""
    falling: reactive[bool] = reactive(default=False, init=False, repaint=False)
    """Whether they are sorted the other way round."""
    chosen: reactive[tuple[str, ...]] = reactive((), init=False, repaint=False)
    """Names of the columns to show, in that order; empty: all of them."""

    class RowHighlighted(Message, Generic[S]):
        """The cursor came to another row, or there is none any more."""

        def __init__(self, table: VirtualTable[S], row: S | None) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        @override
        def control(self) -> VirtualTable[S]:
            return self.table

    class RowSelected(Message, Generic[S]):
        """The row of the cursor was chosen."""

        def __init__(self, table: VirtualTable[S], row: S) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        @override
        def control(self) -> VirtualTable[S]:
            return self.table

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        key: Callable[[R], Hashable],
        search: Callable[[R], str],
        empty: Callable[[], str],
        no_match: Callable[[], str],
        id: str | None = None,  # noqa: A002 - as Textual calls it
    ) -> None:
        """Begin without rows.

        Args:
            columns: every column there is; `chosen` says which are shown.
            key: what a row is recognised by when the same rows are read again.
            search: the text of a row that what is typed is looked for in.
            empty: what is said where there are no rows at all.
            no_match: what is said where the filter leaves none.
            id: the widget's id.
        """
        super().__init__(id=id)
        self.columns = tuple(columns)
        self._rows = TableRows(search)
        self._key = key
        self._empty = empty
        self._no_match = no_match
        self._widths = column_widths(self.columns, 0)
        self._told: Hashable = None

    @property
    def rows(self) -> Sequence[R]:
        """All rows, in the order they came."""
        return self._rows.every

    @property
    def shown_rows(self) -> tuple[R, ...]:
        """The rows as the person sees them: filter and order included."""
        return tuple(self._rows.every[position] for position in self._rows.shown)

    @property
    def shown_columns(self) -> tuple[Column[R], ...]:
        """The columns as the person sees them."""
        by_name = {column.name: column for column in self.columns}
        return tuple(by_name[name] for name in self.chosen if name in by_name) or self.columns

    @property
    def highlighted(self) -> R | None:
        """The row of the cursor; None where no row is shown."""
        shown = self._rows.shown
        return self._rows.every[shown[self.cursor]] if self.cursor < len(shown) else None

    def show(self, rows: Iterable[R]) -> None:
        """Show other rows, or the same read again; filter, order and the cursor's row stay."""
        before = self.highlighted
        self._rows.fill(tuple(rows))
        self._order()
        self._show_anew(before)
        if self.is_attached:
            self.call_after_refresh(self._rows.prepare)

    def retranslate(self) -> None:
        """Say titles, cells and what is searched in the language spoken now."""
        self._share_width()
        self.show(self.rows)

    @override
    def on_resize(self) -> None:
        self._share_width()
        self.show_lines(self.cursor)

    def watch_filter_text(self) -> None:
        """Narrow the rows."""
        before = self.highlighted
        self._rows.narrow(self.filter_text)
        self._show_anew(before)

    def watch_sorted_by(self) -> None:
        """Sort by another column."""
        before = self.highlighted
        self._order()
        self._show_anew(before)

    def watch_falling(self) -> None:
        """Sort the other way round."""
        self.watch_sorted_by()

    def watch_chosen(self) -> None:
        """Show other columns; an order by a column that is not seen any more is given up."""
        if all(column.name != self.sorted_by for column in self.shown_columns):
            self.sorted_by = None
        self._share_width()
        self.show_lines(self.cursor)

    def action_sort_by_next(self) -> None:
        """Sort by the next column; after the last, as the rows came."""
        names = [None, *(column.name for column in self.shown_columns)]
        place = names.index(self.sorted_by) if self.sorted_by in names else 0
        self.sorted_by = names[(place + 1) % len(names)]

    def action_turn(self) -> None:
        """Sort the other way round."""
        self.falling = not self.falling

    @property
    @override
    def line_count(self) -> int:
        return len(self._rows.shown)

    @property
    @override
    def line_cells(self) -> int:
        return line_width(self._widths)

    @override
    def head(self) -> str:
        return head_line(self.shown_columns, self._widths, self.sorted_by, falling=self.falling)

    @override
    def line(self, number: int, *, at_cursor: bool) -> str | Styled:
        row = self._rows.every[self._rows.shown[number]]
        return row_line(row, self.shown_columns, self._widths, cursor=at_cursor)

    @override
    def instead(self) -> str:
        return NO_CURSOR + (self._no_match() if self._rows.every else self._empty())

    @override
    def head_clicked(self, cell: int) -> None:
        if (number := column_at(cell, self._widths)) is None:
            return
        name = self.shown_columns[number].name
        if name == self.sorted_by:
            self.action_turn()
        else:
            self.falling = False
            self.sorted_by = name

    @override
    def cursor_moved(self) -> None:
        row = self.highlighted
        key = None if row is None else self._key(row)
        if key != self._told:
            self._told = key
            self.post_message(self.RowHighlighted(self, row))

    @override
    def line_chosen(self) -> None:
        if (row := self.highlighted) is not None:
            self.post_message(self.RowSelected(self, row))

    def _share_width(self) -> None:
        room = self.scrollable_content_region.width - len(NO_CURSOR)
        self._widths = column_widths(self.shown_columns, room)

    def _order(self) -> None:
        column = next((each for each in self.columns if each.name == self.sorted_by), None)
        self._rows.order(column.sort_key if column else None, falling=self.falling)

    def _show_anew(self, before: R | None) -> None:
        place = None
        if before is not None:
            wanted = self._key(before)
            place = self._rows.place_of(lambda row: self._key(row) == wanted)
        self.show_lines(place or 0)
