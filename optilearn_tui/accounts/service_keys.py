"""The service keys of institutions: found, checked, kept and forgotten (PLATFORM.md §3: staff machines)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import InvalidServiceKey
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.api.service_key import ServiceKey, parse_service_key
from optilearn_tui.api.tenancy import parse_slug

if TYPE_CHECKING:
    from optilearn_tui.accounts.signed_in import Notice
    from optilearn_tui.accounts.wallet import Wallet
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.secret import Secret
    from optilearn_tui.credentials import Store, StoreUnavailable

VARIABLE = "OPTICRM_API_KEY"


class ServiceKeys:
    """The keys of the environment and of a wallet; the environment's goes first and is never written."""

    def __init__(self, wallet: Wallet, environ: Mapping[str, str]) -> None:
        self._wallet = wallet
        self._environ = environ

    @property
    def in_environment(self) -> bool:
        """Whether the environment holds one."""
        return bool(self._environ.get(VARIABLE, "").strip())

    async def find(self, slug: str) -> tuple[ServiceKey | None, tuple[StoreUnavailable, ...]]:
        """The key for an institution, and which places could not be looked into.

        Raises:
            InvalidServiceKey: the environment's cannot be one.
        """
        if self.in_environment:
            return parse_service_key(self._environ[VARIABLE]), ()
        return await self._wallet.find_key(parse_slug(slug))

    async def equip(self, client: Client, kind: PersonKind) -> tuple[Notice, ...]:
        """Give a member of staff's client the key, where there is one; never a parent's.

        What does not work is told, not raised: the session may be enough.
        """
        if kind is not PersonKind.STAFF:
            client.use_service_key(None)
            return ()
        try:
            key, failures = await self.find(client.slug)
        except InvalidServiceKey as problem:
            return (problem,)
        client.use_service_key(key)
        return failures

    async def keep(self, client: Client, given: Secret) -> tuple[Store, tuple[StoreUnavailable, ...]]:
        """Keep a key once `client`'s institution has accepted it; says where it is now, and what failed.

        Raises:
            InvalidServiceKey: what was given cannot be a service key; nothing was sent.
            ServiceKeyRefused: the institution does not accept it.
            ApiError: the institution could not be asked.
        """
        key = parse_service_key(given.reveal())
        client.use_service_key(key)
        await client.classes.all()
        return await self._wallet.put_key(client.slug, key)

    async def erase(self, slug: str) -> tuple[bool, tuple[StoreUnavailable, ...]]:
        """Keep no key for an institution; says whether there was one, and which places resisted."""
        key, _ = await self._wallet.find_key(slug)
        return key is not None, await self._wallet.erase_key(slug)
