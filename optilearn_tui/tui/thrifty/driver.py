"""Textual's driver, with a painter between it and the terminal."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING, ClassVar

from textual import events
from typing_extensions import override

from optilearn_tui.tui.early.curtain import curtain
from optilearn_tui.tui.keyboard import KeyboardDriver
from optilearn_tui.tui.thrifty.canvas import UNCOVER
from optilearn_tui.tui.thrifty.output import ChangesOnly
from optilearn_tui.tui.thrifty.terminal import erases_in_colour

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

_EVERY_MOVE, _DRAGGING = "\x1b[?1003", "\x1b[?1002"
"""Modes of the mouse: told of every move, or only of those with a button held."""

_WAYS_OUT = ("q", "ctrl+q", "ctrl+c")


class ThriftyDriver(KeyboardDriver):
    """Sends only what changed; when in doubt what the terminal shows, it paints everything.

    An early picture is left standing until the curtain opens.
    """

    longest_seconds: ClassVar[float] = 5.0
    """From the start on, the curtain is closed no longer than this, whatever the app waits for."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._changes: ChangesOnly | None = None
        if self._file is not None:
            self._changes = self._file = ChangesOnly(
                self._file, erases_in_colour=lambda: erases_in_colour(os.environ), size=self._size_now
            )
            curtain.hand_over(self._reveal, super().process_message)

    def _size_now(self) -> tuple[int, int]:
        """Columns and rows of the terminal; what the app goes by where the terminal does not tell."""
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width = height = 0
        return (width, height) if width and height else (self._app.size.width, self._app.size.height)

    @override
    def start_application_mode(self) -> None:
        start: Callable[[], None] = super().start_application_mode
        start()
        follows = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            if self._changes is not None:
                self._changes.doubt()
            if callable(follows):
                follows(number, frame)
            self._loop.call_soon_threadsafe(self._paint_again)

        signal.signal(signal.SIGWINCH, resized)
        self._loop.call_later(self.longest_seconds, curtain.open)

    @override
    def stop_application_mode(self) -> None:
        curtain.fall()
        super().stop_application_mode()

    @override
    def process_message(self, message: Message) -> None:
        if not (_can_wait(message) and curtain.holds(message)):
            super().process_message(message)

    def _reveal(self) -> None:
        if self._writer_thread is not None:
            self.write(UNCOVER)

    def _paint_again(self) -> None:
        """A terminal that has its old size again was another one in between: Textual paints nothing then."""
        curtain.open()
        if self._writer_thread is not None and self._size_now() == tuple(self._app.size):
            self.write("")


class LightDriver(ThriftyDriver):
    """For slow lines: the terminal does not tell every move of the mouse."""

    @override
    def write(self, data: str) -> None:
        super().write(data.replace(_EVERY_MOVE, _DRAGGING))


def _can_wait(message: Message) -> bool:
    """Whether a person did something to what they see; who wants to leave does not wait for it."""
    match message:
        case events.Key(key=key):
            return key not in _WAYS_OUT
        case events.MouseMove():
            return False
    return isinstance(message, events.MouseEvent | events.Paste)
