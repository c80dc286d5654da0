"""The places that keep sessions, used together: one takes new sessions, all are looked into and emptied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.credentials import AccountKey, MemoryStore, Store, StoreUnavailable

if TYPE_CHECKING:
    from optilearn_tui.api.token import Token


@dataclass(frozen=True, slots=True)
class Kept:
    """A session and the place that has it."""

    token: Token
    store: Store


class Wallet:
    """Sessions of one deployment, by institution.

    New sessions go into the first of `stores`, or into memory where that one fails (AUTH.md: a keyring that
    fails = go on in memory and say so).
    """

    def __init__(self, base_domain: str, stores: Sequence[Store]) -> None:
        self._base_domain = base_domain
        self._memory = MemoryStore()
        self._stores = (*stores, self._memory)
        self._known: dict[AccountKey, Kept] = {}

    async def find(self, slug: str) -> tuple[Kept | None, tuple[StoreUnavailable, ...]]:
        """The session kept for an institution, and which places could not be looked into."""
        key = AccountKey(self._base_domain, slug)
        failures: list[StoreUnavailable] = []
        for store in self._stores:
            try:
                token = await store.load(key)
            except StoreUnavailable as failure:
                failures.append(failure)
                continue
            if token is not None:
                self._known[key] = Kept(token, store)
                return self._known[key], tuple(failures)
        return None, tuple(failures)

    async def put(self, slug: str, token: Token) -> tuple[Store, tuple[StoreUnavailable, ...]]:
        """Keep a new session; says where it is now, and what failed.

        An older session of the institution, wherever it lies, is removed: it may be another person's.
        """
        key = AccountKey(self._base_domain, slug)
        store: Store = self._stores[0]
        failures: tuple[StoreUnavailable, ...] = ()
        try:
            await store.save(key, token)
        except StoreUnavailable as failure:
            store, failures = self._memory, (failure,)
            await store.save(key, token)
        self._known[key] = Kept(token, store)
        await self._erase(key, [other for other in self._stores if other is not store])
        return store, failures

    async def update(self, slug: str, token: Token) -> None:
        """Keep `token` in place of the session it grew out of, unless that one is no longer there.

        Another run of the program may have signed out, or somebody else in: that is left alone.

        Raises:
            StoreUnavailable: the place cannot be used.
        """
        key = AccountKey(self._base_domain, slug)
        former = self._known.get(key)
        if former is None or former.token == token:
            return
        if await former.store.load(key) == former.token:
            await former.store.save(key, token)
            self._known[key] = Kept(token, former.store)

    async def erase(self, slug: str) -> tuple[StoreUnavailable, ...]:
        """Keep nothing for an institution anywhere; says which places could not be emptied."""
        key = AccountKey(self._base_domain, slug)
        self._known.pop(key, None)
        return await self._erase(key, self._stores)

    @staticmethod
    async def _erase(key: AccountKey, stores: Sequence[Store]) -> tuple[StoreUnavailable, ...]:
        failures: list[StoreUnavailable] = []
        for store in stores:
            try:
                await store.erase(key)
            except StoreUnavailable as failure:
                if failure.reason != "missing":  # nothing can lie in a keyring that there is not
                    failures.append(failure)
        return tuple(failures)
