"""A program in a pseudo-terminal, as a person would run it: what it wrote, when, and its memory."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\|\x1b[ -/]*[0-~]"
)
_ALTERNATE_SCREEN = b"\x1b[?1049h"
_WHERE_IS_THE_CURSOR = b"\x1b[6n"
_COLUMNS_AFTER_HINDI = (1, 3, 4)
"""Where the cursor of most terminals is before anything, after का and after क्षा: the program asks at once."""


class PseudoTerminal:
    """One program with a terminal of its own. Times are seconds of the monotonic clock since the start.

    Hardly anything is emulated: escape sequences are taken out of what was written and the rest is searched.
    That finds any text that the program paints in one go, which is enough to know when it can be read.
    """

    def __init__(
        self, argv: Sequence[str], *, environ: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        """Start `argv` with `environ` on a terminal of that size.

        Args:
            argv: the program and its arguments; the first is looked up on `PATH`.
            environ: the whole environment of the program.
            columns: width in cells.
            rows: height in cells.
        """
        self.written = bytearray()
        self.exit_status: int | None = None
        self._terminal, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._program = subprocess.Popen(
            argv,
            env=environ,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_as_a_terminal_starts_it,  # noqa: PLW1509 - two system calls
        )
        os.close(theirs)
        self._started = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def elapsed(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    def text(self) -> str:
        """All text written so far, without escape sequences. Painted again means written again."""
        return _SEQUENCE.sub(b"", bytes(self.written)).decode(errors="replace")

    def wait_for(self, text: str, *, limit: float = 20.0) -> float:
        """Read until `text` has been written, and say when.

        Returns:
            Seconds from the start of the program to the read that completed `text`.

        Raises:
            TimeoutError: it was not written within `limit` seconds, or the program ended without it.
        """
        while text not in self.text():
            if not self.read(limit):
                message = f"{text!r} was not written; what was: {self.text()[-2000:]!r}"
                raise TimeoutError(message)
        return self.elapsed()

    def wait_for_bytes(self, sequence: bytes, *, limit: float = 20.0) -> None:
        """Read until the program has written `sequence`.

        Raises:
            TimeoutError: it was not written within `limit` seconds, or the program ended without it.
        """
        while sequence not in self.written:
            if not self.read(limit):
                message = f"{sequence!r} was not written"
                raise TimeoutError(message)

    def wait_for_first_paint(self, *, limit: float = 20.0) -> float:
        """Read until something visible stands on the alternate screen, and say when (seconds).

        Raises:
            TimeoutError: nothing was painted within `limit` seconds.
        """
        while not self._painted():
            if not self.read(limit):
                message = "nothing was painted"
                raise TimeoutError(message)
        return self.elapsed()

    def wait_for_quiet(self, quiet: float = 0.5) -> None:
        """Read until nothing has been written for `quiet` seconds."""
        while self.read(quiet):
            pass

    def press(self, keys: str) -> None:
        """Send `keys` as a keyboard would: characters or escape sequences."""
        os.write(self._terminal, keys.encode())

    def modes(self) -> Sequence[object]:
        """How the terminal is set: what is shown of what is typed, when it is handed on."""
        return termios.tcgetattr(self._terminal)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        self._program.send_signal(number)

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        return self._program.pid

    def peak_memory(self) -> int:
        """The most resident memory the program has had, in bytes (VmHWM: Linux)."""
        status = Path(f"/proc/{self._program.pid}/status").read_text()
        match = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(match[1]) * 1024 if match else 0

    def wait_for_exit(self, *, limit: float = 20.0) -> float:
        """Read until the program has ended, and say when (seconds).

        Raises:
            TimeoutError: it is still writing or running after `limit` seconds without a word.
        """
        while self.read(limit):
            pass
        ended = self.elapsed()
        try:
            self.exit_status = self._program.wait(timeout=limit)
        except subprocess.TimeoutExpired as error:
            message = "the program did not end"
            raise TimeoutError(message) from error
        return ended

    def close(self) -> None:
        """End the program, if it still runs, and give the terminal back."""
        self._program.kill()
        self._program.wait()
        if self._terminal >= 0:
            os.close(self._terminal)
            self._terminal = -1

    def _painted(self) -> bool:
        _, switched, after = bytes(self.written).partition(_ALTERNATE_SCREEN)
        return bool(switched) and bool(_SEQUENCE.sub(b"", after).strip())

    def read(self, limit: float) -> bool:
        """Read once; false when nothing came within `limit` seconds or the program has ended."""
        if not select.select([self._terminal], [], [], limit)[0]:
            return False
        try:
            chunk = os.read(self._terminal, 65536)
        except OSError:  # Linux says EIO when the last program has left the terminal
            return False
        self._answer(chunk)
        self.written += chunk
        return bool(chunk)

    def _answer(self, chunk: bytes) -> None:
        """Say where the cursor is, as terminals do when they are asked."""
        asked = self.written.count(_WHERE_IS_THE_CURSOR)
        for column in _COLUMNS_AFTER_HINDI[asked : asked + chunk.count(_WHERE_IS_THE_CURSOR)]:
            self.press(f"\x1b[1;{column}R")


def _as_a_terminal_starts_it() -> None:
    """On a terminal of its own, and heeding Ctrl+C, which a shell has its background programs ignore."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
