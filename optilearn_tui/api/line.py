"""How good the line to the school is, measured by what is asked anyway."""

from __future__ import annotations

from collections import deque

_REMEMBERED = 8
_SAMPLES = 3
"""So many answers tell something."""
_SLOW_LATENCY = 0.4
_SLOW_THROUGHPUT = 16_000
_LARGE = 4_096
"""A body of so many bytes tells how fast they come: a smaller one arrives in one piece."""


class Line:
    """What the last answers tell of the line."""

    def __init__(self) -> None:
        self._waits: deque[float] = deque(maxlen=_REMEMBERED)
        self._rates: deque[float] = deque(maxlen=_REMEMBERED)

    def observe(self, waited: float, size: int, took: float) -> None:
        """An answer came.

        Args:
            waited: seconds from asking to its first byte.
            size: bytes of its body, as they travelled.
            took: seconds from its first byte to its last.
        """
        self._waits.append(waited)
        if size >= _LARGE and took > 0:
            self._rates.append(size / took)

    @property
    def latency(self) -> float | None:
        """Seconds until an answer begins, at best; None before there was one.

        The best of the last ones, because the others may have had to connect first.
        """
        return min(self._waits, default=None)

    @property
    def throughput(self) -> float | None:
        """Bytes a second, at best; None before there was an answer large enough to tell."""
        return max(self._rates, default=None)

    @property
    def is_slow(self) -> bool:
        """Whether it is worth sparing; False until that is known."""
        latency, throughput = self.latency, self.throughput
        waits = latency is not None and len(self._waits) >= _SAMPLES and latency >= _SLOW_LATENCY
        return waits or (throughput is not None and throughput <= _SLOW_THROUGHPUT)
