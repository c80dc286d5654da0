"""A program to be run in a pseudo-terminal: it says how large its terminal is, and counts keys."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.tui.thrifty.driver import ThriftyDriver


class SmallProgram(App[None]):
    """One line in the middle of the screen."""

    CSS = "Screen { align: center middle; } Static { width: auto; }"
    ENABLE_COMMAND_PALETTE = False
    pressed = 0

    @override
    def compose(self) -> ComposeResult:
        yield Static("ready")

    def on_key(self) -> None:
        """Count, and say so."""
        self.pressed += 1
        self.query_one(Static).update(f"{self.pressed} keys, {self.size.width} by {self.size.height}")


if __name__ == "__main__":
    SmallProgram(driver_class=ThriftyDriver).run()
