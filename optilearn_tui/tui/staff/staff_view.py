"""What every screen of the staff room has: a table in the middle, its keys, and what is being read."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input
from typing_extensions import override

from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.dates import weekday_day
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.staff.errand import Errand
from optilearn_tui.tui.staff.export_choice import ExportScreen
from optilearn_tui.tui.staff.progress_line import ProgressLine
from optilearn_tui.tui.title_bar import TitleBar

if TYPE_CHECKING:
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.school.targeting import Item
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.staff.sheet import SheetKind
    from optilearn_tui.tui.staff.tabular import Tabular

_MINUTE = 60
_MOST_COPIED = 1000
"""Rows: a terminal takes no more at once than about as many."""
_TYPED = frozenset(
    {"filter", "sort_by_next", "turn", "columns", "export", "copy_row", "copy_all", "refresh", "go", "jump"}
)
"""Actions on letters and digits: not offered while these are typed into a field."""


FIRST_KEYS: tuple[Binding, ...] = (
    Binding("escape", "stop", N_("Stop reading")),
    Binding("escape", "clear", N_("Show all")),
    Binding("escape", "leave", N_("Back")),
    Binding("slash", "filter", N_("Filter"), key_display="/"),
)
"""Keys of every screen of the staff room; its own stand between these and `TABLE_KEYS`."""

TABLE_KEYS: tuple[Binding, ...] = (
    Binding("s", "sort_by_next", N_("Sort")),
    Binding("S", "turn", N_("Turn round"), show=False),
    Binding("k", "columns", N_("Columns")),
    Binding("e", "export", N_("Export")),
    Binding("c", "copy_row", N_("Copy row")),
    Binding("C", "copy_all", N_("Copy all rows"), show=False),
    Binding("r,f5", "refresh", N_("Refresh")),
)
"""Keys for the table that a screen is about."""


class StaffView(Screen[None]):
    """A screen of the staff room. A subclass says which table is meant, and what is read for it.

    It also puts the keys above into its `BINDINGS`: the last line shows as many as fit, in their order.
    """

    AUTO_FOCUS = "StaffTable"

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._errands: list[Errand] = []
        self._progress = ProgressLine()
        self._bar = TitleBar(room.place, room.person)

    @property
    def pane(self) -> Tabular:
        """The table that the keys are about."""
        raise NotImplementedError

    def tick(self) -> None:
        """A minute has passed: it may be another day."""
        self._bar.note = weekday_day(self.room.clock().astimezone(self.room.zone).date())
        self.pane.say()

    def on_mount(self) -> None:
        """Keep the day."""
        self.set_interval(_MINUTE, self.tick)
        self.tick()

    def retranslate(self) -> None:
        """Say the day in the language spoken now; the parts say theirs by themselves."""
        self.tick()

    # Keys.

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _TYPED and isinstance(self.focused, Input):
            return False
        match action:
            case "stop":
                return self.is_reading
            case "clear":
                return not self.is_reading and self.pane.is_filtered
            case "leave":
                return not self.is_reading and not self.pane.is_filtered and self.may_leave
            case "columns":
                return self.pane.has_choice
            case "export":
                return self.room.export is not None and self.pane.line_count > 0
            case "copy_row" | "copy_all":
                return self.pane.line_count > 0
        return True

    @property
    def may_leave(self) -> bool:
        """Whether there is a screen to go back to."""
        return True

    @property
    def is_reading(self) -> bool:
        """Whether something is being read that can be stopped."""
        return any(errand.progress is not None for errand in self._errands)

    def action_stop(self) -> None:
        """Read nothing more; what is there stays."""
        for errand in self._errands:
            errand.stop()

    def action_clear(self) -> None:
        """Show all rows again."""
        self.pane.clear_filter()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    def action_filter(self) -> None:
        """Narrow the rows by typing."""
        self.pane.begin_filter()

    def action_sort_by_next(self) -> None:
        """Sort by the next column."""
        self.pane.sort_by_next()

    def action_turn(self) -> None:
        """Sort the other way round."""
        self.pane.turn()

    def action_refresh(self) -> None:
        """Ask for everything again."""
        raise NotImplementedError

    def action_columns(self) -> None:
        """Choose which columns are shown."""
        pane = self.pane

        def choose(names: tuple[str, ...] | None) -> None:
            if names is not None:
                pane.choose_columns(names)
                self.columns_chosen()

        self.app.push_screen(pane.column_screen(), choose)

    def columns_chosen(self) -> None:
        """Other columns are shown: they may need more to be read."""

    # Out of the program: exactly what is shown.

    def action_copy_row(self) -> None:
        """Copy the row of the cursor."""
        self._copy(self.pane.highlighted_line(), 1)

    def action_copy_all(self) -> None:
        """Copy every row that is shown."""
        count = self.pane.line_count
        if count > _MOST_COPIED:
            self.notify(tr("That is too much for the clipboard. Export it instead."), markup=False)
        else:
            self._copy(self.pane.shown_lines(), count)

    def _copy(self, lines: str, count: int) -> None:
        self.app.copy_to_clipboard(lines)
        self.notify(ntr("Copied {n} row.", "Copied {n} rows.", count), markup=False)

    def action_export(self) -> None:
        """Write what is shown to a file."""

        def write(kind: SheetKind | None) -> None:
            if kind is not None:
                self._write(kind)

        self.app.push_screen(ExportScreen(self.pane.line_count, self.pane.titles), write)

    @work(group="export")
    async def _write(self, kind: SheetKind) -> None:
        export = self.room.export
        if export is None:
            return
        try:
            path: Path = await asyncio.to_thread(export, self.pane.sheet(kind))
        except OSError as problem:
            words = tr("The file could not be written: {reason}.", reason=problem.strerror or "")
            self.notify(words, severity="warning", markup=False)
        else:
            self.notify(tr("Saved as {path}", path=path), markup=False)

    # From a row to all about it.

    def open_student(self, pupil: Pupil) -> None:
        """Show a student's page."""
        from optilearn_tui.tui.staff.student.screen import StudentScreen

        self.app.push_screen(StudentScreen(self.room, pupil))

    @work(exclusive=True, group="item")
    async def open_item(self, item: Item, section_id: str | None) -> None:
        """Show all about an item, and who of this section sees it."""
        from optilearn_tui.tui.staff.targeting.item_screen import ItemScreen

        index = await self.room.register.index(self.room.clock())
        if item in index.items:
            self.app.push_screen(ItemScreen(self.room, item, index, section_id))

    # What is being read.

    def bars(self) -> tuple[TitleBar, ProgressLine, KeyHints]:
        """The lines around every screen, in the order they are put there."""
        return self._bar, self._progress, KeyHints()

    def errand(self, name: str) -> Errand:
        """An errand of this screen: it is seen in the line above the hints, and Esc stops it."""
        errand = Errand(self, self._say_progress, name=name)
        self._errands.append(errand)
        return errand

    def _say_progress(self) -> None:
        if self.is_mounted:
            under_way = (errand.progress for errand in self._errands)
            self._progress.progress = next((each for each in under_way if each is not None), None)
            self.reading_changed()
            self.refresh_bindings()

    def reading_changed(self) -> None:
        """Something began or ended to be read, or got further."""
