"""A table under a heading: what it is about, how its data stands, and the line that narrows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import on
from textual.widgets import Input, Static
from typing_extensions import override

from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.paint import quiet
from optilearn_tui.tui.staff.column_choice import ColumnScreen
from optilearn_tui.tui.staff.filtered_pane import FilteredPane
from optilearn_tui.tui.staff.sheet import Sheet, SheetKind, lines_of, sheet_of
from optilearn_tui.tui.standing import Standing, state, trouble
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from datetime import tzinfo

    from textual.app import ComposeResult

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.columns import Lines
    from optilearn_tui.tui.staff.staff_table import StaffTable

R = TypeVar("R")


class TablePane(FilteredPane, Generic[R]):
    """A heading, a filter that comes when it is wanted, and a table, or words in its place.

    Attributes:
        table: the table.
    """

    DEFAULT_CSS = """
    TablePane {
        height: 1fr;
        & > #words { display: none; height: 1fr; padding: 0 2; }
        &.-wordy > #words { display: block; }
        &.-wordy > StaffTable { height: 1; scrollbar-size: 0 0; }
    }
    """

    def __init__(
        self,
        table: StaffTable[R],
        *,
        clock: Clock,
        zone: tzinfo,
        title: Callable[[], str],
        prompt: Callable[[], str],
        file_name: Callable[[], str],
        usual: Callable[[int], Sequence[str]] | None = None,
        id: str | None = None,  # noqa: A002 - as Textual calls it
    ) -> None:
        """Put a frame around a table.

        Args:
            table: the table.
            clock: tells the time now.
            zone: the school's time zone.
            title: what the heading says.
            prompt: what can be typed into the filter.
            file_name: what a file with these rows is called.
            usual: names of the columns shown in so many cells, until somebody chooses others; None: all.
            id: the widget's id.
        """
        super().__init__(table, prompt, name=id)
        self.table = table
        self._file_name = file_name
        self._clock = clock
        self._zone = zone
        self._title = title
        self._usual = usual
        self._heading = Heading()
        self._words = Static(id="words")
        self._feeds: Sequence[Standing] = ()
        self._told_count: str | None = None
        self._told_read: Styled | None = None
        self._chosen = False

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self.field
        yield self.table
        yield self._words

    def on_mount(self) -> None:
        """Let the heading follow the focus."""
        self.watch(self.table, "has_focus", self.say, init=False)
        self.watch(self.field, "has_focus", self.say, init=False)

    def on_resize(self) -> None:
        """Another width may have room for other columns."""
        self._share()
        self.say()

    # What is shown.

    def show(
        self,
        rows: Sequence[R],
        feeds: Sequence[Standing],
        *,
        count: str | None = None,
        read: Styled | None = None,
    ) -> None:
        """Show rows, and how the data stands that they are from.

        Args:
            rows: what there is.
            feeds: what the rows are from. Without any row, why is said in place of the table: it is on its
                way, or what went wrong.
            count: what is said in place of the number of rows, while all are shown.
            read: what is said in place of when it was read.
        """
        self._feeds, self._told_count, self._told_read = tuple(feeds), count, read
        self.table.show(rows)
        self.say()

    def say(self) -> None:
        """Say everything anew that is not in the table: counts, when it was read, troubles."""
        if not self.is_mounted:
            return
        words = () if self.table.rows else self._instead()
        self.set_class(bool(words), "-wordy")
        self._words.update(Styled("\n").join(words))
        self._heading.title = self._title()
        self._heading.focused_panel = self.has_the_focus
        read, trouble_words = state(self._feeds, self._clock(), self._zone)
        count = Styled() if words or not self.table.rows else Styled(self._counted())
        self._heading.states = (count, read if self._told_read is None else self._told_read, trouble_words)

    def _instead(self) -> Lines:
        error = next((feed.error for feed in self._feeds if feed.error is not None), None)
        if any(feed.at is not None for feed in self._feeds):
            return []
        width = max(self.content_size.width - 4, 20)
        if error is not None:
            asking = any(feed.loading for feed in self._feeds)
            return next(iter(trouble(width, error, asking=asking)))
        return [quiet(tr("Loading…"))] if any(feed.loading for feed in self._feeds) else []

    def _counted(self) -> str:
        shown, every = self.table.line_count, len(self.table.rows)
        if shown == every:
            return number(every) if self._told_count is None else self._told_count
        return tr("{n} of {total}", n=number(shown), total=number(every))

    def retranslate(self) -> None:
        """Say every word in the language spoken now; the table and the field do so by themselves."""
        self.say()

    # What goes out of the program: exactly what is shown.

    @property
    def line_count(self) -> int:
        """How many rows are shown."""
        return self.table.line_count

    @property
    def titles(self) -> Sequence[Callable[[], str]]:
        """The titles of the shown columns."""
        return [column.title for column in self.table.shown_columns]

    def highlighted_line(self) -> str:
        """The row of the cursor for the clipboard."""
        row = self.table.highlighted
        return "" if row is None else lines_of((row,), self.table.shown_columns)

    def shown_lines(self) -> str:
        """Every shown row for the clipboard."""
        return lines_of(self.table.shown_rows, self.table.shown_columns)

    def sheet(self, kind: SheetKind) -> Sheet:
        """The shown rows and columns, on their way out."""
        return sheet_of(self._file_name(), kind, self.table.shown_rows, self.table.shown_columns)

    # Order and columns.

    def sort_by_next(self) -> None:
        """Sort by the next column."""
        self.table.action_sort_by_next()

    def turn(self) -> None:
        """Sort the other way round."""
        self.table.action_turn()

    @property
    def has_choice(self) -> bool:
        """Whether there are columns to choose among."""
        return len(self.table.columns) > 1

    def column_screen(self) -> ColumnScreen:
        """A screen to choose columns on."""
        return ColumnScreen(self.table.columns, [column.name for column in self.table.shown_columns])

    def choose_columns(self, names: Sequence[str]) -> None:
        """Show these columns from now on, whatever the width."""
        self._chosen = True
        self.table.chosen = tuple(names)

    def _share(self) -> None:
        if not self._chosen and self._usual is not None:
            self.table.chosen = tuple(self._usual(self.size.width))

    # The filter.

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.narrow(event.value)

    def narrow(self, text: str) -> None:
        """Show only what fits what was typed."""
        self.table.filter_text = text
        self.say()
