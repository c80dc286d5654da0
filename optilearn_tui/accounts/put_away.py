"""Everybody's session while a screen is locked: in memory alone, to be kept again by whoever unlocks it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from optilearn_tui.accounts.signed_in import each_once

if TYPE_CHECKING:
    from optilearn_tui.accounts.wallet import Kept, Wallet
    from optilearn_tui.api.token import Token
    from optilearn_tui.credentials import AccountKey, StoreUnavailable


class PutAway:
    """The sessions that were taken out of a wallet, and where each of them was."""

    def __init__(self, wallet: Wallet) -> None:
        self._wallet = wallet
        self._sessions: dict[AccountKey, Kept[Token]] = {}

    async def take(self, entries: Iterable[AccountKey]) -> tuple[StoreUnavailable, ...]:
        """Take these out of every place; says which places still have one."""
        sessions = self._sessions  # those of now: whatever is forgotten meanwhile is not held again
        failures: list[StoreUnavailable] = []
        for entry in entries:
            kept, _ = await self._wallet.find(entry)
            if kept is not None:
                sessions[entry] = kept
            failures += await self._wallet.erase(entry)
        return each_once(failures)

    async def give_back(self, entries: Collection[AccountKey]) -> tuple[StoreUnavailable, ...]:
        """Keep those of these entries again, each where it was, and none of the others; says what failed.

        Where another run keeps a session by now, that one is left alone.
        """
        sessions, self._sessions = self._sessions, {}
        failures: list[StoreUnavailable] = []
        for entry, kept in sessions.items():
            if entry in entries and (await self._wallet.find(entry))[0] is None:
                _, problems = await self._wallet.put(entry, kept.secret, kept.store.kind)
                failures += problems
        return each_once(failures)

    def forget(self) -> None:
        """Hold nobody's session any more."""
        self._sessions = {}
