"""A question put before anybody waits for its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from functools import partial
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)
T = TypeVar("T")

_LASTS_SECONDS = 10.0
"""As long an answer is kept until somebody wants it; after that it is asked for anew."""


class AskedAhead(Generic[S, T]):
    """A question that can be put ahead: whoever asks the same next waits for that answer, once.

    Called like the question itself, and raises what it raises.
    """

    def __init__(self, ask: Callable[[S], Awaitable[T]]) -> None:
        """Nothing is asked yet.

        Args:
            ask: gives an answer about a subject.
        """
        self._ask = ask
        self._begun: dict[S, asyncio.Task[T]] = {}

    def begin(self, subject: S) -> asyncio.Task[T]:
        """Ask now, for whoever will want to know. To be called while an event loop runs."""
        task = self._begun.get(subject)
        if task is None:
            task = self._begun[subject] = asyncio.ensure_future(self._answer(subject))
            task.add_done_callback(partial(self._keep, subject))
        return task

    async def __call__(self, subject: S) -> T:
        """The answer of the question that is under way or was just answered, or else of one put now."""
        task = self._begun.pop(subject, None)
        return await (self._ask(subject) if task is None else task)

    def give_up(self) -> None:
        """Nobody wants to know any more."""
        for task in self._begun.values():
            task.cancel()
        self._begun.clear()

    async def _answer(self, subject: S) -> T:
        return await self._ask(subject)

    def _keep(self, subject: S, task: asyncio.Task[T]) -> None:
        """An answer is there, or an error: one that nobody asks about in the end is none."""
        if not task.cancelled():
            task.exception()
        task.get_loop().call_later(_LASTS_SECONDS, self._forget, subject, task)

    def _forget(self, subject: S, task: asyncio.Task[T]) -> None:
        if self._begun.get(subject) is task:
            del self._begun[subject]
