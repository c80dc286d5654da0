"""Asking a school one question, again and again: gently while all is well, patiently after a failure."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.api.errors import ApiError, Declined, SessionEnded, TooManyRequests
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.messages import SessionLost

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

S = TypeVar("S", bound=Hashable)
T = TypeVar("T")

Ask = Callable[[S], Awaitable[Reading[T]]]
"""Asks a school about a subject; raises an `ApiError` where there is no answer."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long to wait before the next question, in seconds.

    Attributes:
        refresh: after an answer, a refusal included; 0 or less: never by itself.
        first: after the first failure; each further one doubles it.
        longest: no pause after a failure is longer.
    """

    refresh: float = 300
    first: float = 15
    longest: float = 300

    def after(self, failures: int, error: ApiError | None, now: datetime) -> float | None:
        """The pause after so many failures in a row, the last of them `error`; None: do not ask by itself.

        A server that says when it may be asked again is not asked before.
        """
        if isinstance(error, SessionEnded):
            return None
        if error is None or isinstance(error, Declined):
            return self.refresh if self.refresh > 0 else None
        pause = min(self.longest, self.first * 2.0 ** min(failures - 1, 20))
        if isinstance(error, TooManyRequests) and error.until is not None:
            return max(pause, (error.until - now).total_seconds())
        return pause


class Question(Generic[S, T]):
    """One question about one subject at a time, kept up to date for the widget that owns it.

    Each state of knowledge is told as a `Feed`. A new subject is told at once, blank. An answer that arrives
    after the subject has changed is dropped. `SessionEnded` ends the asking and is posted as `SessionLost`.
    """

    def __init__(
        self,
        owner: Widget,
        ask: Ask[S, T],
        tell: Callable[[Feed[T]], None],
        *,
        rhythm: Rhythm,
        clock: Callable[[], datetime],
        name: str = "question",
    ) -> None:
        self._owner = owner
        self._ask = ask
        self._tell = tell
        self._rhythm = rhythm
        self._clock = clock
        self._name = name
        self._subject: S | None = None
        self._feed: Feed[T] = Feed()
        self._failures = 0
        self._timer: Timer | None = None

    def about(self, subject: S | None) -> None:
        """Ask about `subject` from now on; what was known of the former one is gone at once.

        None: about nobody; nothing is asked any more.
        """
        if subject is self._subject is None:
            return
        self._subject = subject
        self._failures = 0
        self._feed = Feed(subject)
        if subject is None:
            self._stop_timer()
            self._tell(self._feed)
        else:
            self.again()

    def again(self) -> None:
        """Ask now. A question under way is given up for this one; what is known stays."""
        self._stop_timer()
        if self._subject is None:
            return
        self._said(self._feed.asked())
        # Not begun here: a worker that is given up before its turn never begins.
        ask: Callable[[], Awaitable[None]] = partial(self._round, self._subject)
        self._owner.run_worker(ask, group=f"question-{self._name}", name=self._name, exclusive=True)

    async def _round(self, subject: S) -> None:
        error: ApiError | None = None
        try:
            reading = await self._ask(subject)
        except ApiError as problem:
            error = problem
        if subject != self._subject:
            return
        if error is None:
            self._failures = 0
            self._said(self._feed.answered(reading))
        else:
            self._failures += 1
            self._said(self._feed.failed(error))
        if isinstance(error, SessionEnded):
            self._owner.post_message(SessionLost())
        self._wait(error)

    def _said(self, feed: Feed[T]) -> None:
        self._feed = feed
        self._tell(feed)

    def _wait(self, error: ApiError | None) -> None:
        pause = self._rhythm.after(self._failures, error, self._clock())
        if pause is not None:
            self._timer = self._owner.set_timer(pause, self.again, name=self._name)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
