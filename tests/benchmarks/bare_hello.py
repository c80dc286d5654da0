"""The least a Textual program can be: one line."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareHello(App[None]):
    """Nothing but the toolkit."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("Hello Textual")


if __name__ == "__main__":
    BareHello().run()
