"""How far a long reading is: one line on standard error, where somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number

_BETWEEN_LINES = 0.1
"""Seconds: nobody reads faster."""


class Progress:
    """A line that is written over and over, and is gone at the end. A context manager.

    Nothing is written where standard error is no terminal: a log has no use for it.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing to say; `now` tells seconds."""
        self._is_watched = sys.stderr.isatty()
        self._now = now
        self._about = ""
        self._next = 0.0
        self._written = 0

    def show(self, about: str, done: int, total: int | None) -> None:
        """Say that so many of `total` are done (None: nobody knows how many there are).

        Args:
            about: what is being read, in the person's language.
            done: how many were read, the failed ones included.
            total: how many there are to read.
        """
        is_due = about != self._about or self._now() >= self._next
        if not self._is_watched or not is_due:
            return
        self._about, self._next = about, self._now() + _BETWEEN_LINES
        count = number(done) if total is None else tr("{n} of {total}", n=number(done), total=number(total))
        self._write(tr("{label}: {value}", label=about, value=count))

    def clear(self) -> None:
        """Leave the line as if nothing had been written."""
        if self._written:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()
            self._written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def _write(self, line: str) -> None:
        # Blanks wipe out what stood there, without a word of any terminal's own language.
        sys.stderr.write(f"\r{line:<{self._written}}")
        sys.stderr.flush()
        self._written = max(self._written, len(line))
