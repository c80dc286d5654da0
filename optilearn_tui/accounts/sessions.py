"""Sessions on this machine: found, confirmed by the school, kept (AUTH.md: the algorithm)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from optilearn_tui.accounts.account import Account, account_of
from optilearn_tui.accounts.attempt import at_a_school, attempt
from optilearn_tui.accounts.machine import Connect, Machine, source_of
from optilearn_tui.accounts.partings import Partings
from optilearn_tui.accounts.put_away import PutAway
from optilearn_tui.accounts.rewriting import Rewriting
from optilearn_tui.accounts.signed_in import Notice, Recalled, SignedIn, TokenSource, each_once
from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.errors import MissingSlug, SessionEnded
from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import AccountKey, StoreKind, StoreUnavailable

if TYPE_CHECKING:
    from optilearn_tui.accounts.directory import Directory
    from optilearn_tui.api.cache import AnyShelf
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.tenancy import Deployment
    from optilearn_tui.api.token import Token
    from optilearn_tui.credentials import Store
    from optilearn_tui.settings import Places, Settings

_TOKEN_VARIABLE = "OPTILEARN_SESSION_TOKEN"  # noqa: S105 - the name of a variable
_EXIT_PATIENCE = 3.0  # seconds for writing the session at the very end
_NOTICEABLE = timedelta(hours=1)
"""An expiry that moved by less is not worth writing down."""


class Sessions(Machine):
    """The sessions of one deployment on this machine.

    What is on disk of somebody's belongs to an account of the directory, so that signing out can find and
    erase it: a session of the environment, or one that could only be kept in memory, leaves nothing there.

    Attributes:
        notices: which places could not be looked into when `recall` found no session.
    """

    def __init__(
        self,
        deployment: Deployment,
        settings: Settings,
        stores: Sequence[Store],
        *,
        environ: Mapping[str, str],
        connect: Connect,
        places: Places | None = None,
        directory: Directory | None = None,
        shelf: AnyShelf | None = None,
        leftovers: Callable[[], Awaitable[None]] | None = None,
        who: str | None = None,
        clock: Clock = utc_now,
    ) -> None:
        """Join what a sign-in needs.

        Args:
            deployment: which installation of the platform.
            settings: the person's choices; institution and account chosen last are among them.
            stores: where sessions lie; the first takes new ones.
            environ: the environment, for `OPTILEARN_SESSION_TOKEN`, `OPTILEARN_INSTITUTION` and
                `OPTICRM_API_KEY`.
            connect: makes a client; the demo's reaches a school inside this process.
            places: where to remember institution and account after a sign-in; None remembers nothing.
            directory: the accounts of this machine; by default nobody is known, and nobody will be.
            shelf: where answers of the school are kept for accounts that outlast the run.
            leftovers: erases what earlier runs have kept, before anything is looked for.
            who: whom the person named for this run.
            clock: tells when an account was used.
        """
        super().__init__(deployment, settings, stores, environ, connect, places, directory, who)
        self._shelf = shelf
        self._leftovers = leftovers
        self._clock = clock
        self._in_environment: Account | None = None
        self._rewriting = Rewriting(self._wallet)
        self._put_away = PutAway(self._wallet)
        self._partings = Partings()

    async def recall(self, account: Account | None = None) -> Recalled | None:
        """The session of the environment, of an account, or of the default account; None where there is none.

        Nothing is sent. Whoever gets the client closes it.

        Raises:
            MissingSlug: the environment has a session and nothing says for which institution.
            InvalidSlug: the environment names an institution that cannot be.
            InvalidToken: the session in the environment cannot be one.
            UnknownAccount: nobody is called what the person said.
            AmbiguousAccount: several are.
        """
        self.notices = ()
        if self._leftovers is not None:
            leftovers, self._leftovers = self._leftovers, None
            await leftovers()
        given = self._environ.get(_TOKEN_VARIABLE, "")
        is_meant = self._choice.said is None if account is None else account.is_same(self._in_environment)
        if given.strip() and is_meant:
            owner = self._in_environment
            # The institution that is chosen may be another one by now.
            slug = self.institution if owner is None else owner.slug
            return await self._recalled(parse_token(given), slug, TokenSource.ENVIRONMENT, owner, None)
        account = account or self.default
        for entry in self._entries(account):
            kept, self.notices = await self._wallet.find(entry)
            if kept is not None:
                source, self.notices = source_of(kept.store), ()
                return await self._recalled(kept.secret, entry.slug, source, account, entry)
        return None

    async def confirm(self, recalled: Recalled) -> SignedIn:
        """Ask the school whose session it is. The client stays open, whatever the answer.

        It may be another account than was recalled: compare them.

        Raises:
            SessionEnded: the server says that it is over; it is forgotten here as well, the account is not.
            TenantMismatch: it is for another institution.
            NoSuchInstitution: there is no such school.
            ApiError: the school could not tell; the session is kept for another attempt.
        """
        client = recalled.client
        try:
            async with at_a_school(client):
                identity = await client.auth.who_am_i()
        except SessionEnded:
            if recalled.source is not TokenSource.ENVIRONMENT:
                await self._wallet.discard(entry_of(recalled))
            raise
        account, notices = self._account(client, identity), recalled.notices
        if recalled.account is None or recalled.account.kind is not identity.kind:
            notices = (*notices, *await self._keys.equip(client, identity.kind))
        if account is not None:
            notices = (*notices, *await self._settle(recalled, account))
        return SignedIn(client, identity, recalled.source, notices, account)

    async def resume(self) -> SignedIn | None:
        """Go on with the session of the environment or of an earlier run; None where there is none.

        Raises:
            SessionEnded: there was one, and the server says that it is over; it is forgotten here as well.
            ApiError: see `recall` and `confirm`.
        """
        recalled = await self.recall()
        if recalled is None:
            return None
        async with attempt(recalled.client):
            return await self.confirm(recalled)

    async def keep(self, signed_in: SignedIn) -> tuple[Notice, ...]:
        """Write the session down as the server has renewed it meanwhile; for the end of a run or a visit.

        A session of the environment is never written. Where another run has signed out of the account
        meanwhile, what this one has kept of it goes too. What fails is told, not raised.
        """
        client, account = signed_in.client, signed_in.account
        token = client.session.token
        if token is None or signed_in.source is TokenSource.ENVIRONMENT:
            return ()
        try:
            async with asyncio.timeout(_EXIT_PATIENCE):
                await self._wallet.update(entry_of(signed_in), token)
                if account is not None:
                    await self._note_expiry(client, account)
        except StoreUnavailable as failure:
            return (failure,)
        except TimeoutError:
            return (StoreUnavailable(signed_in.source, "timeout"),)
        return ()

    async def _recalled(
        self,
        token: Token,
        slug: str | None,
        source: TokenSource,
        account: Account | None,
        entry: AccountKey | None,
    ) -> Recalled:
        if slug is None:
            raise MissingSlug
        async with attempt(self._connect(slug, token)) as client:
            if source.outlasts_the_run:
                self._shelved(client)
            notices: tuple[Notice, ...] = ()
            if account is not None:
                client.belongs_to(account.person, contact_id=account.contact_id)
                notices = await self._keys.equip(client, account.kind)
            return Recalled(client, account, source, notices, entry)

    async def _settle(self, recalled: Recalled, account: Account) -> tuple[Notice, ...]:
        """Know the confirmed account by what the school said, and keep its session under its name."""
        client, former, entry = recalled.client, recalled.account, entry_of(recalled)
        if recalled.source is TokenSource.ENVIRONMENT:
            self._in_environment = account
        elif entry != account.key:
            return await self._rename(recalled, entry, account)
        client.belongs_to(account.person, contact_id=account.contact_id)
        if account.is_same(former):
            await self._rewriting.of(recalled, account)
            is_known, notices = await self._renew(account)
            if not is_known and not notices:  # another run has signed out of it
                await client.forget_everything()
            return notices
        return await self._note(account, lasting=recalled.source.outlasts_the_run)

    async def _rename(self, recalled: Recalled, entry: AccountKey, account: Account) -> tuple[Notice, ...]:
        """Keep a session as another account's than it was kept as; nothing stays behind under the former."""
        former = recalled.account
        if former is not None:
            await recalled.client.forget_everything()
        _, notices = await self._install(recalled.client, account, StoreKind(recalled.source.value))
        if former is not None:
            notices = each_once((*notices, *await self._drop(former)))
        with suppress(TimeoutError):  # a keyring that asks elsewhere holds nobody up at the door
            async with asyncio.timeout(_EXIT_PATIENCE):
                await self._wallet.erase(entry)
        return notices

    async def _install(
        self, client: Client, account: Account | None, kind: StoreKind | None = None
    ) -> tuple[TokenSource, tuple[Notice, ...]]:
        """Keep the client's session as that account's; says where it is now, and what failed."""
        source = TokenSource.MEMORY
        notices: tuple[Notice, ...] = ()
        if client.session.token is not None:
            entry = account.key if account else self._nameless(client.slug)
            store, notices = await self._wallet.put(entry, client.session.token, kind)
            source = source_of(store)
        if source.outlasts_the_run:
            self._shelved(client)
        if account is not None:
            client.belongs_to(account.person, contact_id=account.contact_id)
            notices = (*notices, *await self._note(account, lasting=source.outlasts_the_run))
        return source, notices

    async def _note_expiry(self, client: Client, account: Account) -> None:
        """Write down until when the session is valid now; of an account that is gone, nothing stays."""
        noted = next((each for each in self.known() if each.is_same(account)), None)
        if noted is None:
            await client.forget_everything()
            return
        now, before = client.session.expires, noted.expires
        if now is not None and (before is None or abs(now - before) > _NOTICEABLE):
            await self._renew(replace(noted, expires=now))

    def _account(self, client: Client, identity: Identity) -> Account | None:
        slug = client.slug
        school = self._schools.get(slug) or next(
            (account.school for account in self.known() if account.slug == slug), ""
        )
        return account_of(
            identity,
            self._deployment.base_domain,
            slug,
            school=school,
            at=self._clock(),
            expires=client.session.expires,
        )

    def _entries(self, account: Account | None) -> Iterator[AccountKey]:
        """Under which names the session may be kept, of an account or of whoever was chosen."""
        if account is not None:
            yield account.key
        elif (slug := self.institution) is not None:
            if person := self._choice.person:
                yield AccountKey(self._deployment.base_domain, slug, person)
            yield self._nameless(slug)

    def _nameless(self, slug: str) -> AccountKey:
        return AccountKey(self._deployment.base_domain, slug)

    def _shelved(self, client: Client) -> Client:
        """The client, with answers kept beyond the run where that is wanted."""
        if self._shelf is not None:
            client.remember(self._shelf)
        return client


def entry_of(session: Recalled | SignedIn) -> AccountKey:
    """Under which name a session is kept."""
    if isinstance(session, Recalled) and session.entry is not None:
        return session.entry
    client = session.client
    return session.account.key if session.account else AccountKey(client.deployment.base_domain, client.slug)
