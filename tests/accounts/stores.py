"""A place for sessions that cannot be used."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from optilearn_tui.credentials import AccountKey, MemoryStore, StoreKind, StoreUnavailable

if TYPE_CHECKING:
    from optilearn_tui.api.token import Token


class Unusable:
    """A keyring that fails at everything."""

    kind = StoreKind.KEYRING

    async def load(self, key: AccountKey) -> Token | None:
        """Fail."""
        raise StoreUnavailable(self.kind, "locked", key.slug)

    async def save(self, key: AccountKey, token: Token) -> None:
        """Fail."""
        raise StoreUnavailable(self.kind, "locked", f"{key.slug} {token!r}")

    async def erase(self, key: AccountKey) -> None:
        """Fail."""
        raise StoreUnavailable(self.kind, "locked", key.slug)


class SlowToSave(MemoryStore):
    """A keyring that, once `stuck`, never gets round to writing."""

    stuck = False

    async def save(self, key: AccountKey, token: Token) -> None:
        """Keep it, or never return."""
        if self.stuck:
            await asyncio.Event().wait()
        await super().save(key, token)
