"""The driver in a real pseudo-terminal: resized, stopped, and continued."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator

import pytest

from tests.tui.thrifty.terminal import Terminal

_PATIENCE = 20.0
_FOCUS_REPORTS = "\x1b[?1004h"


class Window:
    """A terminal window with a program in it.

    Attributes:
        terminal: what is seen in it.
        program: the program.
        written: what the program wrote, as far as it was looked at.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self._master, slave = os.openpty()
        self.terminal = Terminal(columns, rows)
        self.written = ""
        self._size(columns, rows)
        environ = {
            key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES", "NO_COLOR"}
        }
        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.tui.thrifty.small_program"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env=environ | {"TERM": "xterm-256color"},
        )
        os.close(slave)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size; what it showed is garbled."""
        self.terminal = Terminal(columns, rows)
        self.garble()
        self._size(columns, rows)
        self.program.send_signal(signal.SIGWINCH)

    def garble(self) -> None:
        """Show something that the program knows nothing of."""
        self.terminal.feed("\x1b[H" + "garbage " * 20)

    def press(self, key: str) -> None:
        """Type."""
        os.write(self._master, key.encode())

    def until(self, condition: Callable[[], bool]) -> None:
        """Show what the program writes until `condition` holds."""
        while not condition():
            assert select.select([self._master], [], [], _PATIENCE)[0], f"it shows {self.text!r}"
            piece = os.read(self._master, 65536).decode()
            self.written += piece
            self.terminal.feed(piece)

    @property
    def text(self) -> str:
        """What is seen, without blanks around it."""
        lines = (self.terminal.line(row).strip() for row in range(len(self.terminal.cells)))
        return "\n".join(filter(None, lines))

    def close(self) -> None:
        """End the program."""
        self.program.kill()
        self.program.wait()
        os.close(self._master)


@pytest.fixture
def window() -> Iterator[Window]:
    """A program that shows its first screen."""
    window = Window(40, 9)
    window.until(lambda: window.text == "ready")
    yield window
    window.close()


def test_only_what_changed_is_sent(window: Window) -> None:
    window.press("a")
    window.until(lambda: window.text == "1 keys, 40 by 9")
    before = window.terminal.received

    window.press("a")
    window.until(lambda: window.text == "2 keys, 40 by 9")

    assert window.terminal.received - before < len("2 keys, 40 by 9")


def test_after_a_resize_everything_is_painted_again(window: Window) -> None:
    window.resize(30, 7)
    window.until(lambda: window.text == "ready")
    window.press("a")
    window.until(lambda: window.text == "1 keys, 30 by 7")


def test_a_terminal_that_has_its_old_size_again_is_painted_again(window: Window) -> None:
    window.garble()
    window.program.send_signal(signal.SIGWINCH)

    window.until(lambda: window.text == "ready")


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_after_the_program_was_stopped_and_continued_everything_is_painted_again(
    window: Window, stop: signal.Signals
) -> None:
    window.program.send_signal(stop)
    os.waitpid(window.program.pid, os.WUNTRACED)
    window.until(lambda: not select.select([window._master], [], [], 0)[0])
    window.garble()
    window.written = ""

    window.program.send_signal(signal.SIGCONT)

    window.until(lambda: window.text == "ready")
    # Asked for after the terminal has been told not to show what is typed.
    window.until(lambda: _FOCUS_REPORTS in window.written)
    window.press("a")
    window.until(lambda: window.text == "1 keys, 40 by 9")
