"""A program in a pseudo-terminal, and what a person sees of it at every moment."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import struct
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable

from typing_extensions import override

from tests.pseudo_terminal import PseudoTerminal
from tests.tui.thrifty.terminal import Terminal

_BEGUN = re.compile(r"\x1b(?:[\[\]PX^_][^\x1b\a@-~]*|\]8;[^\x1b\a]*)?\Z")
"""A sequence whose end has not come yet."""
_PATIENCE = 20.0


class Window(PseudoTerminal):
    """A terminal window with a program in it.

    Attributes:
        terminal: what is seen in it.
        seen: every text that was, whenever something had come.
    """

    def __init__(self, module: str, *words: str, columns: int = 40, rows: int = 9) -> None:
        """Run a module in a window of its own."""
        self.terminal = Terminal(columns, rows)
        self.seen: list[str] = []
        self._decode = getincrementaldecoder("utf-8")().decode
        self._rest = ""
        left_out = {"COLUMNS", "LINES", "NO_COLOR", "TEXTUAL_DRIVER"}
        environ = {key: value for key, value in os.environ.items() if key not in left_out}
        super().__init__(
            [sys.executable, "-m", module, *words],
            environ=environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
            columns=columns,
            rows=rows,
        )

    @override
    def read(self, limit: float) -> bool:
        before = len(self.written)
        has_come = super().read(limit)
        data = self._rest + self._decode(self.written[before:])
        begun = _BEGUN.search(data)
        end = begun.start() if begun else len(data)
        self._rest = data[end:]
        if end:
            self.terminal.feed(data[:end])
            self.seen.append(self.text_seen)
        return has_come

    @property
    def text_seen(self) -> str:
        """What is seen, without blanks to the right and below."""
        lines = (self.terminal.line(row).rstrip() for row in range(len(self.terminal.cells)))
        return "\n".join(lines).rstrip()

    def until(self, condition: Callable[[], bool]) -> None:
        """Show what the program writes until `condition` holds."""
        while not condition():
            assert self.read(_PATIENCE), f"it shows {self.text_seen!r}"

    def until_stopped(self) -> None:
        """Wait until the program is put aside."""
        os.waitpid(self.pid, os.WUNTRACED)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size; what it showed is garbled."""
        self.terminal = Terminal(columns, rows)
        self.garble()
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.signal(signal.SIGWINCH)

    def garble(self) -> None:
        """Show something that the program knows nothing of."""
        self.terminal.feed("\x1b[H" + "garbage " * 20)
