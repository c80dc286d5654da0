"""The canvas that an app is drawn on, and its cells as a person sees them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.tui.thrifty.canvas import Canvas
from optilearn_tui.tui.thrifty.look import Look, behind
from optilearn_tui.tui.thrifty.row import BLANK, Row
from tests.tui.screen_text import settle
from tests.tui.terminal_widths.recorder import Recorder

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot


class Drawing(Recorder):
    """Draws what an app writes on a canvas, as between the toolkit's driver and the terminal."""

    def __init__(
        self, app: App[None], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.canvas = Canvas()

    @override
    def write(self, data: str) -> None:
        self.canvas.write(data)


@asynccontextmanager
async def drawn(app: App[None], size: tuple[int, int]) -> AsyncIterator[tuple[Pilot[None], Canvas]]:
    """An app at rest, and the canvas it is drawn on."""
    app.driver_class = Drawing
    async with app.run_test(headless=False, size=size) as pilot:
        await settle(pilot)
        assert isinstance(app._driver, Drawing)
        yield pilot, app._driver.canvas


def seen(row: Row, columns: slice) -> list[tuple[str, Look]]:
    """Cells as a person sees them: of a blank one, no more than what is behind."""
    pairs = zip(row.texts[columns], row.looks[columns], strict=True)
    return [(text, behind(look) if text == BLANK else look) for text, look in pairs]
