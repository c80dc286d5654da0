"""Answers kept from one run to the next, in one private file."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING

from optilearn_tui.api.cache import rows
from optilearn_tui.api.cache.clerk import Clerk

if TYPE_CHECKING:
    from pathlib import Path

    from optilearn_tui.api.cache.kept import Amount, Kept

SHELF_FILE = "answers.db"
"""The usual name of the file."""

MOST_BYTES = 16 * 1024 * 1024
"""Bodies kept at most, unless told otherwise."""

PATIENCE_AT_THE_END = 1.0
"""Seconds for writing down what is left, when a client is closed."""

_TIDY_AFTER = 16  # room is made each time that a sixteenth of the cap was put


class Shelf:
    """Keeps answers and notes in a file, the latest up to `cap` bytes.

    All work on the file is done in a thread, and none before there is some. Writing waits for nobody: what is
    put is found at once, and written down soon. Where the file cannot be used, nothing is kept; that is all.
    Several runs may share a file.
    """

    def __init__(self, path: Path, cap: int = MOST_BYTES) -> None:
        self.path = path
        self._cap = cap
        self._clerk = Clerk(path)
        self._put_since = cap  # bytes put since it was tidied: once at the start, for what is too old by now

    async def find(self, key: bytes) -> Kept | None:
        """The answer of that name; None where none is kept."""
        return await self._clerk.done(rows.find(key))

    def put(self, scope: bytes, key: bytes, kept: Kept) -> None:
        """Keep an answer, in place of an earlier one of that name."""
        self._clerk.post(rows.put(scope, key, kept))
        self._put_since += len(kept.body)
        if self._put_since * _TIDY_AFTER >= self._cap:
            self._put_since = 0
            self._clerk.post(rows.tidy(self._cap, kept.at))

    def drop(self, key: bytes) -> None:
        """Keep that answer no longer."""
        self._clerk.post(rows.drop(key))

    def drop_other_snapshots(self, scope: bytes, keys: Collection[bytes]) -> None:
        """Keep no snapshots of that scope but these."""
        self._clerk.post(rows.drop_other_snapshots(scope, frozenset(keys)))

    async def note(self, scope: bytes, name: str) -> str | None:
        """What was written down under that name."""
        return await self._clerk.done(rows.note(scope, name))

    def write_note(self, scope: bytes, name: str, value: str) -> None:
        """Write something down."""
        self._clerk.post(rows.write_note(scope, name, value))

    def count(self, day: str, amount: Amount) -> None:
        """Add to what was received and sent on a day (`2026-04-15`)."""
        self._clerk.post(rows.count(day, amount))

    async def counted(self, day: str) -> Amount:
        """What was received and sent on a day, by all runs."""
        return await self._clerk.done(rows.counted(day))

    async def forget(self, scopes: Collection[bytes]) -> bool:
        """Keep nothing of those scopes any longer; True where no byte of it is left.

        A file that cannot be changed goes as a whole.
        """
        return await self._clerk.done(rows.forget(frozenset(scopes))) or await self.forget_all()

    async def forget_all(self) -> bool:
        """Take the whole file away; True where it is gone."""
        from optilearn_tui.api.cache.database import remove

        await self._clerk.done(rows.nothing())
        return await asyncio.to_thread(remove, self.path)

    async def flush(self) -> None:
        """Wait until what was put is written down; not for long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_AT_THE_END):
                await self._clerk.done(rows.nothing())
