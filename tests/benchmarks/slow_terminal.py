"""A terminal at the far end of a slow line, as over SSH: bytes come at its pace, keys take their time."""

from __future__ import annotations

import select
import time
from collections import deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from tests.benchmarks.throttle import Line


class SlowTerminal(PseudoTerminal):
    """What is read has arrived: a program that writes faster than the line is kept waiting."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        environ: Mapping[str, str],
        line: Line,
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        """Start `argv` at the near end of `line`."""
        super().__init__(argv, environ=environ, columns=columns, rows=rows)
        self._line = line
        self._typed: deque[tuple[float, str]] = deque()

    @override
    def press(self, keys: str) -> None:
        self._typed.append((self.elapsed() + self._line.rtt / 1000, keys))

    @override
    def read(self, limit: float) -> bool:
        end = self.elapsed() + limit
        while not select.select([self._terminal], [], [], self._until(end))[0]:
            self._deliver()
            if self.elapsed() >= end:
                return False
        before = len(self.written)
        came = super().read(0)
        if self._line.kbit:
            # Both halves of the way are in the delay of the keys: from a key to its echo is one round trip.
            time.sleep((len(self.written) - before) * 8 / (self._line.kbit * 1000))
        self._deliver()
        return came

    def _until(self, end: float) -> float:
        due = min(self._typed[0][0], end) if self._typed else end
        return max(due - self.elapsed(), 0)

    def _deliver(self) -> None:
        while self._typed and self._typed[0][0] <= self.elapsed():
            super().press(self._typed.popleft()[1])
