"""A screen around a grid of panels: keys go from one to the next, and back from an enlarged one."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.panel_grid import PanelGrid


class PanelScreen(Screen[None]):
    """Has one `PanelGrid`, sooner or later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_panel", N_("Back")),
        Binding("tab", "panel(1)", N_("Next panel"), show=False),
        Binding("shift+tab", "panel(-1)", N_("Previous panel"), show=False),
    ]

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "leave_panel":
            return any(grid.alone is not None for grid in self.query_children(PanelGrid))
        return True

    def action_leave_panel(self) -> None:
        """Put the enlarged panel back."""
        self.query_one(PanelGrid).show_alone(None)

    def action_panel(self, step: int) -> None:
        """Go to the next panel, or the one before."""
        self.query_one(PanelGrid).step(step)
