"""A host that gives no answer is left alone for a while: it costs one time-out, not ten."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError, Offline, Unreachable, UnreadableAnswer
from optilearn_tui.api.wire import Answer

if TYPE_CHECKING:
    from optilearn_tui.api.tenancy import Host

FIRST_PAUSE = 5.0
LONGEST_PAUSE = 60.0
"""Seconds for which a host that gave no answer is not asked; each further time twice as long."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How things stood with a host when a question to it began."""

    answers: int
    failures: int


@dataclass(slots=True)
class _Standing:
    answers: int = 0
    failures: int = 0
    in_a_row: int = 0
    until: float = 0.0
    problem: Unreachable | None = None


class Circuit:
    """Remembers which hosts gave no answer, and for how long they are not asked.

    When the pause is over, one question goes out; the others go on failing at once until it is answered, or
    until a pause has passed again.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        """Every host may be asked.

        Args:
            seconds: a clock that only ever goes forward.
        """
        self._seconds = seconds
        self._standings: dict[Host, _Standing] = {}

    def begin(self, host: Host) -> Turn:
        """A question to a host begins.

        Raises:
            Unreachable: it is not asked now; the error is the one it failed with.
        """
        standing = self._standing_of(host)
        now = self._seconds()
        if standing.problem is not None:
            if now < standing.until:
                # Another object each time: an error gathers the frames of everybody it is raised through.
                raise type(standing.problem)(host=standing.problem.host)
            standing.until = now + _pause(standing.in_a_row)
        return Turn(standing.answers, standing.failures)

    def settle(self, host: Host, turn: Turn, outcome: Answer | ApiError) -> None:
        """A question to a host has ended so.

        Being offline says nothing of a host. Questions that fail side by side count once, and not at all
        where the host answered another meanwhile.
        """
        if isinstance(outcome, Offline):
            return
        standing = self._standing_of(host)
        if isinstance(outcome, Answer | UnreadableAnswer):
            standing.answers += 1
            standing.in_a_row, standing.problem = 0, None
        elif isinstance(outcome, Unreachable) and turn == Turn(standing.answers, standing.failures):
            standing.failures += 1
            standing.in_a_row += 1
            standing.until = self._seconds() + _pause(standing.in_a_row)
            standing.problem = outcome.with_traceback(None)

    def reset(self) -> None:
        """Every host may be asked again, at once."""
        for standing in self._standings.values():
            standing.in_a_row, standing.problem = 0, None

    def _standing_of(self, host: Host) -> _Standing:
        return self._standings.setdefault(host, _Standing())


def _pause(in_a_row: int) -> float:
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (min(in_a_row, 10) - 1))
