"""Somebody who asks the sandbox, in process, with exactly the headers they name and no memory of cookies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

SESSION = "authjs.session-token"
CSRF = "authjs.csrf-token"
PASSWORD = "sandbox-2026"


@dataclass(frozen=True)
class Visitor:
    """Asks one sandbox. `place` is a slug, `learn`, or another label before the base domain."""

    sandbox: Sandbox

    async def send(
        self,
        method: str,
        place: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """One request."""
        transport = httpx.ASGITransport(app=self.sandbox.app)
        async with httpx.AsyncClient(transport=transport) as client:
            url = f"{self.sandbox.protocol}://{place}.{self.sandbox.base_domain}{path}"
            return await client.request(method, url, headers=headers, data=form)

    async def get(self, place: str, path: str, **headers: str) -> httpx.Response:
        """A bare GET; header names are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.send("GET", place, path, named)

    async def lms(self, email: str, path: str, *, at: str | None = None) -> httpx.Response:
        """GET below `/api/lms` with this person's session, at their own school or at another."""
        place = at or self.sandbox.account(email).institution
        return await self.get(place, f"/api/lms/{path}", cookie=self.cookie(email), x_institution_slug=place)

    async def learn(self, email: str, path: str, **headers: str) -> httpx.Response:
        """GET below `/api` on `learn` with this person's session."""
        return await self.get("learn", f"/api/{path}", cookie=self.cookie(email), **headers)

    async def by_key(self, path: str, *, at: str = "riverside") -> httpx.Response:
        """GET below `/api/lms` of a school with the service key."""
        key = f"Bearer {self.sandbox.api_key}"
        return await self.get(at, f"/api/lms/{path}", authorization=key, x_institution_slug=at)

    def cookie(self, email: str) -> str:
        """The `Cookie` header of this person's session."""
        return f"{SESSION}={self.sandbox.account(email).session_token}"

    async def csrf(self, place: str = "riverside") -> tuple[str, str]:
        """A form's token and the `Cookie` header that goes with it."""
        answer = await self.get(place, "/api/auth/csrf")
        return str(answer.json()["csrfToken"]), set_cookies(answer)[CSRF].as_sent(CSRF)

    async def sign_in(
        self, email: str, password: str = PASSWORD, *, at: str = "riverside", provider: str = "student-parent"
    ) -> httpx.Response:
        """The whole dance of AUTH.md: a fresh CSRF pair, then the form."""
        token, cookie = await self.csrf(at)
        form = {"csrfToken": token, "email": email, "password": password, "callbackUrl": "/"}
        headers = {"cookie": cookie, "x-auth-return-redirect": "1"}
        return await self.send("POST", at, f"/api/auth/callback/{provider}", headers, form)


@dataclass(frozen=True)
class SetCookie:
    """One `Set-Cookie` line taken apart; attribute names in lower case, flags with an empty value."""

    value: str
    attributes: Mapping[str, str]

    @property
    def is_cleared(self) -> bool:
        """Whether the line takes the cookie away."""
        return self.attributes.get("max-age") == "0"

    def as_sent(self, name: str) -> str:
        """The cookie as a client echoes it: untouched."""
        return f"{name}={self.value}"


def set_cookies(response: httpx.Response) -> dict[str, SetCookie]:
    """The cookies an answer sets or clears, by name."""
    found: dict[str, SetCookie] = {}
    for line in response.headers.get_list("set-cookie"):
        pair, *rest = line.split("; ")
        name, _, value = pair.partition("=")
        parts = (attribute.partition("=") for attribute in rest)
        found[name] = SetCookie(value, {key.lower(): what for key, _, what in parts})
    return found


def code_of(response: httpx.Response) -> str:
    """The platform's error code in an answer."""
    body = response.json()
    assert body["data"] is None
    return str(body["error"]["code"])
