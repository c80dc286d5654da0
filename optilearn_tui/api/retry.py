"""When a question is asked again by itself: reading only, a few times, at random moments."""

from __future__ import annotations

import random
from dataclasses import dataclass

from optilearn_tui.api.envelope import told_to_wait
from optilearn_tui.api.errors import (
    ApiError,
    Offline,
    TimedOut,
    UnknownHost,
    Unreachable,
    UntrustedCertificate,
    UnusableProxy,
)
from optilearn_tui.api.wire import Answer, Request

_HOPELESS = (Offline, TimedOut, UnknownHost, UntrustedCertificate, UnusableProxy)
_PASSING = frozenset({429, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Retry:
    """How often and how patiently. Times in seconds.

    Attributes:
        attempts: at most so many, the first included.
        first: the longest pause before the second attempt; each further one may be twice as long.
        longest: no pause is longer.
    """

    attempts: int = 3
    first: float = 0.3
    longest: float = 2.0

    def pause(self, attempt: int) -> float:
        """How long to wait after attempt number `attempt` (from 1).

        Full jitter: a school's worth of programs must not come back at the same moment.
        """
        return random.uniform(0, min(self.longest, self.first * 2 ** (attempt - 1)))  # noqa: S311 - no secret

    def is_worth_it(self, attempt: int, request: Request, outcome: Answer | ApiError) -> bool:
        """Whether to ask again after attempt number `attempt` (from 1).

        A server that says when to come back is not asked before: the person is told the time instead.
        """
        if request.method != "GET" or attempt >= self.attempts:
            return False
        if isinstance(outcome, Answer):
            wait = told_to_wait(outcome)
            return outcome.status in _PASSING and (wait is None or wait.until is None)
        return isinstance(outcome, Unreachable) and not isinstance(outcome, _HOPELESS)


ONCE = Retry(attempts=1)
"""Never ask again."""
