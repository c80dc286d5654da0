"""Who sees what: by item, by student, and in a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.widgets import Input
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.question import Question
from optilearn_tui.tui.staff.catalogue_errand import CatalogueErrand
from optilearn_tui.tui.staff.staff_view import FIRST_KEYS, TABLE_KEYS, StaffView
from optilearn_tui.tui.staff.student.sights import SightsPane
from optilearn_tui.tui.staff.targeting.detail import ItemDetail
from optilearn_tui.tui.staff.targeting.items import ItemsPane
from optilearn_tui.tui.staff.targeting.matrix import MatrixPane
from optilearn_tui.tui.staff.targeting.students import StudentsPane
from optilearn_tui.tui.staff.view_switcher import ViewSwitcher
from optilearn_tui.tui.virtual_table import VirtualTable

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from optilearn_tui.api.people import Student
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.school.targeting import Item
    from optilearn_tui.school.targeting_index import TargetingIndex
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.staff.tabular import Tabular

_RESTING = 0.2
"""Seconds on a student before their own record is asked for."""
ITEMS, STUDENT, MATRIX = "items", "student", "matrix"
_VIEWS = (
    (ITEMS, "i", lambda: tr("By item")),
    (STUDENT, "w", lambda: tr("By student")),
    (MATRIX, "m", lambda: tr("Matrix")),
)


class TargetingScreen(StaffView):
    """Courses and announcements against classes, sections and students, both ways.

    What is not read yet of rosters, courses and announcements is read when the screen is shown; counts are
    lower bounds until then.
    """

    CSS_PATH = "targeting.tcss"
    AUTO_FOCUS = "#items StaffTable"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (36, "-high")]
    BINDING_GROUP_TITLE = N_("Who sees what")

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIRST_KEYS,
        Binding("x", "turn_over", N_("Classes or sections")),
        Binding("i", f"view('{ITEMS}')", N_("By item"), show=False),
        Binding("w", f"view('{STUDENT}')", N_("By student")),
        Binding("m", f"view('{MATRIX}')", N_("Matrix")),
        *TABLE_KEYS,
        Binding("d", "announcements", N_("Read all announcements")),
    ]

    view: var[str] = var(ITEMS, init=False)
    """Which of the three views is looked at."""

    def __init__(self, room: Room, section_id: str | None) -> None:
        """Who sees what, for somebody who has `section_id` in mind; None: no section."""
        super().__init__(room)
        self._section_id = section_id
        self._index: TargetingIndex | None = None
        self._timer: Timer | None = None
        self._switcher = ViewSwitcher(_VIEWS)
        self._items = ItemsPane(room, self._present, section_id)
        self._detail = ItemDetail(self._present, room)
        self._students = StudentsPane(room, section_id)
        self._sights = SightsPane(room)
        self._matrix = MatrixPane(room, self._present)
        self._catalogue = CatalogueErrand(room, self.errand("catalogue"))
        self._counting = self.errand("rosters")
        self._question: Question[str, Student] = Question(
            self,
            self._ask_student,
            self._hear_student,
            rhythm=room.rhythm,
            clock=room.clock,
            name="student",
            anew=lambda contact_id: self.room.client.people.student(contact_id, anew=True),
        )

    @override
    def compose(self) -> ComposeResult:
        bar, progress, hints = self.bars()
        yield bar
        yield self._switcher
        with Horizontal(id=ITEMS):
            yield self._items
            yield self._detail
        with Horizontal(id=STUDENT):
            yield self._students
            yield self._sights
        with Horizontal(id=MATRIX):
            yield self._matrix
        yield progress
        yield hints

    def on_mount(self) -> None:
        """Read what is missing, and show what is there."""
        self.room.register.changed.subscribe(self, lambda _: self._work_out_when_calm())
        self.watch_view(self.view)
        if self._section_id is not None:
            self._items.table.sorted_by = "here"
        self._count()
        self._catalogue.want()
        self._work_out_when_calm()

    def _present(self) -> TargetingIndex | None:
        return self._index

    # What is read, and worked out of it.

    def _count(self) -> None:
        unread = self.room.register.unread_sections
        if unread:
            register, client = self.room.register, self.room.client
            self._counting.sweep(
                lambda: tr("Counting students"), unread, client.rosters.of, register.take_rosters
            )

    @override
    def reading_changed(self) -> None:
        self._work_out_when_calm()

    def _work_out_when_calm(self) -> None:
        """Work it out when nothing more is to come; for the first time when all courses are there."""
        catalogue = self.room.register.catalogue
        if not self.is_reading or (self._index is None and catalogue.courses and not catalogue.loading):
            self._work_out()

    @work(exclusive=True, group="index")
    async def _work_out(self) -> None:
        self._index = await self.room.register.index(self.room.clock())
        self._look()

    def _look(self) -> None:
        self._items.look()
        self._students.look()
        self._matrix.look()
        self._sights.look()
        self._detail.item = self._items.table.highlighted
        self._detail.redraw()
        self.refresh_bindings()

    # Views.

    @property
    @override
    def pane(self) -> Tabular:
        panes: dict[str, Tabular] = {ITEMS: self._items, STUDENT: self._students, MATRIX: self._matrix}
        pane = panes[self.view]
        return self._sights if self.view == STUDENT and self._sights.has_the_focus else pane

    def watch_view(self, view: str) -> None:
        """Show the other view, and go to its table."""
        self._switcher.chosen = view
        for name, _, _ in _VIEWS:
            self.query_one(f"#{name}").display = name == view
        self.query_one(f"#{view} StaffTable").focus()
        self._look_at_pupil()
        self.refresh_bindings()

    def action_view(self, view: str) -> None:
        """Look at it another way."""
        self.view = view

    @on(ViewSwitcher.Picked)
    def _go_to_view(self, event: ViewSwitcher.Picked) -> None:
        self.view = event.view

    def action_turn_over(self) -> None:
        """Show classes instead of sections in the matrix, or sections instead of classes."""
        self._matrix.turn_over()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"view", "turn_over", "announcements"} and isinstance(self.focused, Input):
            return False
        match action, parameters:
            case "view", (view,):
                return view != self.view
            case "turn_over", _:
                return self.view == MATRIX
            case "announcements", _:
                return bool(self.room.register.catalogue.unread) and not self.is_reading
        return super().check_action(action, parameters)

    # From an item, or a student, to all about them.

    @on(VirtualTable.RowHighlighted)
    def _rest(self, event: VirtualTable.RowHighlighted[object]) -> None:
        if event.table is self._items.table:
            self._detail.item = self._items.table.highlighted
        elif event.table is self._students.table:
            self._look_at_pupil()

    @on(VirtualTable.RowSelected)
    def _open(self, event: VirtualTable.RowSelected[object]) -> None:
        if event.table is self._students.table:
            self._open_student()
        elif event.table is self._sights.table:
            sight = self._sights.table.highlighted
            self._open_item(sight.item if sight is not None else None)
        else:
            table = self._items.table if event.table is self._items.table else self._matrix.table
            self._open_item(table.highlighted)

    def _open_item(self, item: Item | None) -> None:
        if item is not None:
            self.open_item(item, self._section_id)

    def _open_student(self) -> None:
        pupil = self._students.pupil
        if pupil is not None:
            self.open_student(pupil)

    @on(Panel.ZoomAsked)
    def _open_detail(self, event: Panel.ZoomAsked) -> None:
        event.stop()
        self._open_item(self._items.table.highlighted)

    # What one student sees.

    def _ask_student(self, contact_id: str) -> Awaitable[Reading[Student]]:
        return self.room.client.people.student(contact_id)

    def _hear_student(self, feed: Feed[Student]) -> None:
        self._sights.about(self._students.pupil, feed)

    def _look_at_pupil(self) -> None:
        """Show at once what the roster says, and a moment later what the student's own record says."""
        if self._timer is not None:
            self._timer.stop()
        pupil = self._students.pupil if self.view == STUDENT else None
        self._question.about(None)
        self._sights.about(pupil, Feed())
        if pupil is not None:
            self._timer = self.set_timer(_RESTING, lambda: self._question.about(pupil.contact_id))

    # Again, and no further.

    @override
    def action_refresh(self) -> None:
        self.room.client.renew()
        self.room.register.renew_rosters()
        self._count()
        self._catalogue.again()

    def action_announcements(self) -> None:
        """Read what is announced beside every course."""
        self._catalogue.all_announcements()

    @override
    def action_stop(self) -> None:
        super().action_stop()
        self._catalogue.stopped()
        self._work_out()
