"""Asking the terminal how it draws the scripts of India: after two letters, where is its cursor?

The question is put before anything heavy is imported and the answer read afterwards, so that it has come by
then, over a slow line as well. Nothing of it stays to be seen, and no key pressed meanwhile is lost.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing, chosen

VARIABLE = "OPTILEARN_DEVANAGARI"
"""The environment variable that says how many cells a vowel sign takes: `1`, `0`, or `auto`: ask."""

_PATIENCE = 0.18
"""Seconds to wait, once there is nothing else to do, for a terminal that may never answer."""

_WHERE = "\x1b[6n"
_HIDDEN = "\x1b[8m"
_SAVE, _BACK, _ERASE = "\x1b7", "\x1b8", "\x1b[K"
_QUESTION = f"{_SAVE}{_HIDDEN}{_WHERE}का{_WHERE}{_BACK}{_HIDDEN}क्षा{_WHERE}{_BACK}{_ERASE}".encode()
_POSITION = re.compile(rb"\x1b\[\d+;(\d+)R")
_POSITIONS = _QUESTION.count(_WHERE.encode())

_DRAWINGS = {
    (2, 3): USUAL,
    (1, 2): Drawing(mark=0),
    (1, 1): Drawing(mark=0, letter=1),
    (2, 2): Drawing(letter=2),
}
"""By how far the cursor went over का and over क्षा."""


@dataclass(frozen=True)
class Answer:
    """What is known of the terminal.

    Attributes:
        drawing: how it draws.
        keys: what was typed before the answer came, as the terminal sent it.
        is_heard: whether the terminal answered; None where it was not asked.
    """

    drawing: Drawing = USUAL
    keys: str = ""
    is_heard: bool | None = field(default=None, compare=False)


class Question:
    """A question to the terminal, as a context: put on entering, the terminal as it was before on leaving.

    Not put where the answer is known, or where there is no terminal: then the answer is there at once.
    """

    def __init__(
        self, environ: Mapping[str, str], saved: str | None = None, *, keyboard: int = 0, screen: int = 2
    ) -> None:
        """A question that has not been put yet.

        Args:
            environ: the environment; `OPTILEARN_DEVANAGARI` in it may be the answer (`1`, `0`) or `auto`.
            saved: the same from the settings; the environment wins.
            keyboard: file descriptor of what the terminal sends.
            screen: file descriptor of what it shows: the one that Textual draws on.
        """
        self._drawing = chosen(environ.get(VARIABLE) or saved)
        self._dumb = environ.get("TERM", "") in {"", "dumb"}
        self._keyboard = keyboard
        self._screen = screen
        self._modes: list[int | list[bytes | int]] | None = None

    def __enter__(self) -> Self:
        if self._drawing is None and self._can_answer():
            self._quieten()
            os.write(self._screen, _QUESTION)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._restore()

    def answer(self, patience: float = _PATIENCE) -> Answer:
        """How the terminal draws, as it says itself, or as most do where it says nothing.

        While an answer may still come, the terminal goes on to show nothing that is typed (or answered) until
        the context is left.

        Args:
            patience: seconds to wait for the answer; what has come already is read in any case.
        """
        if self._modes is None:
            return Answer(self._drawing or USUAL)
        received = self._receive(time.monotonic() + patience)
        columns = [int(column) for column in _POSITION.findall(received)]
        keys = _POSITION.sub(b"", received).decode(errors="ignore")
        if len(columns) < _POSITIONS:
            return Answer(keys=keys, is_heard=False)
        self._restore()
        start, mark, letter = columns
        return Answer(_DRAWINGS.get((mark - start, letter - start), USUAL), keys, is_heard=True)

    def _can_answer(self) -> bool:
        return (
            sys.platform != "win32"
            and not self._dumb
            and os.isatty(self._keyboard)
            and os.isatty(self._screen)
        )

    def _receive(self, deadline: float) -> bytes:
        """What the terminal sends, up to the end of the answer and no further: the rest is for Textual."""
        received = b""
        while len(_POSITION.findall(received)) < _POSITIONS:
            left = max(deadline - time.monotonic(), 0)
            if not select.select([self._keyboard], [], [], left)[0]:
                break
            byte = os.read(self._keyboard, 1)
            if not byte:
                break
            received += byte
        return received

    def _quieten(self) -> None:
        """Neither show what comes from the terminal, nor wait for the end of a line."""
        import termios

        self._modes = termios.tcgetattr(self._keyboard)
        quiet = termios.tcgetattr(self._keyboard)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._keyboard, termios.TCSANOW, quiet)

    def _restore(self) -> None:
        if self._modes is not None:
            import termios

            termios.tcsetattr(self._keyboard, termios.TCSANOW, self._modes)
            self._modes = None
