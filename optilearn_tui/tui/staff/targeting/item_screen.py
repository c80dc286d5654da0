"""One course or announcement: whom it is for, who of a section sees it, and why somebody does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.staff.register import News
from optilearn_tui.tui.staff.staff_view import FIRST_KEYS, TABLE_KEYS, StaffView
from optilearn_tui.tui.staff.targeting.detail import ItemDetail
from optilearn_tui.tui.staff.targeting.sections import SectionsPane
from optilearn_tui.tui.staff.targeting.viewers import ViewersPane
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.virtual_table import VirtualTable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.school.targeting import Item
    from optilearn_tui.school.targeting_index import TargetingIndex
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.staff.tabular import Tabular


class ItemScreen(StaffView):
    """An item's page: its audience, the sections, and the students of the section of the cursor."""

    CSS_PATH = "targeting.tcss"
    AUTO_FOCUS = "#viewers StaffTable"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (36, "-high")]
    BINDING_GROUP_TITLE = N_("Item")

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIRST_KEYS,
        Binding("tab", "app.focus_next", N_("Other list")),
        *TABLE_KEYS,
    ]

    def __init__(self, room: Room, item: Item, index: TargetingIndex, section_id: str | None = None) -> None:
        """The page of an item.

        Args:
            room: the staff room.
            item: what it is about.
            index: who sees what.
            section_id: the section to look at first; None: the first that sees it.
        """
        super().__init__(room)
        self._index = index
        self._section_id = section_id
        self._detail = ItemDetail(lambda: self._index, room)
        self._item = item
        self._sections = SectionsPane(room, item)
        self._viewers = ViewersPane(room, item, self.errand("records"))
        self._reason = Static(id="reason")

    @override
    def compose(self) -> ComposeResult:
        bar, progress, hints = self.bars()
        yield bar
        yield self._detail
        with Horizontal(id="before"):
            yield self._sections
            yield self._viewers
        yield self._reason
        yield progress
        yield hints

    def on_mount(self) -> None:
        """Show who sees it."""
        self.room.register.changed.subscribe(self, self._follow)
        self._detail.item = self._item
        self._sections.look()
        self.call_after_refresh(self._sections.go_to, self._section_id)

    @property
    @override
    def pane(self) -> Tabular:
        return self._viewers

    def _follow(self, news: News) -> None:
        if news is not News.ITEMS:
            self._sections.look()

    @on(VirtualTable.RowHighlighted)
    def _follow_cursor(self, event: VirtualTable.RowHighlighted[str]) -> None:
        if event.table is self._sections.table:
            self._viewers.look_at(event.row)
        self.say_reason()

    @on(ViewersPane.Looked)
    def say_reason(self) -> None:
        """Say in full what the column may be too short for, about the student of the cursor."""
        width = self._reason.content_size.width
        self._reason.update(Styled("\n").join(self._viewers.reason(width)))

    @on(VirtualTable.RowSelected)
    def _open(self, event: VirtualTable.RowSelected[str]) -> None:
        if event.table is self._sections.table:
            self._viewers.table.focus()
        elif (viewer := self._viewers.table.highlighted) is not None:
            self.open_student(self._viewers.pupil(viewer))

    @on(Panel.ZoomAsked)
    def _stay(self, event: Panel.ZoomAsked) -> None:
        event.stop()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"clear", "leave"} and not self.is_reading:
            filtered = self._sections.is_filtered or self._viewers.is_filtered
            return filtered if action == "clear" else not filtered
        return super().check_action(action, parameters)

    @override
    def action_filter(self) -> None:
        at_sections = self._sections.table.has_focus
        (self._sections if at_sections else self._viewers).begin_filter()

    @override
    def action_clear(self) -> None:
        pane = self._viewers if self._viewers.is_filtered else self._sections
        pane.clear_filter()
        self.refresh_bindings()

    @override
    def action_refresh(self) -> None:
        self.room.client.renew()
        self._viewers.again()
