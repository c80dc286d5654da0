"""What a screen has that shows a student's card: fees behind their key, and one panel alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.staff.catalogue_errand import CatalogueErrand
from optilearn_tui.tui.staff.staff_view import StaffView
from optilearn_tui.tui.staff.student.card import StudentCard

if TYPE_CHECKING:
    from optilearn_tui.tui.staff.room import Room

CARD_KEYS: tuple[Binding, ...] = (
    Binding("escape", "put_back", N_("Back")),
    Binding("p", "fees", N_("Show fees")),
    Binding("p", "hide_fees", N_("Hide fees")),
)
"""Keys of every screen with a card; they come before `staff_view.FIRST_KEYS`, or Esc would leave too much."""


class CardView(StaffView):
    """A screen of the staff room with a student's card on it.

    Attributes:
        card: the card.
        catalogue: reads what the card says the student sees.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.card = StudentCard(room)
        self.catalogue = CatalogueErrand(room, self.errand("catalogue"))

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "put_back":
                return self.card.zoomed is not None
            case "clear" | "leave" if self.card.zoomed is not None:
                return False
            case "fees":
                return self.card.pupil is not None and not self.card.fees.revealed
            case "hide_fees":
                return self.card.pupil is not None and self.card.fees.revealed
        return super().check_action(action, parameters)

    @override
    def tick(self) -> None:
        super().tick()
        self.card.tick()

    def action_put_back(self) -> None:
        """Put the enlarged panel back."""
        self.card.put_back()

    def action_fees(self) -> None:
        """Show what is owed for the student."""
        self.card.fees.revealed = True
        self.refresh_bindings()

    def action_hide_fees(self) -> None:
        """Hide it again."""
        self.card.fees.revealed = False
        self.refresh_bindings()

    @override
    def action_stop(self) -> None:
        super().action_stop()
        self.catalogue.stopped()
