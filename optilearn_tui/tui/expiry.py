"""When to warn that a session ends: in time, and not where it is renewed all the while."""

from __future__ import annotations

from datetime import datetime, timedelta

_BEFORE = (timedelta(hours=1), timedelta(days=1))
"""How long before the end somebody is warned, each once."""

_NOTICEABLE = timedelta(minutes=1)
"""An end that moves by less has not moved."""

_HOUR = 3600.0
_SHORTEST = 60.0  # seconds


class Expiry:
    """The end of one session, as it is told again and again."""

    def __init__(self, end: datetime | None = None) -> None:
        """A session that was to end at `end` when that was told last; None: nobody knows."""
        self.end = end
        self._warned: timedelta | None = None

    def told(self, end: datetime | None, now: datetime) -> datetime | None:
        """The end to warn of now, once the school was asked.

        Args:
            end: what it said; None where it said nothing, or did not answer.
            now: the time (aware).
        """
        before = self.end
        self.end = end or before
        if self.end is None:
            return None
        if end is not None and (before is None or end > before + _NOTICEABLE):
            self._warned = None
            return None
        return self._due(self.end, now)

    def _due(self, end: datetime, now: datetime) -> datetime | None:
        left = end - now
        threshold = next((each for each in _BEFORE if left <= each), None)
        if left <= timedelta() or threshold is None:
            return None
        if self._warned is not None and threshold >= self._warned:
            return None
        self._warned = threshold
        return end

    def pause(self, now: datetime) -> float:
        """Seconds until the school is asked again: an hour, but sooner where the session is short.

        Asking renews a session that can be renewed, so one that lasts half an hour outlives the hour.
        """
        if self.end is None or self.end <= now:
            return _HOUR
        left = self.end - now
        points = [left / 2, *(left - before for before in _BEFORE)]
        soonest = min((point.total_seconds() for point in points if point > timedelta()), default=_HOUR)
        return min(_HOUR, max(_SHORTEST, soonest))
