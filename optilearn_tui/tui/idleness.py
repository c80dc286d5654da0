"""How long nobody has touched the keyboard or the mouse."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock


class Idleness:
    """Measured by the clock on the wall: a machine that slept was idle all the while."""

    def __init__(self, limit: timedelta, clock: Clock) -> None:
        """Idle from now on.

        Args:
            limit: how long somebody may be idle; nothing: for ever.
            clock: tells the time now.
        """
        self._limit = limit
        self._clock = clock
        self._touched_at = clock()

    def touch(self) -> None:
        """Somebody is there."""
        if self._limit:
            self._touched_at = self._clock()

    @property
    def seconds_left(self) -> float | None:
        """How long until somebody has been idle for too long; 0 once they have; None: for ever."""
        if not self._limit:
            return None
        left = self._touched_at + self._limit - self._clock()
        return max(0.0, left.total_seconds())

    @property
    def is_over(self) -> bool:
        """Whether somebody has been idle for too long."""
        return self.seconds_left == 0
