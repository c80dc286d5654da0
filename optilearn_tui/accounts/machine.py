"""What this machine knows before anybody is asked: schools, accounts, and a school's service key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from optilearn_tui.accounts.choice import Choice
from optilearn_tui.accounts.directory import Directory
from optilearn_tui.accounts.service_keys import ServiceKeys
from optilearn_tui.accounts.signed_in import KeyKept, LeftBehind, Notice, TokenSource
from optilearn_tui.accounts.wallet import Wallet
from optilearn_tui.api.errors import MissingSlug
from optilearn_tui.api.kinds import AccountKind, PersonKind
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.tenancy import Deployment, parse_slug
from optilearn_tui.api.token import Token
from optilearn_tui.credentials import Store, StoreKind, StoreUnavailable

if TYPE_CHECKING:
    from optilearn_tui.accounts.account import Account
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.institution import Institution
    from optilearn_tui.api.service_key import ServiceKey
    from optilearn_tui.settings import Places, Settings

Connect = Callable[[str, Token | None], "Client"]
"""Makes the client for an institution, signed in with a token or not."""

KINDS = {
    PersonKind.PARENT: AccountKind.PARENT,
    PersonKind.STUDENT: AccountKind.PARENT,
    PersonKind.STAFF: AccountKind.STAFF,
}
"""Which form of the sign-in screen is whose."""


class Machine:
    """The accounts and service keys of one deployment on this machine.

    Attributes:
        notices: which places could not be looked into when nothing was found in the others.
    """

    def __init__(
        self,
        deployment: Deployment,
        settings: Settings,
        stores: Sequence[Store],
        environ: Mapping[str, str],
        connect: Connect,
        places: Places | None,
        directory: Directory | None,
        who: str | None,
    ) -> None:
        self.notices: tuple[Notice, ...] = ()
        self._deployment = deployment
        self._environ = environ
        self._connect = connect
        self._directory = directory or Directory(None)
        self._wallet = Wallet(deployment.base_domain, stores)
        self._keys = ServiceKeys(self._wallet, environ)
        self._choice = Choice(deployment, settings, self._directory, environ=environ, places=places, said=who)
        self._schools: dict[str, str] = {}

    @property
    def institution(self) -> str | None:
        """The slug of the institution to begin with, as the person chose it; None where nobody chose one.

        Raises:
            InvalidSlug: the environment names one that cannot be.
        """
        return self._choice.institution

    def known(self) -> tuple[Account, ...]:
        """The accounts at all schools of the deployment; the one used last comes first."""
        return self._choice.known()

    @property
    def default(self) -> Account | None:
        """The account to begin with: the one that was said, else chosen, else used last.

        Raises:
            InvalidSlug: the environment names an institution that cannot be.
            UnknownAccount: nobody is called what the person said.
            AmbiguousAccount: several are.
        """
        return self._choice.default

    @property
    def begins_at(self) -> str | None:
        """The slug of the institution that this run is about: the default account's, else the chosen one.

        Raises:
            Misconfigured: see `default`.
        """
        account = self.default
        return self.institution if account is None else account.slug

    def called(self, who: str) -> Account:
        """The account that a person calls `who`: `slug/person`, e-mail, id, slug or a part of the name.

        Raises:
            UnknownAccount: nobody is called that.
            AmbiguousAccount: several are.
        """
        return self._choice.called(who)

    async def choose(self, account: Account) -> tuple[Notice, ...]:
        """Begin with this account from now on; says what could not be remembered."""
        return await self._choice.make(account.slug, kind=KINDS.get(account.kind), person=account.person)

    async def look_up(self, slug: str) -> Institution:
        """The institution with this slug, as it presents itself to everybody.

        Raises:
            InvalidSlug: there can be none.
            ApiError: it cannot be asked.
        """
        async with self._connect(parse_slug(slug), None) as client:
            institution = (await client.institution.look_up()).value
        if isinstance(institution.name, str):
            await self.name_school(client.slug, institution.name)
        return institution

    async def name_school(self, slug: str, name: str) -> None:
        """Call a school by its own name from now on, wherever its accounts are listed."""
        self._schools[slug] = name
        for account in self.known():
            if account.slug == slug and account.school != name:
                await self._renew(replace(account, school=name))

    async def service_key(self, slug: str) -> ServiceKey | None:
        """The service key for an institution: the environment's, else the one kept here; None without one.

        Raises:
            InvalidServiceKey: `OPTICRM_API_KEY` is set and cannot be one.
        """
        return (await self._keys.find(slug))[0]

    async def service_client(self) -> Client | None:
        """A client that asks with the service key alone, on a machine where nobody need be signed in.

        None where there is no key. Whoever gets the client closes it.

        Raises:
            MissingSlug: nothing says which institution is meant.
            InvalidSlug: the environment names an institution that cannot be.
            UnknownAccount: nobody is called what the person said.
            AmbiguousAccount: several are.
            InvalidServiceKey: `OPTICRM_API_KEY` is set and cannot be one.
        """
        slug = self.begins_at
        if slug is None:
            raise MissingSlug
        key, self.notices = await self._keys.find(slug)
        if key is None:
            return None
        client = self._connect(slug, None)
        client.use_service_key(key)
        return client

    async def keep_service_key(self, slug: str, given: str) -> KeyKept:
        """Keep the service key of an institution, once the institution has accepted it.

        Raises:
            InvalidServiceKey: what was given cannot be a service key; nothing was sent.
            ServiceKeyRefused: the institution does not accept it.
            ApiError: the institution could not be asked.
        """
        secret = Secret(given)
        del given  # A traceback that shows the variables of this function must not show this one.
        async with self._connect(parse_slug(slug), None) as client:
            store, notices = await self._keys.keep(client, secret)
        unsaved = await self._choice.make(client.slug) if self.institution is None else ()
        return KeyKept(client.slug, source_of(store), (*notices, *unsaved))

    async def _note(self, account: Account, *, lasting: bool) -> tuple[Notice, ...]:
        try:
            await asyncio.to_thread(self._directory.note, account, lasting=lasting)
        except OSError as error:
            return (unlisted(error),)
        return ()

    async def _renew(self, account: Account) -> tuple[bool, tuple[Notice, ...]]:
        """Write down what is new about an account; says whether it is known at all, and what failed."""
        try:
            return await asyncio.to_thread(self._directory.renew, account), ()
        except OSError as error:
            return False, (unlisted(error),)

    async def _drop(self, account: Account) -> tuple[LeftBehind, ...]:
        """Know an account no longer, and let no choice name it; says what failed."""
        try:
            await asyncio.to_thread(self._directory.drop, account)
        except OSError as error:
            return (unlisted(error),)
        return await self._choice.unmake(account)


def source_of(store: Store) -> TokenSource:
    """Where something is kept, as it is told to people and scripts."""
    return TokenSource(store.kind.value)


def unlisted(error: OSError) -> StoreUnavailable:
    """The list of accounts could not be written."""
    return StoreUnavailable(StoreKind.FILE, "accounts", type(error).__name__)
