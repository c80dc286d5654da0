"""One question about many things: every roster, everybody's parents, a whole school's attendance.

Nothing is lost silently: each thing asked about comes back once, with its answer or with what kept it from
being answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.api.errors import (
    ApiError,
    MissingServiceKey,
    NotSignedIn,
    ServiceKeyRefused,
    TimedOut,
    TooManyRequests,
    Unreachable,
)

if TYPE_CHECKING:
    from optilearn_tui.api.reading import Reading

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

AT_ONCE = 8
"""Questions under way at once, unless told otherwise: half of the client's connections (`Bounds`)."""

_FOR_ALL = (NotSignedIn, MissingServiceKey, ServiceKeyRefused, Unreachable, TooManyRequests)
"""What keeps one question from being answered in this way keeps every other one as well."""


@dataclass(frozen=True, slots=True)
class Swept(Generic[K, T]):
    """What became of the question about one thing.

    Attributes:
        key: the thing.
        outcome: the answer, or why there is none.
    """

    key: K
    outcome: Reading[T] | ApiError

    @property
    def trouble(self) -> ApiError | None:
        """Why the school gave no answer, also where an older one stands in; None where it gave one."""
        return self.outcome if isinstance(self.outcome, ApiError) else self.outcome.stale_because


async def sweep(
    keys: Iterable[K], ask: Callable[[K], Awaitable[Reading[T]]], *, at_once: int = AT_ONCE
) -> AsyncGenerator[Swept[K, T]]:
    """Ask about each of `keys`, a few at a time, and give each outcome as it comes.

    Once the session is over, the key refused, or the school out of reach or too busy, nothing more is asked:
    whatever is left then comes at once, each with that error. A single time-out says little; so many in a row
    as are asked at once are taken for a school out of reach. Whoever may stop early closes the generator
    (`contextlib.aclosing`): nothing is asked any more, and nobody waits for what was.

    Args:
        keys: what to ask about; one that comes twice is asked about once.
        ask: asks about one of them; raises an ApiError where there is no answer.
        at_once: questions under way at once.
    """
    left = iter(dict.fromkeys(keys))
    under_way: dict[asyncio.Task[Reading[T]], K] = {}
    time_outs = 0
    try:
        while True:
            _fill(under_way, left, ask, at_once)
            if not under_way:
                return
            done, _ = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            end: ApiError | None = None
            for task in [each for each in under_way if each in done]:
                outcome = _outcome(task)
                yield Swept(under_way.pop(task), outcome)
                time_outs = time_outs + 1 if isinstance(outcome, TimedOut) else 0
                if isinstance(outcome, ApiError) and _ends_it(outcome, time_outs, at_once):
                    end = outcome
            if end is not None:
                await _give_up(under_way)
                for key in (*under_way.values(), *left):
                    yield Swept(key, end)
                return
    finally:
        await _give_up(under_way)


def _fill(
    under_way: dict[asyncio.Task[Reading[T]], K],
    left: Iterator[K],
    ask: Callable[[K], Awaitable[Reading[T]]],
    at_once: int,
) -> None:
    while len(under_way) < at_once:
        try:
            key = next(left)
        except StopIteration:
            return
        under_way[asyncio.create_task(_asked(ask, key))] = key


async def _asked(ask: Callable[[K], Awaitable[Reading[T]]], key: K) -> Reading[T]:
    return await ask(key)


def _outcome(task: asyncio.Task[Reading[T]]) -> Reading[T] | ApiError:
    try:
        return task.result()
    except ApiError as problem:
        return problem


def _ends_it(problem: ApiError, time_outs: int, at_once: int) -> bool:
    return time_outs >= at_once if isinstance(problem, TimedOut) else isinstance(problem, _FOR_ALL)


async def _give_up(tasks: Iterable[asyncio.Task[Reading[T]]]) -> None:
    waiting = tuple(tasks)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
