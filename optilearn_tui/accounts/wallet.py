"""The places that keep secrets, used together: one takes new ones, all are looked into and emptied."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.api.secret import Secret
from optilearn_tui.credentials import (
    AccountKey,
    Entry,
    MemoryStore,
    ServiceKeyEntry,
    Store,
    StoreKind,
    StoreUnavailable,
)

if TYPE_CHECKING:
    from optilearn_tui.api.service_key import ServiceKey
    from optilearn_tui.api.token import Token

S = TypeVar("S", bound=Secret)

_QUICKEST_FIRST = (StoreKind.MEMORY, StoreKind.FILE, StoreKind.KEYRING)
"""A keyring may take its time, or ask; whoever has a file for want of one shall not wait for it."""

_TIDYING_PATIENCE = 3.0  # seconds for removing what a new sign-in has replaced
_KEY_PATIENCE = 3.0  # seconds for a service key: few have one, and all who are staff wait for it


@dataclass(frozen=True, slots=True)
class Kept(Generic[S]):
    """A secret and the place that has it."""

    secret: S
    store: Store


class Wallet:
    """Sessions and service keys of one deployment, by account and by institution.

    New ones go into the first of `stores`, or into memory where that one fails (AUTH.md: a keyring that
    fails = go on in memory and say so).
    """

    def __init__(self, base_domain: str, stores: Sequence[Store]) -> None:
        self._base_domain = base_domain
        self._memory = MemoryStore()
        self._stores = (*stores, self._memory)
        self._known: dict[AccountKey, Kept[Token]] = {}

    async def find(self, entry: AccountKey) -> tuple[Kept[Token] | None, tuple[StoreUnavailable, ...]]:
        """The session kept for an account, and which places could not be looked into."""
        kept, failures = await self._find(entry)
        if kept is not None:
            self._known[entry] = kept
        return kept, failures

    async def put(
        self, entry: AccountKey, token: Token, kind: StoreKind | None = None
    ) -> tuple[Store, tuple[StoreUnavailable, ...]]:
        """Keep a new session; says where it is now, and what failed.

        An older session of the account in another place is removed.

        Args:
            entry: whose.
            token: the session.
            kind: the kind of place to keep it in; that of the first, by default.
        """
        store, failures = await self._put(entry, token, kind)
        self._known[entry] = Kept(token, store)
        return store, failures

    async def update(self, entry: AccountKey, token: Token) -> None:
        """Keep `token` in place of the session it grew out of, unless that one is no longer there.

        Another run of the program may have signed out, or in again: that is left alone.

        Raises:
            StoreUnavailable: the place cannot be used.
        """
        former = self._known.get(entry)
        if former is None or former.secret == token or not await self._still_has(entry, former):
            return
        await former.store.save(entry, token)
        if self._known.get(entry) == former:
            self._known[entry] = Kept(token, former.store)

    async def discard(self, entry: AccountKey) -> tuple[StoreUnavailable, ...]:
        """Keep no longer the session that was found; a later one, of another run, is left alone."""
        former = self._known.get(entry)
        try:
            if former is None or not await self._still_has(entry, former):
                return ()
        except StoreUnavailable as failure:
            return (failure,)
        return await self.erase(entry)

    def home_of(self, entry: AccountKey) -> StoreKind | None:
        """In which kind of place the session of an account was found or put; None where none was."""
        known = self._known.get(entry)
        return None if known is None else known.store.kind

    async def erase(self, entry: AccountKey) -> tuple[StoreUnavailable, ...]:
        """Keep no session for an account anywhere; says which places could not be emptied."""
        self._known.pop(entry, None)
        return await self._erase(entry, self._stores)

    async def find_key(self, slug: str) -> tuple[ServiceKey | None, tuple[StoreUnavailable, ...]]:
        """The service key kept for an institution, and which places could not be looked into.

        A keyring that does not answer soon is not waited for.
        """
        try:
            async with asyncio.timeout(_KEY_PATIENCE):
                kept, failures = await self._find(ServiceKeyEntry(self._base_domain, slug))
        except TimeoutError:
            return None, (StoreUnavailable(StoreKind.KEYRING, "timeout"),)
        serious = tuple(failure for failure in failures if failure.reason != "missing")
        return (None, serious) if kept is None else (kept.secret, ())

    async def put_key(self, slug: str, key: ServiceKey) -> tuple[Store, tuple[StoreUnavailable, ...]]:
        """Keep a service key, and no older one anywhere; says where it is now, and what failed."""
        return await self._put(ServiceKeyEntry(self._base_domain, slug), key, None)

    async def erase_key(self, slug: str) -> tuple[StoreUnavailable, ...]:
        """Keep no service key for an institution anywhere; says which places could not be emptied."""
        return await self._erase(ServiceKeyEntry(self._base_domain, slug), self._stores)

    async def _find(self, entry: Entry[S]) -> tuple[Kept[S] | None, tuple[StoreUnavailable, ...]]:
        failures: list[StoreUnavailable] = []
        for store in sorted(self._stores, key=lambda store: _QUICKEST_FIRST.index(store.kind)):
            try:
                secret = await store.load(entry)
            except StoreUnavailable as failure:
                failures.append(failure)
                continue
            if secret is not None:
                return Kept(secret, store), tuple(failures)
        return None, tuple(failures)

    async def _still_has(self, entry: AccountKey, former: Kept[Token]) -> bool:
        """Whether a session is where it was, and nothing here took it away or replaced it meanwhile."""
        return await former.store.load(entry) == former.secret and self._known.get(entry) == former

    async def _put(
        self, entry: Entry[S], secret: S, kind: StoreKind | None
    ) -> tuple[Store, tuple[StoreUnavailable, ...]]:
        wanted = (store for store in self._stores if kind in {None, store.kind})
        store = first = next(wanted, self._stores[0])
        failures: tuple[StoreUnavailable, ...] = ()
        try:
            await store.save(entry, secret)
        except StoreUnavailable as failure:
            store, failures = self._memory, (failure,)
            await store.save(entry, secret)
        others = [other for other in self._stores if other not in (first, store)]
        with suppress(TimeoutError):
            async with asyncio.timeout(_TIDYING_PATIENCE):
                await self._erase(entry, others)
        return store, failures

    @staticmethod
    async def _erase(entry: Entry[S], stores: Sequence[Store]) -> tuple[StoreUnavailable, ...]:
        failures: list[StoreUnavailable] = []
        for store in sorted(stores, key=lambda store: _QUICKEST_FIRST.index(store.kind)):
            try:
                await store.erase(entry)
            except StoreUnavailable as failure:
                if failure.reason != "missing":  # nothing can lie in a keyring that there is not
                    failures.append(failure)
        return tuple(failures)
