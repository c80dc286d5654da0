"""Calls that may never come back, made where they can stop neither the screen nor the exit.

A keyring may ask its question on another display and wait for ever. A thread of a pool would then hang the
exit of the program, so each call gets a daemon thread, and a time after which nobody waits for it any more.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Outcome(Generic[T]):
    value: T | None = None
    error: BaseException | None = None


class Errands:
    """One call at a time, each with a time-out. While one that nobody waits for hangs, others are refused."""

    def __init__(self, timeout: float) -> None:
        """Wait `timeout` seconds for each call."""
        self._timeout = timeout
        self._one_at_a_time = asyncio.Lock()
        self._under_way: asyncio.Future[None] | None = None
        self._given_up = False

    async def run(self, call: Callable[[], T]) -> T | None:
        """What `call` returns, or raises.

        Raises:
            TimeoutError: it did not return in time, or an earlier one still has not.
        """
        async with self._one_at_a_time:
            if self._under_way is not None and self._given_up and not self._under_way.done():
                raise TimeoutError
            try:
                async with asyncio.timeout(self._timeout):
                    if self._under_way is not None:  # Its caller was cancelled; it goes on all the same.
                        await asyncio.shield(self._under_way)
                    outcome = await self._start(call)
            except TimeoutError:
                self._given_up = True
                raise
        self._given_up = False
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

    async def _start(self, call: Callable[[], T]) -> _Outcome[T]:
        loop = asyncio.get_running_loop()
        finished: asyncio.Future[None] = loop.create_future()
        outcome = _Outcome[T]()

        def work() -> None:
            try:
                outcome.value = call()
            except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
                outcome.error = error
            with suppress(RuntimeError):  # Nobody waits any more: the loop is closed.
                loop.call_soon_threadsafe(finished.set_result, None)

        self._under_way = finished
        threading.Thread(target=work, name="optilearn-keyring", daemon=True).start()
        await asyncio.shield(finished)
        return outcome
