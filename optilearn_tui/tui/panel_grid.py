"""The panels of a dashboard: all of them side by side, or one of them alone."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.containers import VerticalScroll

from optilearn_tui.tui.panel import Panel


class PanelGrid(VerticalScroll, can_focus=False):
    """Panels in the order in which Tab goes through them; the screen's style sheet lays them out."""

    @property
    def panels(self) -> Sequence[Panel]:
        """All panels, in their order."""
        return tuple(self.query(Panel))

    @property
    def alone(self) -> Panel | None:
        """The panel that is enlarged, where one is."""
        return next((panel for panel in self.panels if panel.zoomed), None)

    def show_alone(self, alone: Panel | None) -> None:
        """Enlarge one panel, or put it back."""
        self.set_class(alone is not None, "-zoomed")
        for panel in self.panels:
            panel.zoomed = panel is alone
        self.screen.refresh_bindings()

    def focus_first(self) -> None:
        """Let the keys go to the first panel."""
        self.screen.set_focus(self.panels[0])

    def step(self, step: int) -> None:
        """Let the keys go to the next panel, or the one before; an enlarged one gives its place to it."""
        panels = self.panels
        place = next((number for number, panel in enumerate(panels) if panel is self.screen.focused), -1)
        panel = panels[(place + step) % len(panels)]
        if self.alone is not None:
            self.show_alone(panel)
        # At once and not by a message, as `focus` would: the next key may be in the queue already.
        self.screen.set_focus(panel)

    def redraw(self) -> None:
        """Word everything anew, and repaint what is different."""
        for panel in self.panels:
            panel.redraw()

    def again(self) -> None:
        """Ask again what panels ask by themselves."""
        for panel in self.panels:
            panel.again()

    @on(Panel.ZoomAsked)
    def _zoom(self, event: Panel.ZoomAsked) -> None:
        event.stop()
        self.show_alone(None if event.panel.zoomed else event.panel)
