"""A place for sessions that cannot be used."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from typing_extensions import override

from optilearn_tui.api.secret import Secret
from optilearn_tui.credentials import Entry, MemoryStore, StoreKind, StoreUnavailable

S = TypeVar("S", bound=Secret)


class Unusable:
    """A keyring that fails at everything."""

    kind = StoreKind.KEYRING

    async def load(self, entry: Entry[S]) -> S | None:
        """Fail."""
        raise StoreUnavailable(self.kind, "locked", entry.slug)

    async def save(self, entry: Entry[S], secret: S) -> None:
        """Fail."""
        raise StoreUnavailable(self.kind, "locked", f"{entry.slug} {secret!r}")

    async def erase(self, entry: Entry[S]) -> None:
        """Fail."""
        raise StoreUnavailable(self.kind, "locked", entry.slug)


class Lasting(MemoryStore):
    """A keyring in perfect order."""

    kind = StoreKind.KEYRING


class Failing(Lasting):
    """A keyring in perfect order until it `fails`."""

    fails = False

    @override
    async def save(self, entry: Entry[S], secret: S) -> None:
        """Keep it, or fail."""
        if self.fails:
            raise StoreUnavailable(self.kind, "locked", entry.slug)
        await super().save(entry, secret)


class NeverAnswers(MemoryStore):
    """A keyring that asks its question where nobody sees it."""

    kind = StoreKind.KEYRING

    @override
    async def load(self, entry: Entry[S]) -> S | None:
        """Wait for ever."""
        await asyncio.Event().wait()
        return await super().load(entry)


class SlowToSave(MemoryStore):
    """A keyring that, once `stuck`, never gets round to writing."""

    stuck = False

    @override
    async def save(self, entry: Entry[S], secret: S) -> None:
        """Keep it, or never return."""
        if self.stuck:
            await asyncio.Event().wait()
        await super().save(entry, secret)
