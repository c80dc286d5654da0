"""A student's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.mask_line import MaskLine
from optilearn_tui.tui.staff.staff_view import FIRST_KEYS, TABLE_KEYS
from optilearn_tui.tui.staff.student.card_view import CARD_KEYS, CardView
from optilearn_tui.tui.virtual_table import VirtualTable

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.school.targeting import Sight
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.staff.tabular import Tabular


class StudentScreen(CardView):
    """One student. Fees are hidden until `p`, and are again when the page is left."""

    CSS_PATH = "student.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (36, "-high")]
    BINDING_GROUP_TITLE = N_("Student")

    BINDINGS: ClassVar[list[BindingType]] = [
        *CARD_KEYS,
        *FIRST_KEYS,
        *TABLE_KEYS,
    ]

    def __init__(self, room: Room, pupil: Pupil) -> None:
        """The page of `pupil`, which begins to ask when it is shown."""
        super().__init__(room)
        self._pupil = pupil

    @override
    def compose(self) -> ComposeResult:
        bar, progress, hints = self.bars()
        yield bar
        yield self.card
        yield MaskLine()
        yield progress
        yield hints

    def on_mount(self) -> None:
        """Begin to ask."""
        self.card.pupil = self._pupil
        self.catalogue.want()

    @property
    @override
    def pane(self) -> Tabular:
        return self.card.sights

    @on(VirtualTable.RowSelected)
    def _open_sight(self, event: VirtualTable.RowSelected[Sight]) -> None:
        seat = self._pupil.seat
        self.open_item(event.row.item, None if seat is None else seat.section_id)

    @override
    def action_refresh(self) -> None:
        self.room.client.renew()
        self.card.again()
        self.catalogue.again()
