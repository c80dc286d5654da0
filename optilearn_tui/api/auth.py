"""Signing in, being recognised, signing out: the Auth.js endpoints as AUTH.md describes them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlencode

from pydantic import ValidationError

from optilearn_tui.api.callback import StaleCsrf, token_from
from optilearn_tui.api.cookies import read_set_cookies
from optilearn_tui.api.envelope import parsed, told_to_wait
from optilearn_tui.api.errors import (
    ApiError,
    NotSignedIn,
    ServerTrouble,
    SessionEnded,
    UnreadableAnswer,
)
from optilearn_tui.api.identity import Identity
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.providers import Provider, provider_for, read_providers
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.tenancy import Host
from optilearn_tui.api.wire import Answer, Request, Ticket, path_of

if TYPE_CHECKING:
    from optilearn_tui.api.exchange import Exchange
    from optilearn_tui.api.session import Session
    from optilearn_tui.api.token import Token

__all__ = ["AccountKind", "Auth"]

AUTH_HOST = Host.TENANT
"""Which of the two hosts answers below `/api/auth`. [A]: the cookie is shared, so either could."""

SIGN_OUT_TIMEOUT = 5.0
"""Seconds that the server gets to hear of a sign-out (AUTH.md)."""


@dataclass(frozen=True, slots=True)
class _Csrf:
    """The pair that proves a form was asked for: a field, and the cookie it has to match."""

    token: Secret
    cookie: Secret | None


class Auth:
    """Who is signed in, and how that changes."""

    def __init__(self, exchange: Exchange, session: Session) -> None:
        self._exchange = exchange
        self._session = session
        self._identity: Identity | None = None
        self._vouched: Ticket | None = None

    @property
    def identity(self) -> Identity | None:
        """The person, as the server told it last; None before that, and once the session is another."""
        vouched = self._vouched
        return self._identity if vouched and vouched.generation == self._session.generation else None

    @property
    def generation(self) -> int:
        """Grows with every change of who is signed in."""
        return self._session.generation

    async def providers(self) -> tuple[Provider, ...]:
        """The ways of signing in that this institution offers.

        Raises:
            ApiError: no answer, or not the promised one.
        """
        answer = await self._ask("/api/auth/providers")
        content = _content(answer)
        if not isinstance(content, dict):
            raise UnreadableAnswer("shape", host=answer.host)
        return read_providers(content)

    async def sign_in(self, kind: AccountKind, email: str, password: str) -> Identity:
        """Sign in with e-mail and password. A session there was stays until this one is.

        Raises:
            WrongCredentials: not accepted.
            AccountRefused: this account may not sign in here.
            FurtherStep: the school wants more than a password.
            BrowserOnly: this school takes no password from programs.
            TenantMismatch: accepted, but the account is another institution's.
            ApiError: the server had a problem, or cannot be reached.
        """
        secret = Secret(password)
        del password  # A traceback that shows the variables of this function must not show this one.
        provider = provider_for(kind, await self.providers())
        try:
            token = await self._attempt(provider, email, secret)
        except StaleCsrf:
            token = await self._attempt_again(provider, email, secret)
        self._session.start(token)
        return await self.who_am_i()

    async def who_am_i(self) -> Identity:
        """The person the session belongs to. Only `null` from the server means that it is over.

        Raises:
            SessionEnded: the server said that nobody is signed in.
            NotSignedIn: there is no session to ask about.
            TenantMismatch: the session is another institution's.
            Unreachable, ServerTrouble, UnreadableAnswer: trouble; the token is kept.
        """
        answer = await self._ask("/api/auth/session", with_session=True)
        content = _content(answer)
        if content is None:
            self._session.end(answer.asked)
            raise SessionEnded(host=answer.host, status=401)
        if answer.asked is None or answer.asked.generation != self._session.generation:
            raise NotSignedIn(host=answer.host, status=401)
        identity = self._read(content, answer.host)
        self._session.refuse_another_institutions(identity, host=answer.host)
        self._identity = identity
        self._vouched = answer.asked
        return identity

    async def confirm(self, refused: Answer) -> None:
        """Make sure that somebody is still signed in, after a call was refused.

        A server that has vouched for the session since that call was sent is not asked again: all failures at
        the same time are one question.

        Raises:
            SessionEnded: nobody is.
            ApiError: the server could not say.
        """
        vouched, asked = self._vouched, refused.asked
        if vouched and asked and vouched.generation == asked.generation and vouched.number > asked.number:
            return
        await self.who_am_i()

    async def sign_out(self) -> bool:
        """Forget the session here, then tell the server. True where the server confirmed it.

        The server revokes nothing (AUTH.md, fact 4): a copy of the token stays valid until it expires.
        """
        try:
            cookie = self._session.cookie()
        except ApiError:
            cookie = None
        name = self._session.cookie_name
        self._session.invalidate()
        if cookie is None:
            return False
        try:
            async with asyncio.timeout(SIGN_OUT_TIMEOUT):
                answer = await self._post_sign_out(cookie)
        except (TimeoutError, ApiError):
            return False
        return answer.status < 400 and any(
            not found.live and (found.name == name or found.name.startswith(f"{name}."))
            for found in read_set_cookies(answer.set_cookies, answer.cookies_at)
        )

    async def _attempt(self, provider: Provider, email: str, password: Secret) -> Token:
        csrf = await self._csrf()
        fields = {
            "csrfToken": csrf.token.reveal(),
            "email": email,
            "password": password.reveal(),
            "callbackUrl": "/",
        }
        # What a terminal could not read as text goes out as the bytes that were typed.
        form = Secret(urlencode(fields, errors="surrogateescape"))
        del fields
        path = path_of("/api/auth/callback/{provider}", {"provider": provider.id})
        answer = await self._exchange.ask(_post(path, "/api/auth/callback/{provider}", form, csrf.cookie))
        return token_from(answer, self._session.cookie_name)

    async def _attempt_again(self, provider: Provider, email: str, password: Secret) -> Token:
        try:
            return await self._attempt(provider, email, password)
        except StaleCsrf as problem:
            host = problem.host
        raise ServerTrouble(host=host)

    async def _post_sign_out(self, session: Secret) -> Answer:
        csrf = await self._csrf()
        cookies = [cookie.reveal() for cookie in (csrf.cookie, session) if cookie]
        form = Secret(urlencode({"csrfToken": csrf.token.reveal(), "callbackUrl": "/"}))
        path = "/api/auth/signout"
        return await self._exchange.ask(_post(path, path, form, Secret("; ".join(cookies))))

    async def _csrf(self) -> _Csrf:
        answer = await self._ask("/api/auth/csrf")
        if answer.status == 404:
            # CSRF protection is off (AUTH.md): go on with an empty token.
            return _Csrf(Secret(""), None)
        content = _content(answer)
        token = content.get("csrfToken") if isinstance(content, dict) else None
        if not isinstance(token, str):
            raise UnreadableAnswer("shape", host=answer.host)
        for cookie in read_set_cookies(answer.set_cookies, answer.cookies_at):
            # A school may have given the cookie another name; its value begins with the token then.
            is_pair = cookie.name.endswith("csrf-token") or unquote(cookie.value).startswith(f"{token}|")
            if cookie.live and is_pair:
                return _Csrf(Secret(token), Secret(f"{cookie.name}={cookie.value}"))
        return _Csrf(Secret(token), None)

    async def _ask(self, path: str, *, with_session: bool = False) -> Answer:
        return await self._exchange.ask(Request(AUTH_HOST, path, path, with_session=with_session))

    def _read(self, content: object, host: str) -> Identity:
        user = content.get("user") if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(user, dict):
            raise UnreadableAnswer("shape", host=host)
        try:
            identity = Identity.model_validate({**user, "expires": content.get("expires"), "verified": True})
        except ValidationError:
            raise UnreadableAnswer("shape", host=host) from None
        return self._completed(identity)

    def _completed(self, identity: Identity) -> Identity:
        """The identity with what the token knows and the server left out."""
        claims, verified = self._session.claims, self._session.verified
        if claims is not None:
            identity = identity.filled_in(claims, proven=verified is not None)
        if verified is not None and verified.expires and not isinstance(identity.expires, datetime):
            return identity.model_copy(update={"expires": verified.expires})
        return identity


def _post(path: str, label: str, form: Secret, cookie: Secret | None) -> Request:
    # Without this header the server answers with a redirect (AUTH.md).
    headers = (("X-Auth-Return-Redirect", "1"),)
    return Request(AUTH_HOST, path, label, method="POST", headers=headers, cookie=cookie, form=form)


def _content(answer: Answer) -> object:
    """The JSON of an Auth.js endpoint. Anything but 200 is trouble, and says nothing about the session."""
    if answer.is_redirect:
        raise UnreadableAnswer("redirect", host=answer.host)
    if (waiting := told_to_wait(answer)) is not None:
        raise waiting
    if answer.status != 200:
        raise ServerTrouble(host=answer.host, status=answer.status)
    return parsed(answer)
