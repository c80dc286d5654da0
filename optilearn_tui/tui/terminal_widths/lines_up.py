"""An app whose columns line up in every script and in every terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.geometry import Region
from typing_extensions import override

from optilearn_tui.tui.early.curtain import curtain
from optilearn_tui.tui.terminal_widths import cutting as _cutting  # noqa: F401 - between whole letters
from optilearn_tui.tui.terminal_widths.compositing import keep_letters_whole
from optilearn_tui.tui.terminal_widths.measuring import measure_as
from optilearn_tui.tui.terminal_widths.painting import lined_up

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from textual.driver import Driver
    from textual.screen import Screen

    from optilearn_tui.tui.terminal_widths.probe import Answer


class LinesUp(App[None]):
    """Measures as the terminal draws, and keeps what it paints in its columns.

    `line_up` says how the terminal draws; until then it is assumed to draw as most do.
    """

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        keep_letters_whole()
        self._keys = ""

    def line_up(self, answer: Answer) -> None:
        """Learn how the terminal draws and what was typed already: before the app runs."""
        measure_as(answer.drawing)
        self._keys = answer.keys

    def on_load(self) -> None:
        """Take the keys that came while the terminal was asked, before any that come now."""
        if self._keys:
            parser = XTermParser()
            for event in (*parser.feed(self._keys), *parser.feed("")):
                if not curtain.holds(event):
                    self.post_message(event)

    @override
    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable = _LinedUp(renderable, screen._compositor)  # noqa: SLF001 - it alone knows what else is on a row
        super()._display(screen, renderable)


class _LinedUp(CompositorUpdate):
    """An update of the screen, every column kept."""

    def __init__(self, update: CompositorUpdate, compositor: Compositor) -> None:
        self._update = update
        self._compositor = compositor

    @override
    def render_segments(self, console: Console) -> str:
        width = self._compositor.size.width
        painted = lined_up(self._update.render_segments(console), width)
        if not painted.overrun:
            return painted.data
        rows = self._compositor.render_strips()
        again = (
            lined_up(LayoutUpdate([[rows[row]]], Region(0, row, width, 1)).render_segments(console), width)
            for row in sorted(painted.overrun)
        )
        return "\n".join([painted.data, *(row.data for row in again)])
