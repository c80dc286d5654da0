"""Signing out: the server is told, everything is forgotten here whatever it says, and the truth is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.accounts.expiry import expiry
from optilearn_tui.accounts.signed_in import SignedOut

if TYPE_CHECKING:
    from optilearn_tui.accounts.service_keys import ServiceKeys
    from optilearn_tui.accounts.wallet import Wallet
    from optilearn_tui.api.client import Client
    from optilearn_tui.credentials import StoreUnavailable


@dataclass(frozen=True, slots=True)
class Erased:
    """What is no longer kept: whether a service key was, and which places could not be emptied."""

    service_key: bool
    left_behind: tuple[StoreUnavailable, ...]


class Leaving:
    """Forgets the session and the service key of an institution."""

    def __init__(self, wallet: Wallet, keys: ServiceKeys, environ: Mapping[str, str]) -> None:
        self._wallet = wallet
        self._keys = keys
        self._environ = environ

    async def with_session(self, client: Client, expires: datetime | None = None) -> SignedOut:
        """Sign out and close the client.

        Args:
            client: whose session ends.
            expires: when the server last said that the session expires, where it did.
        """
        token = client.session.token
        try:
            told = await client.auth.sign_out()
        finally:
            erased = await self._erase(client.slug)
            await client.aclose()
        return SignedOut(
            client.slug,
            server_told=told,
            # The token was renewed after the server last said when the session expires.
            valid_until=(expiry(token) if token is not None else None) or expires,
            still_in_environment=bool(self._environ.get("OPTILEARN_SESSION_TOKEN", "").strip()),
            left_behind=erased.left_behind,
            service_key_forgotten=erased.service_key,
            key_still_in_environment=self._keys.in_environment,
        )

    async def without_session(self, slug: str) -> SignedOut | None:
        """Forget what else is kept for an institution; None where nothing is, for all that can be told."""
        erased = await self._erase(slug)
        if not (erased.service_key or erased.left_behind):
            return None
        return SignedOut(
            slug,
            server_told=False,
            valid_until=None,
            left_behind=erased.left_behind,
            # In a place that does not open, there may be a session.
            had_session=bool(erased.left_behind),
            service_key_forgotten=erased.service_key,
            key_still_in_environment=self._keys.in_environment,
        )

    async def _erase(self, slug: str) -> Erased:
        left = await self._wallet.erase(slug)
        had_key, left_too = await self._keys.erase(slug)
        # A place that fails, fails at both: that is said once.
        places = {(failure.store, failure.reason): failure for failure in (*left_too, *left)}
        return Erased(had_key, tuple(places.values()))
