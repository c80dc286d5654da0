"""Signing out: the server is told, everything is forgotten here whatever it says, and the truth is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.accounts.signed_in import SignedOut, each_once
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.credentials import StoreKind, StoreUnavailable

if TYPE_CHECKING:
    from optilearn_tui.accounts.account import Account
    from optilearn_tui.accounts.service_keys import ServiceKeys
    from optilearn_tui.accounts.signed_in import LeftBehind
    from optilearn_tui.accounts.wallet import Wallet
    from optilearn_tui.api.client import Client
    from optilearn_tui.credentials import AccountKey


@dataclass(frozen=True, slots=True)
class Erased:
    """What is no longer kept: whether a service key was, and what could not be erased."""

    service_key: bool
    left_behind: tuple[LeftBehind, ...]


class Leaving:
    """Forgets an account: session, name, answers; and the service key, where nobody else needs it."""

    def __init__(
        self,
        wallet: Wallet,
        keys: ServiceKeys,
        known: Callable[[], Sequence[Account]],
        drop: Callable[[Account], Awaitable[Sequence[LeftBehind]]],
        environ: Mapping[str, str],
    ) -> None:
        """A way out.

        Args:
            wallet: has the sessions.
            keys: the service keys of the schools.
            known: the accounts that are left.
            drop: makes an account unknown; says what failed.
            environ: the environment, of which nothing can be erased.
        """
        self._wallet = wallet
        self._keys = keys
        self._known = known
        self._drop = drop
        self._environ = environ

    async def with_session(
        self,
        client: Client,
        account: Account | None,
        entries: Sequence[AccountKey],
        expires: datetime | None = None,
    ) -> SignedOut:
        """Sign out and close the client.

        Args:
            client: whose session ends.
            account: whose it is, where that is known.
            entries: under which names it may be kept.
            expires: when the server last said that the session expires, where it did.
        """
        told, valid_until = False, client.session.expires or expires
        try:
            told = await client.auth.sign_out()
        finally:
            erased = await self._erase(client, account, entries)
            await client.aclose()
        return SignedOut(
            client.slug,
            server_told=told,
            # The token was renewed after the server last said when the session expires.
            valid_until=valid_until,
            still_in_environment=self._is_in_environment,
            left_behind=erased.left_behind,
            service_key_forgotten=erased.service_key,
            key_still_in_environment=self._keys.in_environment,
            account=account,
        )

    async def without_session(
        self, client: Client, account: Account | None, entries: Sequence[AccountKey]
    ) -> SignedOut | None:
        """Forget what else is kept of an account; None where nothing is, for all that can be told."""
        try:
            erased = await self._erase(client, account, entries)
        finally:
            await client.aclose()
        if not (account or erased.service_key or erased.left_behind):
            return None
        return SignedOut(
            client.slug,
            server_told=False,
            valid_until=None,
            still_in_environment=self._is_in_environment,
            left_behind=erased.left_behind,
            # In a place that does not open, there may be a session.
            had_session=any(isinstance(left, StoreUnavailable) for left in erased.left_behind),
            service_key_forgotten=erased.service_key,
            key_still_in_environment=self._keys.in_environment,
            account=account,
        )

    async def _erase(self, client: Client, account: Account | None, entries: Sequence[AccountKey]) -> Erased:
        left: list[LeftBehind] = []
        is_out = True
        for entry in entries:
            home, failures = self._wallet.home_of(entry), await self._wallet.erase(entry)
            is_out = is_out and not any(home in {None, failure.store} for failure in failures)
            left += failures
        if account is not None:
            client.belongs_to(account.person)
            # An account whose session may still be there stays known, so that it can be tried again.
            left += await self._drop(account) if is_out else ()
        if not await client.forget_everything():
            left.append(StoreUnavailable(StoreKind.FILE, "answers"))
        had_key = False
        if not self._is_needed(client.slug):
            had_key, left_too = await self._keys.erase(client.slug)
            left += left_too
        return Erased(had_key, each_once(left))

    @property
    def _is_in_environment(self) -> bool:
        return bool(self._environ.get("OPTILEARN_SESSION_TOKEN", "").strip())

    def _is_needed(self, slug: str) -> bool:
        """Whether somebody who is left works at that school, and with its service key."""
        return any(account.slug == slug and account.kind is PersonKind.STAFF for account in self._known())
