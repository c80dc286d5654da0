"""Reading many things in the background of a screen: told as it goes, with counts, and stopped at will."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.errors import ApiError, SessionEnded
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.sweep import Swept, sweep
from optilearn_tui.tui.messages import SessionLost

if TYPE_CHECKING:
    from textual.widget import Widget
    from textual.worker import WorkType

    from optilearn_tui.api.paging import Pages
    from optilearn_tui.api.reading import Reading

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

_BETWEEN_TELLINGS = 0.1
"""Seconds: what comes in faster is told together, so that ten thousand answers do not redraw as often."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an errand is.

    Attributes:
        words: what is being read, in the person's language.
        done: how many things were read, the failed ones included.
        total: how many there are; None while nobody knows.
        failed: how many could not be read.
        error: why the last of these could not.
    """

    words: Callable[[], str]
    done: int = 0
    total: int | None = None
    failed: int = 0
    error: ApiError | None = None


Then = Callable[["ApiError | None"], None]
"""What follows an errand; it is told why the last thing that failed could not be read."""


def _nothing(_: ApiError | None) -> None:
    """Nothing follows."""


class Errand:
    """One errand at a time, for the screen or widget that owns it.

    What is read is handed over in batches. An errand ends with its owner, when it is stopped, or when another
    one begins; `progress` is there while it runs.
    """

    def __init__(self, owner: Widget, tell: Callable[[], None], *, name: str) -> None:
        """An errand that has not begun.

        Args:
            owner: the widget whose worker it is; it learns of a lost session.
            tell: called whenever `progress` is another.
            name: tells it from other errands of the owner.
        """
        self._owner = owner
        self._tell = tell
        self._group = f"errand-{name}"
        self.progress: Progress | None = None

    def sweep(
        self,
        words: Callable[[], str],
        keys: Iterable[K],
        ask: Callable[[K], Awaitable[Reading[T]]],
        hear: Callable[[Sequence[Swept[K, T]]], None],
        then: Then = _nothing,
    ) -> None:
        """Ask about every key, and hand over what becomes of it; `then` follows when all is told."""
        wanted = tuple(dict.fromkeys(keys))
        self._start(Progress(words, total=len(wanted)), partial(self._sweep, wanted, ask, hear), then)

    def read(
        self,
        words: Callable[[], str],
        pages: Pages[T],
        hear: Callable[[Sequence[T]], None],
        then: Then = _nothing,
    ) -> None:
        """Read a listing page by page, and hand over what each adds; `then` follows at its end."""
        self._start(Progress(words), partial(self._read, pages, hear), then)

    def stop(self) -> None:
        """Ask nothing more. What was read stays."""
        self._owner.workers.cancel_group(self._owner, self._group)
        self._say(None)

    def _start(self, progress: Progress, steps: Callable[[], Awaitable[None]], then: Then) -> None:
        self._say(progress)

        # Not yet called: one that is cancelled before it begins leaves no coroutine that nobody awaited.
        async def run() -> None:
            await self._run(steps, then)

        work: WorkType[None] = run
        self._owner.run_worker(work, group=self._group, name=self._group, exclusive=True)

    async def _run(self, steps: Callable[[], Awaitable[None]], then: Then) -> None:
        await steps()
        error = None if self.progress is None else self.progress.error
        # What follows may be another errand: then this is no end that anybody has to be told of.
        self.progress = None
        then(error)
        if isinstance(error, SessionEnded):
            self._owner.post_message(SessionLost())
        if self.progress is None:
            self._tell()

    async def _sweep(
        self,
        keys: Sequence[K],
        ask: Callable[[K], Awaitable[Reading[T]]],
        hear: Callable[[Sequence[Swept[K, T]]], None],
    ) -> None:
        clock = asyncio.get_running_loop().time
        batch: list[Swept[K, T]] = []
        due = clock() + _BETWEEN_TELLINGS
        async with aclosing(sweep(keys, ask)) as outcomes:
            async for swept in outcomes:
                batch.append(swept)
                if clock() >= due:
                    self._hand_over(batch, hear)
                    batch, due = [], clock() + _BETWEEN_TELLINGS
        self._hand_over(batch, hear)

    def _hand_over(self, batch: Sequence[Swept[K, T]], hear: Callable[[Sequence[Swept[K, T]]], None]) -> None:
        if not batch:
            return
        hear(batch)
        errors = [each.trouble for each in batch if each.trouble is not None]
        self._advance(len(batch), errors)

    async def _read(self, pages: Pages[T], hear: Callable[[Sequence[T]], None]) -> None:
        try:
            async with aclosing(aiter(pages)) as given:
                async for items in given:
                    hear(items)
                    total = pages.total
                    self._advance(len(items), (), None if isinstance(total, Unknown) else total)
        except ApiError as problem:
            self._advance(0, (problem,))

    def _advance(self, done: int, errors: Sequence[ApiError], total: int | None = None) -> None:
        now = self.progress
        if now is not None:
            self._say(
                replace(
                    now,
                    done=now.done + done,
                    total=now.total if total is None else total,
                    failed=now.failed + len(errors),
                    error=errors[-1] if errors else now.error,
                )
            )

    def _say(self, progress: Progress | None) -> None:
        if progress != self.progress:
            self.progress = progress
            self._tell()
