"""A driver that keeps what Textual writes, instead of a terminal."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events
from textual.driver import Driver
from textual.geometry import Size
from typing_extensions import override

if TYPE_CHECKING:
    from textual.app import App


class Recorder(Driver):
    """Writes into a list; no key ever comes from it."""

    def __init__(
        self, app: App[None], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.written: list[str] = []

    @override
    def write(self, data: str) -> None:
        self.written.append(data)

    @override
    def start_application_mode(self) -> None:
        size = Size(*(self._size or (80, 24)))
        self._loop.create_task(self._resize(size))

    async def _resize(self, size: Size) -> None:
        await asyncio.sleep(0)
        self.send_message(events.Resize(size, size))

    @override
    def disable_input(self) -> None:
        """There is none."""

    @override
    def stop_application_mode(self) -> None:
        """Nothing was started."""
