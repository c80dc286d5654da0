"""A gate that requests wait at until somebody opens it: how tests reorder replies without sleeping."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Lock


class Signal:
    """Something that happens once. May be given and waited for in different threads and event loops."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
        self.is_given = False

    def give(self) -> None:
        """It happens: everybody who waits, or will wait, goes on."""
        with self._lock:
            self.is_given = True
            waiting, self._waiting = self._waiting, []
        for loop, event in waiting:
            with suppress(RuntimeError):  # the loop that waited is closed: nobody waits any more
                loop.call_soon_threadsafe(event.set)

    async def wait(self) -> None:
        """Return when it has happened; at once where it already has."""
        with self._lock:
            if self.is_given:
                return
            event = asyncio.Event()
            self._waiting.append((asyncio.get_running_loop(), event))
        await event.wait()


class Gate:
    """Holds requests back until it is released."""

    def __init__(self) -> None:
        self._reached = Signal()
        self._released = Signal()

    @property
    def is_reached(self) -> bool:
        """Whether a request has come as far as the gate."""
        return self._reached.is_given

    async def reached(self) -> None:
        """Return as soon as a request stands at the gate."""
        await self._reached.wait()

    def release(self) -> None:
        """Let everybody through, those who wait and those who come later."""
        self._released.give()

    async def passed(self) -> None:
        """Wait at the gate; returns at once when it is open."""
        self._reached.give()
        await self._released.wait()
