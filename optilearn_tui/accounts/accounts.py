"""Whose session is used, how it begins and how it ends (AUTH.md: the algorithm)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.accounts.attempt import attempt
from optilearn_tui.accounts.leaving import Leaving
from optilearn_tui.accounts.service_keys import ServiceKeys
from optilearn_tui.accounts.signed_in import KeyKept, Notice, SignedIn, SignedOut, TokenSource
from optilearn_tui.accounts.wallet import Wallet
from optilearn_tui.api.errors import MissingSlug, SessionEnded
from optilearn_tui.api.kinds import AccountKind, PersonKind
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.tenancy import Deployment, parse_slug
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import Store, StoreKind, StoreUnavailable
from optilearn_tui.settings import Places, Settings, SettingsError, remember

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.institution import Institution
    from optilearn_tui.api.service_key import ServiceKey

Connect = Callable[[str, Token | None], "Client"]
"""Makes the client for an institution, signed in with a token or not."""

_EXIT_PATIENCE = 3.0  # seconds for writing the session at the very end

_KINDS = {
    PersonKind.PARENT: AccountKind.PARENT,
    PersonKind.STUDENT: AccountKind.PARENT,
    PersonKind.STAFF: AccountKind.STAFF,
}


class Accounts:
    """Signs people in, keeps them signed in, and signs them out, at one deployment.

    Attributes:
        notices: which places could not be looked into when `resume` found no session.
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
    ) -> None:
        """Join what a sign-in needs.

        Args:
            deployment: which installation of the platform.
            settings: the person's choices; the institution chosen last is among them.
            stores: where sessions lie; the first takes new ones.
            environ: the environment, for `OPTILEARN_SESSION_TOKEN`, `OPTILEARN_INSTITUTION` and
                `OPTICRM_API_KEY`.
            connect: makes a client; the demo's reaches a school inside this process.
            places: where to remember the institution after a sign-in; None remembers nothing.
        """
        self.notices: tuple[Notice, ...] = ()
        self._deployment = deployment
        self._settings = settings
        self._environ = environ
        self._connect = connect
        self._places = places
        self._wallet = Wallet(deployment.base_domain, stores)
        self._keys = ServiceKeys(self._wallet, environ)
        self._leaving = Leaving(self._wallet, self._keys, environ)

    @property
    def institution(self) -> str | None:
        """The slug of the institution to begin with, as the person chose it; None where nobody chose one.

        `OPTILEARN_INSTITUTION`, else the one in the legacy `OPTICRM_API_URL`, else the one remembered. A
        token's claims are never asked: they are a hint, and a hint must not choose the host that gets the
        token (AUTH.md: never).

        Raises:
            InvalidSlug: the environment names one that cannot be.
        """
        given = self._environ.get("OPTILEARN_INSTITUTION", "")
        if given.strip():
            return parse_slug(given)
        return self._deployment.legacy_slug or self._settings.institution

    async def resume(self) -> SignedIn | None:
        """Go on with the session of the environment or of an earlier run; None where there is none.

        Raises:
            SessionEnded: there was one, and the server says that it is over; it is forgotten here as well.
            MissingSlug: the environment has a session and nothing says for which institution.
            InvalidSlug: the environment names an institution that cannot be.
            InvalidToken: the session in the environment cannot be one.
            ApiError: the school could not tell; the session is kept for another attempt.
        """
        self.notices = ()
        slug = self.institution
        given = self._environ.get("OPTILEARN_SESSION_TOKEN", "")
        if given.strip():
            token = parse_token(given)
            if slug is None:
                raise MissingSlug
            return await self._recognised(slug, token, TokenSource.ENVIRONMENT)
        if slug is None:
            return None
        kept, failures = await self._wallet.find(slug)
        if kept is None:
            self.notices = failures
            return None
        try:
            return await self._recognised(slug, kept.secret, _source(kept.store))
        except SessionEnded:
            await self._wallet.erase(slug)
            raise

    async def look_up(self, slug: str) -> Institution:
        """The institution with this slug, as it presents itself to everybody.

        Raises:
            InvalidSlug: there can be none.
            ApiError: it cannot be asked.
        """
        async with self._connect(parse_slug(slug), None) as client:
            return (await client.institution.look_up()).value

    async def sign_in(self, slug: str, kind: AccountKind, email: str, password: str) -> SignedIn:
        """Sign in with e-mail and password, keep the session and remember the institution.

        Raises:
            SignInFailed: the school gave no session; its subclasses say why.
            NoSuchInstitution: there is no such school.
            ApiError: the school could not be asked.
        """
        async with attempt(self._connect(parse_slug(slug), None)) as client:
            identity = await client.auth.sign_in(kind, email, password)
            notices = await self._keys.equip(client, identity)
        return await self._welcome(SignedIn(client, identity, TokenSource.MEMORY, notices), kind)

    async def sign_in_with_token(self, slug: str, pasted: str) -> SignedIn:
        """Go on with a session that was begun in the browser; kept only once the school has accepted it.

        Raises:
            InvalidToken: what was pasted cannot be a session token.
            SessionEnded: the school does not know the session, or no longer.
            TenantMismatch: it is for another institution.
            ApiError: the school could not be asked.
        """
        signed_in = await self._recognised(parse_slug(slug), parse_token(pasted), TokenSource.MEMORY)
        return await self._welcome(signed_in, _KINDS.get(signed_in.identity.kind))

    async def keep(self, signed_in: SignedIn) -> tuple[Notice, ...]:
        """Write the session down as the server has renewed it meanwhile; for the end of a run.

        A session of the environment is never written. What fails is told, not raised.
        """
        token = signed_in.client.session.token
        if token is None or signed_in.source is TokenSource.ENVIRONMENT:
            return ()
        try:
            async with asyncio.timeout(_EXIT_PATIENCE):
                await self._wallet.update(signed_in.client.slug, token)
        except StoreUnavailable as failure:
            return (failure,)
        except TimeoutError:
            return (StoreUnavailable(signed_in.source, "timeout"),)
        return ()

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
            InvalidServiceKey: `OPTICRM_API_KEY` is set and cannot be one.
        """
        slug = self.institution
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
        unsaved = self._remember(client.slug) if self.institution is None else ()
        return KeyKept(client.slug, _source(store), (*notices, *unsaved))

    async def sign_out(self, signed_in: SignedIn) -> SignedOut:
        """Sign out and close the client: forget session and service key here whatever the server says."""
        expires = signed_in.identity.expires
        return await self._leaving.with_session(
            signed_in.client, expires if isinstance(expires, datetime) else None
        )

    async def forget(self) -> SignedOut | None:
        """Sign out without signing in first, as `optilearn logout` does; None where nothing is kept.

        A service key that is kept goes as well.

        Raises:
            InvalidSlug: the environment names an institution that cannot be.
        """
        slug = self.institution
        if slug is None:
            return None
        kept, _ = await self._wallet.find(slug)
        if kept is not None:
            return await self._leaving.with_session(self._connect(slug, kept.secret))
        return await self._leaving.without_session(slug)

    async def _recognised(self, slug: str, token: Token, source: TokenSource) -> SignedIn:
        async with attempt(self._connect(slug, token)) as client:
            identity = await client.auth.who_am_i()
            return SignedIn(client, identity, source, await self._keys.equip(client, identity))

    async def _welcome(self, signed_in: SignedIn, kind: AccountKind | None) -> SignedIn:
        """Keep a new session and remember where it belongs."""
        client, source, notices = signed_in.client, signed_in.source, signed_in.notices
        if client.session.token is not None:
            store, failures = await self._wallet.put(client.slug, client.session.token)
            source, notices = _source(store), (*notices, *failures)
        notices = (*notices, *self._remember(client.slug, kind))
        return replace(signed_in, source=source, notices=notices)

    def _remember(self, slug: str, kind: AccountKind | None = None) -> tuple[Notice, ...]:
        if self._places is None:
            return ()
        choices = {"account_kind": kind.value} if kind is not None else {}
        try:
            remember(self._places, institution=slug, **choices)
        except SettingsError as failure:
            return (failure,)
        return ()


def _source(store: Store) -> TokenSource:
    return {
        StoreKind.KEYRING: TokenSource.KEYRING,
        StoreKind.FILE: TokenSource.FILE,
        StoreKind.MEMORY: TokenSource.MEMORY,
    }[store.kind]
