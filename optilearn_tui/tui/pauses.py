"""How long to wait before asking again after a failure: longer each time, never for ever."""

from __future__ import annotations

from collections.abc import Iterator

_FIRST = 5.0
_LONGEST = 300.0


def growing_pauses() -> Iterator[float]:
    """Seconds to wait before each new attempt: 5, 10, 20, … and 300 from then on."""
    pause = _FIRST
    while True:
        yield pause
        pause = min(pause * 2, _LONGEST)
