"""Signing in, signing out, and a screen that is locked in between (AUTH.md: the algorithm)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.accounts.attempt import attempt
from optilearn_tui.accounts.errors import AnotherPerson
from optilearn_tui.accounts.leaving import Leaving
from optilearn_tui.accounts.machine import KINDS
from optilearn_tui.accounts.sessions import Sessions, entry_of
from optilearn_tui.accounts.signed_in import Notice, SignedIn, SignedOut, TokenSource, each_once
from optilearn_tui.api.errors import BrowserOnly, InvalidSlug
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.tenancy import parse_slug
from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import StoreKind

if TYPE_CHECKING:
    from optilearn_tui.accounts.account import Account
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.credentials import AccountKey

_ERASING_PATIENCE = 3.0  # seconds


class Accounts(Sessions):
    """Signs people in, keeps them signed in, and signs them out, at one deployment."""

    @property
    def _leaving(self) -> Leaving:
        return Leaving(self._wallet, self._keys, self.known, self._drop, self._environ)

    async def sign_in(self, slug: str, kind: AccountKind, email: str, password: str) -> SignedIn:
        """Sign in with e-mail and password, beside whoever is there; begin with this account from now on.

        Raises:
            SignInFailed: the school gave no session; its subclasses say why.
            NoSuchInstitution: there is no such school.
            ApiError: the school could not be asked.
        """
        secret = Secret(password)
        del password  # A traceback that shows the variables of this function must not show this one.
        async with attempt(self._connect(parse_slug(slug), None)) as client:
            identity = await client.auth.sign_in(kind, email, secret.reveal())
            return await self._welcome(client, identity, kind)

    async def sign_in_with_token(self, slug: str, pasted: str) -> SignedIn:
        """Go on with a session that was begun in the browser; kept only once the school has accepted it.

        Raises:
            InvalidToken: what was pasted cannot be a session token.
            SessionEnded: the school does not know the session, or no longer.
            TenantMismatch: it is for another institution.
            ApiError: the school could not be asked.
        """
        token = parse_token(pasted)
        del pasted
        async with attempt(self._connect(parse_slug(slug), token)) as client:
            identity = await client.auth.who_am_i()
            return await self._welcome(client, identity, KINDS.get(identity.kind))

    async def sign_out(self, signed_in: SignedIn) -> SignedOut:
        """Sign out and close the client: forget the account here, and it alone, whatever the server says.

        The service key of the school goes as well, unless somebody who works there is left. Where the screen
        was locked, it may be anybody who signs out: the sessions of the others do not come back.
        """
        self._put_away.forget()
        expires = (signed_in.client.identity or signed_in.identity).expires
        parting = self._leaving.with_session(
            signed_in.client,
            signed_in.account,
            [entry_of(signed_in)],
            expires if isinstance(expires, datetime) else None,
        )
        return await self._partings.to_the_end(parting)

    async def forget(self, account: Account | None = None) -> SignedOut | None:
        """Sign out of an account that is not open, or of the default one; None where nothing is kept.

        Raises:
            InvalidSlug: the environment names an institution that cannot be.
            UnknownAccount: nobody is called what the person said.
            AmbiguousAccount: several are.
        """
        account = account or self.default
        return await self._partings.to_the_end(self._forget(account, list(self._entries(account))))

    async def finish(self) -> None:
        """At the end of a run: let the sign-outs that are under way come to their end."""
        await self._partings.finish()

    async def forget_all(self) -> tuple[SignedOut, ...]:
        """Sign out of every account of the deployment; says what became of each.

        Raises:
            InvalidSlug: the environment names an institution that cannot be.
        """
        slug, accounts = self.institution, self.known()
        every = [await self._forget(account, [account.key]) for account in accounts]
        if slug is not None:
            nobodys = self._nameless(slug)
            # A place that resists has been told of already, by an account of that school.
            is_told = any(account.slug == slug for account in accounts)
            if not is_told or (await self._wallet.find(nobodys))[0] is not None:
                every.append(await self._forget(None, [nobodys]))
        if self._shelf is not None:
            await self._shelf.forget_all()
        return tuple(signed_out for signed_out in every if signed_out is not None)

    async def erase(self) -> None:
        """Keep nothing of anybody on this machine; no school is told, and no keyring waited for long.

        What resists is tried again by the next run: its account stays known.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_ERASING_PATIENCE):
                for account in self.known():
                    client = self._shelved(self._connect(account.slug, None))
                    await self._leaving.without_session(client, account, [account.key])
                if self._shelf is not None:
                    await self._shelf.forget_all()

    async def lock(self, signed_in: SignedIn) -> tuple[Notice, ...]:
        """Keep everybody's session in memory alone: a run that starts now has to sign in, as whomever.

        That of the environment stays there. May take as long as a keyring takes. Says which places still have
        a session.
        """
        return await self._put_away.take(list(self._lockable(signed_in)))

    async def unlock_with_password(self, signed_in: SignedIn, password: str) -> SignedIn:
        """The same person with a new session, kept where the former was; the others' are as they were.

        What another run has signed out of meanwhile stays signed out. The former client stays open.

        Raises:
            AnotherPerson: it is not the same person; nothing has changed.
            BrowserOnly: nobody knows with which e-mail address the person signs in.
            SignInFailed: the school gave no session; its subclasses say why.
            ApiError: the school could not be asked.
        """
        secret = Secret(password)
        del password
        account = signed_in.account
        if account is None or account.email is None:
            raise BrowserOnly
        kind = KINDS.get(account.kind, AccountKind.PARENT)
        async with attempt(self._connect(account.slug, None)) as client:
            identity = await client.auth.sign_in(kind, account.email, secret.reveal())
            return await self._again(signed_in, client, identity)

    async def unlock_with_token(self, signed_in: SignedIn, pasted: str) -> SignedIn:
        """The same person with a session that was begun in the browser. The former client stays open.

        Raises:
            AnotherPerson: it is not the same person; nothing has changed.
            InvalidToken: what was pasted cannot be a session token.
            SessionEnded: the school does not know the session, or no longer.
            TenantMismatch: it is for another institution.
            ApiError: the school could not be asked.
        """
        token = parse_token(pasted)
        del pasted
        async with attempt(self._connect(signed_in.client.slug, token)) as client:
            return await self._again(signed_in, client, await client.auth.who_am_i())

    async def _forget(self, account: Account | None, entries: Sequence[AccountKey]) -> SignedOut | None:
        """Sign out of what is kept under these names; None where nothing is."""
        for entry in entries:
            kept, _ = await self._wallet.find(entry)
            if kept is not None:
                client = self._shelved(self._connect(entry.slug, kept.secret))
                return await self._leaving.with_session(client, account, entries)
        if not entries:
            return None
        client = self._shelved(self._connect(entries[0].slug, None))
        return await self._leaving.without_session(client, account, entries)

    async def _welcome(self, client: Client, identity: Identity, kind: AccountKind | None) -> SignedIn:
        """Keep a new session, and begin with it from now on."""
        account = self._account(client, identity)
        equipped = await self._keys.equip(client, identity.kind)
        source, notices = await self._install(client, account)
        unsaved = await self._choice.make(client.slug, kind=kind, person=account.person if account else "")
        return SignedIn(client, identity, source, (*equipped, *notices, *unsaved), account)

    async def _again(self, former: SignedIn, client: Client, identity: Identity) -> SignedIn:
        """Keep the new session of the person whose screen is locked.

        Raises:
            AnotherPerson: it is somebody else's.
        """
        account, expected = self._account(client, identity), former.account
        if account is None or not account.is_same(expected):
            raise AnotherPerson(expected.person if expected else "", account.person if account else "")
        equipped = await self._keys.equip(client, identity.kind)
        is_kept = former.source is not TokenSource.ENVIRONMENT
        kind = StoreKind(former.source.value) if is_kept else StoreKind.MEMORY
        source, notices = await self._install(client, account, kind)
        others = set(self._lockable(former)) - {account.key}
        notices = each_once((*equipped, *notices, *await self._put_away.give_back(others)))
        return SignedIn(client, identity, source, notices, account)

    def _lockable(self, signed_in: SignedIn) -> Iterator[AccountKey]:
        """Under which names a run that starts now might find a session; that of who is here comes first."""
        yield entry_of(signed_in)
        slugs = {signed_in.client.slug}
        for account in self.known():
            slugs.add(account.slug)
            yield account.key
        with suppress(InvalidSlug):
            slugs.add(self.institution or signed_in.client.slug)
        yield from map(self._nameless, sorted(slugs))
