"""Sign-outs that go on to their end: whoever asks for one and leaves meanwhile is signed out all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 10.0
"""Seconds to wait at the end of a run: as long as a school may take to answer, and a keyring to forget."""


class Partings:
    """The sign-outs under way."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[object]] = set()

    async def to_the_end(self, parting: Coroutine[None, None, T]) -> T:
        """What comes of a sign-out; it goes on where nobody waits for it any more."""
        task = asyncio.create_task(parting)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    async def finish(self) -> None:
        """Wait until nothing is under way; not for ever."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=_PATIENCE)
