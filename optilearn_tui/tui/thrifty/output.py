"""What stands between Textual's writing thread and the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from typing import Final

from typing_extensions import override

from optilearn_tui.tui.early.curtain import curtain
from optilearn_tui.tui.first_frame.stage import stage
from optilearn_tui.tui.thrifty.canvas import Canvas
from optilearn_tui.tui.thrifty.painter import Painter

_ALTERNATE_SCREEN: Final = "\x1b[?1049h"

_WORTH_HOLDING: Final = 100
"""Characters from which it is worth saying that they belong together: nothing less is seen half done."""


class ChangesOnly(TextIOWrapper):
    """A file that is painted on: what is written is drawn, and only what changed reaches the terminal.

    Textual's writing thread flushes when nothing waits to be written: where the line is slower than the
    program, what was painted over in the meantime is never sent.

    Where an early picture stands, nothing is painted until the curtain opens, and then what differs from it.
    """

    def __init__(
        self,
        terminal: TextIOWrapper,
        *,
        erases_in_colour: Callable[[], bool],
        size: Callable[[], tuple[int, int]] | None = None,
    ) -> None:
        """A file in front of `terminal`.

        Args:
            terminal: where the changes go.
            erases_in_colour: tells, when the first is sent, whether what the terminal erases takes the
                background it writes with.
            size: tells the columns and rows of the terminal.
        """
        super().__init__(BytesIO())  # Textual wants a file of this kind; nothing goes through its buffer
        self._terminal = terminal
        self._size = size or (lambda: os.get_terminal_size(terminal.fileno()))
        self._erases_in_colour = erases_in_colour
        self._canvas = Canvas()
        self._painter: Painter | None = None
        self._passing: list[str] = []
        self._is_in_doubt = False

    @override
    def fileno(self) -> int:
        return self._terminal.fileno()

    def doubt(self) -> None:
        """What the terminal shows may have changed by itself: paint everything with the next flush.

        May be called from any thread, and while a signal is handled.
        """
        self._is_in_doubt = True

    @override
    def write(self, data: str) -> int:
        others = self._canvas.write(data)
        if others:
            self._passing.append(others)
        return len(data)

    @override
    def flush(self) -> None:
        if self._painter is None:
            self._painter = self._painter_from_now_on()
        sent = self._others(self._painter) + self._painted(self._painter)
        if sent:
            self._terminal.write(sent)
            self._terminal.flush()

    def _painter_from_now_on(self) -> Painter:
        early = curtain.take_painter()
        if early is None:
            return Painter(erases_in_colour=self._erases_in_colour())
        size = self._size()
        self._canvas.is_covered = curtain.is_closed and early.knows(size)
        self._canvas.changed.update(range(size[1]))
        return early

    def _others(self, painter: Painter) -> str:
        """What is no drawing."""
        others = "".join(self._passing)
        self._passing.clear()
        if not others:
            return ""
        painter.lose()
        if _ALTERNATE_SCREEN in others and stage.is_entered():
            # Most terminals would wipe out what stands there, and show nothing until there is a picture.
            others = others.replace(_ALTERNATE_SCREEN, "")
            self._canvas.is_entered = False
        return others if self._canvas.is_ours else painter.leave() + others

    def _painted(self, painter: Painter) -> str:
        canvas = self._canvas
        if not canvas.is_ours:
            return ""
        if self._is_in_doubt or canvas.is_entered:
            self._is_in_doubt = canvas.is_entered = False
            painter.forget()
        size = self._size()
        canvas.is_covered &= painter.knows(size)
        if canvas.is_covered or not canvas.rows:
            return ""
        painted = painter.paint(canvas, size)
        if canvas.can_wait and len(painted) > _WORTH_HOLDING:
            return f"\x1b[?2026h{painted}\x1b[?2026l"
        return painted
