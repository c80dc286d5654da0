"""An app that may begin behind the curtain, and opens it for a screen that was not expected there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from typing_extensions import override

from optilearn_tui.tui.early.curtain import BehindCurtain, curtain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen


class Curtained(App[None]):
    """Opens the curtain once a screen is drawn that does not stay behind it: a question, or signing in."""

    @override
    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if not isinstance(screen, BehindCurtain):
            curtain.open()
