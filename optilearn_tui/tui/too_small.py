"""What is shown while the terminal is too small for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import ModalScreen
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.least_size import FEWEST_COLUMNS, FEWEST_LINES, is_large_enough
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size


def fits(size: Size) -> bool:
    """Whether the screens can be used at this size."""
    return is_large_enough(size.width, size.height)


class TooSmallScreen(ModalScreen[None]):
    """One sentence and the next step, over everything; taken away when the terminal has grown."""

    BINDINGS = [Binding("q", "app.quit", N_("Quit"))]

    DEFAULT_CSS = """
    TooSmallScreen {
        background: $background;
        align: center middle;
        padding: 0 1;
        Words { text-align: center; }
    }
    """

    @override
    def compose(self) -> ComposeResult:
        yield Words(self._sentence)

    def _sentence(self) -> str:
        return tr(
            "This window is too small: {width}×{height}. "
            "Make it at least {columns}×{lines}, or press q to quit.",
            width=self.app.size.width,
            height=self.app.size.height,
            columns=FEWEST_COLUMNS,
            lines=FEWEST_LINES,
        )

    def on_screen_resume(self) -> None:
        """Go, if the terminal has grown while something else lay over this."""
        if fits(self.app.size):
            self.dismiss()

    def on_resize(self) -> None:
        """Name the size it has now."""
        self.query_one(Words).retranslate()
