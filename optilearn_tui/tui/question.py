"""Asking a school one question, again and again: gently while all is well, patiently after a failure."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.api.errors import ApiError, Declined, NotSignedIn, Offline, SessionEnded
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.economy import Economy
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.messages import SessionLost
from optilearn_tui.tui.rhythm import Rhythm

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

__all__ = ["Ask", "Question", "Recollect", "Rhythm"]

S = TypeVar("S", bound=Hashable)
T = TypeVar("T")

Ask = Callable[[S], Awaitable[Reading[T]]]
"""Asks a school about a subject; raises an `ApiError` where there is no answer."""
Recollect = Callable[[S], Awaitable[Reading[T] | None]]
"""What an earlier run kept about a subject; asks nobody."""


class Question(Generic[S, T]):
    """One question about one subject at a time, kept up to date for the widget that owns it.

    Each state of knowledge is told as a `Feed`. A new subject is told at once: blank, or with what is known
    of it. An answer that arrives after the subject has changed is dropped. `SessionEnded` ends the asking and
    is posted as `SessionLost`. What comes due while the economy forbids it is asked when it is allowed again.
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
        economy: Economy | None = None,
        anew: Ask[S, T] | None = None,
        recollect: Recollect[S, T] | None = None,
    ) -> None:
        """A question without a subject yet.

        Args:
            owner: whose workers and timers it uses.
            ask: gives an answer, which may be one that was kept.
            tell: hears every state of knowledge.
            rhythm: the pauses.
            clock: tells the time now.
            name: what its workers are called.
            economy: whether it may ask by itself; left out: always.
            anew: asks the school itself; left out: as `ask`.
            recollect: what an earlier run kept, to be shown until there is an answer.
        """
        self._owner = owner
        self._ask = ask
        self._anew = anew
        self._recollect = recollect
        self._tell = tell
        self._rhythm = rhythm
        self._clock = clock
        self._name = name
        self._group = f"question-{name}"
        self._economy = economy or Economy()
        self._economy.follow(self)
        self._subject: S | None = None
        self._feed: Feed[T] = Feed()
        self._failures = 0
        self._timer: Timer | None = None
        self._chosen_at = float("-inf")
        self._is_due = False
        self._is_cut_off = False

    def about(self, subject: S | None, known: Reading[T] | None = None) -> None:
        """Ask about `subject` from now on; what was known of the former one is gone at once.

        Args:
            subject: None: about nobody; nothing is asked any more.
            known: an answer that is at hand: it is shown, and asked for again only when it is due.
        """
        if subject is self._subject is None:
            return
        self._stop()
        self._subject = subject
        self._failures = 0
        self._feed = Feed(subject, known)
        if subject is None:
            self._owner.workers.cancel_group(self._owner, self._group)
            self._tell(self._feed)
        elif known is not None and self._will_do(known):
            self._owner.workers.cancel_group(self._owner, self._group)
            self._said(self._feed)
            self._wait(None)
        else:
            self._begin(self._ask if known is None else self._anew or self._ask, dwell=self._dwell())

    def again(self) -> None:
        """Ask now. A question under way is given up for this one; what is known stays."""
        self._stop()
        if self._subject is not None:
            self._begin(self._anew or self._ask)

    def stop(self) -> None:
        """Ask no more, and tell nothing: for an owner that is gone.

        A timer that is set while its owner's are being stopped would outlive it.
        """
        self._subject = None
        self._stop()

    def heed(self) -> None:
        """Give up while no request may leave; ask what came due meanwhile once it may be asked."""
        if self._subject is None or not self._owner.is_attached:
            return
        if self._economy.offline:
            if not self._is_cut_off and not isinstance(self._feed.error, SessionEnded):
                self._stop()
                self._is_cut_off = True
                self._owner.workers.cancel_group(self._owner, self._group)
                self._said(self._feed.failed(Offline()))
        elif self._is_cut_off or (self._is_due and self._may_ask):
            self.again()

    @property
    def _may_ask(self) -> bool:
        """Whether it may be asked without anybody's doing: what is not known at all even in low-data mode."""
        return self._economy.asks_by_itself or (self._feed.reading is None and not self._economy.rests)

    def _begin(self, ask: Ask[S, T], *, dwell: float = 0, quietly: bool = False) -> None:
        if self._subject is None:
            return
        if not quietly:
            self._said(self._feed.asked())
        # Not begun here: a worker that is given up before its turn never begins.
        work: Callable[[], Awaitable[None]] = partial(self._round, self._subject, ask, dwell)
        self._owner.run_worker(work, group=self._group, name=self._name, exclusive=True)
        if self._recollect is not None and self._feed.reading is None:
            remember: Callable[[], Awaitable[None]] = partial(
                self._bridge_the_wait, self._subject, self._recollect
            )
            self._owner.run_worker(remember, group=f"{self._group}-kept", name=self._name, exclusive=True)

    async def _bridge_the_wait(self, subject: S, recollect: Recollect[S, T]) -> None:
        """Show what was kept as long as there is no answer."""
        kept = await recollect(subject)
        if kept is not None and subject == self._subject and self._feed.reading is None:
            error, loading = self._feed.error, self._feed.loading
            if not _forbids(error):
                self._said(Feed(subject, kept, error, loading))

    async def _round(self, subject: S, ask: Ask[S, T], dwell: float) -> None:
        if dwell:
            await asyncio.sleep(dwell)
        with self._economy.asking():
            error: ApiError | None = None
            try:
                reading = await ask(subject)
                if reading.is_old and reading.stale_because is None and self._anew is not None:
                    self._hear(subject, self._feed.answered(reading).asked())
                    reading = await self._anew(subject)
            except ApiError as problem:
                error = problem
            if subject != self._subject:
                return
            self._is_cut_off = self._economy.offline
            if error is None:
                error = reading.stale_because or (Offline() if self._is_cut_off else None)
                answered = self._feed.answered(reading)
                self._said(answered if error is None else answered.failed(error))
            else:
                self._said((Feed(subject) if self._has_lapsed(error) else self._feed).failed(error))
            self._failures = 0 if error is None else self._failures + 1
            if isinstance(error, SessionEnded):
                self._owner.post_message(SessionLost())
            self._wait(error)

    def _has_lapsed(self, error: ApiError) -> bool:
        """What an earlier run kept is not to be shown any more to somebody the school refuses it to."""
        return self._feed.saved and _forbids(error)

    def _hear(self, subject: S, feed: Feed[T]) -> None:
        if subject == self._subject:
            self._said(feed)

    def _said(self, feed: Feed[T]) -> None:
        self._feed = feed
        self._tell(feed)

    def _will_do(self, known: Reading[T]) -> bool:
        """Whether it need not be asked for now. Offline asking costs nothing, and says that it is offline."""
        is_due = 0 < self._rhythm.refresh <= self._age(known)
        return not known.is_old and not is_due and not self._economy.offline

    def _age(self, reading: Reading[T] | None) -> float:
        # A clock that was put back since makes no answer younger than one of this moment.
        return 0.0 if reading is None else max(0.0, (self._clock() - reading.at).total_seconds())

    def _dwell(self) -> float:
        """How long to wait and see whether the person stays with what was chosen just now."""
        now = asyncio.get_running_loop().time()
        passing, self._chosen_at = now - self._chosen_at < self._rhythm.dwell, now
        return self._rhythm.dwell if passing else 0

    def _wait(self, error: ApiError | None) -> None:
        pause = self._rhythm.after(self._failures, error, self._clock())
        if pause is None:
            return
        if error is None:
            # A kept answer has used up a part of its time; but none is so old that nothing is left of it.
            rest = pause * self._economy.patience - self._age(self._feed.reading)
            pause = max(min(pause, self._rhythm.first), rest)
        self._timer = self._owner.set_timer(pause, self._come_due, name=self._name)

    def _come_due(self) -> None:
        if self._may_ask:
            self._stop()
            self._begin(self._anew or self._ask, quietly=self._is_settled)
        else:
            self._is_due = True

    @property
    def _is_settled(self) -> bool:
        """The school has answered, if only that it will not tell: nobody waits for it to be asked again."""
        feed = self._feed
        return _forbids(feed.error) or (feed.reading is not None and feed.error is None and not feed.saved)

    def _stop(self) -> None:
        self._is_due = self._is_cut_off = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def _forbids(error: ApiError | None) -> bool:
    return isinstance(error, Declined) and not isinstance(error, NotSignedIn)
