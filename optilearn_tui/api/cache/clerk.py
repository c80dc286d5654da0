"""A thread that works on the file while the program goes on: started when there is work, gone when done.

Everything that waits is done with the file open once and written down together. A file that is locked,
read-only or damaged stops nobody: whoever asked gets the answer for "nothing is kept".
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

T = TypeVar("T")


def _nobody_waits(_: object) -> None:
    """What comes out of most writing interests nobody."""


@dataclass(frozen=True, eq=False)
class Job(Generic[T]):
    """One thing to do with the file.

    Attributes:
        work: does it. May be done a second time, where the file turned out to be damaged meanwhile.
        otherwise: what comes out where the file cannot be used.
        writes: whether the file is changed.
        makes: whether a file is made for it where there is none.
        patience: seconds to wait for another run that is writing, where not the usual ones.
        tell: told what comes out, in the thread that did it.
    """

    work: Callable[[sqlite3.Connection], T]
    otherwise: T
    writes: bool = False
    makes: bool = False
    patience: float | None = None
    tell: Callable[[T], None] = _nobody_waits

    def run(self, connection: sqlite3.Connection) -> Callable[[], None]:
        """Do it; what comes back tells what came out, once that is written down.

        Raises:
            sqlite3.Error: it cannot be done.
        """
        if self.patience is not None:
            connection.execute(f"PRAGMA busy_timeout = {round(self.patience * 1000)}")
        if self.writes and not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        return partial(self.tell, self.work(connection))

    def give_up(self) -> None:
        """Tell what comes out where it cannot be done."""
        self.tell(self.otherwise)


class Errand(Protocol):
    """A job, whatever comes out of it."""

    @property
    def writes(self) -> bool:
        """Whether the file is changed."""
        ...

    @property
    def makes(self) -> bool:
        """Whether a file is made for it."""
        ...

    @property
    def patience(self) -> float | None:
        """Seconds to wait for another run."""
        ...

    def run(self, connection: sqlite3.Connection) -> Callable[[], None]:
        """Do it; what comes back tells what came out."""
        ...

    def give_up(self) -> None:
        """Do without."""
        ...


class Clerk:
    """Does jobs on one file, in the order they come, in a thread of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._waiting: list[Errand] = []
        self._is_busy = False

    def post(self, job: Errand) -> None:
        """Have something done; nobody waits for it."""
        with self._lock:
            self._waiting.append(job)
            starts, self._is_busy = not self._is_busy, True
        if starts:
            # A daemon: a file on a dead network drive must not keep the program from ending.
            threading.Thread(target=self._work, name="optilearn-shelf", daemon=True).start()

    async def done(self, job: Job[T]) -> T:
        """Have something done, and wait for what comes out."""
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[T] = loop.create_future()

        def tell(value: T) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(_settle, outcome, value)

        self.post(replace(job, tell=tell))
        return await outcome

    def _work(self) -> None:
        # Here, so that nobody else waits for SQLite to be loaded.
        from optilearn_tui.api.cache.working import work_on

        while jobs := self._next():
            work_on(self._path, jobs)

    def _next(self) -> list[Errand]:
        with self._lock:
            jobs, self._waiting = self._waiting, []
            self._is_busy = bool(jobs)
        return jobs


def _settle(outcome: asyncio.Future[T], value: T) -> None:
    if not outcome.done():
        outcome.set_result(value)
