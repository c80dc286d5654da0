"""The pauses between questions: after an answer, after a failure, and before what may not be wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from optilearn_tui.api.errors import ApiError, Declined, Offline, SessionEnded, TooManyRequests


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long to wait before the next question, in seconds.

    Attributes:
        refresh: after an answer, a refusal included; 0 or less: never by itself.
        first: after the first failure; each further one doubles it.
        longest: no pause after a failure is longer.
        dwell: before a question about a subject that was chosen right after another one: who flips through
            children asks only about the one that is looked at.
        ahead: without a question before what may be wanted next is asked for; None: never.
    """

    refresh: float = 300
    first: float = 15
    longest: float = 300
    dwell: float = 0
    ahead: float | None = None

    def after(self, failures: int, error: ApiError | None, now: datetime) -> float | None:
        """The pause after so many failures in a row, the last of them `error`; None: do not ask by itself.

        A server that says when it may be asked again is not asked before.
        """
        if isinstance(error, SessionEnded | Offline):
            return None
        if error is None or isinstance(error, Declined):
            return self.refresh if self.refresh > 0 else None
        pause = min(self.longest, self.first * 2.0 ** min(failures - 1, 20))
        if isinstance(error, TooManyRequests) and error.until is not None:
            return max(pause, (error.until - now).total_seconds())
        return pause
