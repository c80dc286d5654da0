"""Time that passes as fast as a program can live through it: whenever all of it sleeps, the clock jumps."""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TypeVar, TypeVarTuple

import textual._time
from typing_extensions import override

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_PATIENCE = 0.005
"""Seconds of real time in which something may still come from outside before the clock jumps."""


class JumpingClock(selectors.DefaultSelector):
    """Does not wait for what is due later: it is later at once.

    Attributes:
        jumps: how often everything slept.
        is_held: threads are at work, in whose time nothing jumps.
    """

    def __init__(self) -> None:
        super().__init__()
        self.jumps = 0
        self.is_held: Callable[[], bool] = bool
        self._jumped = 0.0

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if self.is_held():
            return super().select(timeout)
        ready = super().select(_PATIENCE if timeout is None else min(timeout, _PATIENCE))
        if not ready and timeout is not None and timeout > _PATIENCE:
            self.jumps += 1
            self._jumped += timeout - _PATIENCE
        return ready

    def seconds(self) -> float:
        """Seconds that have passed, jumps included."""
        return time.monotonic() + self._jumped


class SimulatedLoop(asyncio.SelectorEventLoop):
    """A loop that lives in simulated time, but waits for its threads in real time.

    Attributes:
        clock: what it lives by.
    """

    def __init__(self) -> None:
        self.clock = JumpingClock()
        super().__init__(self.clock)
        self._at_work = 0
        self.clock.is_held = lambda: self._at_work > 0

    @override
    def time(self) -> float:
        return self.clock.seconds()

    @override
    def run_in_executor(
        self, executor: Executor | None, func: Callable[[*Ts], T], *args: *Ts
    ) -> asyncio.Future[T]:
        def done(_: asyncio.Future[T]) -> None:
            self._at_work -= 1

        future = super().run_in_executor(executor, func, *args)
        self._at_work += 1
        future.add_done_callback(done)
        return future


@contextmanager
def simulated_time(began: datetime | None = None) -> Iterator[tuple[SimulatedLoop, Callable[[], datetime]]]:
    """A loop in simulated time, which Textual lives by as well, and a clock of it.

    Args:
        began: what the clock shows first (aware); left out: the present.
    """
    loop = SimulatedLoop()
    began, start = began or datetime.now(UTC), loop.time()
    before, textual._time.get_time = textual._time.get_time, loop.time
    asyncio.set_event_loop(loop)
    try:
        yield loop, lambda: began + timedelta(seconds=loop.time() - start)
    finally:
        textual._time.get_time = before
        asyncio.set_event_loop(None)
        loop.close()
