"""The Auth.js endpoints below `/api/auth`, on every school's host and on `learn`.

They behave as AUTH.md describes: a refused sign-in is HTTP 200 without a cookie, each look at the session
issues it anew, and signing out revokes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from optilearn_tui.sandbox.accounts import CLAIMS, CONTACT_PROVIDER, STAFF_PROVIDER, People, Person
from optilearn_tui.sandbox.cookies import clear_session, joined, sent, session_parts, set_session
from optilearn_tui.sandbox.csrf import FormGuard
from optilearn_tui.sandbox.envelope import NO_STORE
from optilearn_tui.sandbox.tokens import THIRTY_DAYS
from optilearn_tui.sandbox.wire import Row, iso

if TYPE_CHECKING:
    from starlette.requests import Request

    from optilearn_tui.sandbox.desk import Desk, Endpoint

PROVIDERS: dict[str, tuple[str, str]] = {
    CONTACT_PROVIDER: ("Student / Parent", "credentials"),
    STAFF_PROVIDER: ("Staff", "credentials"),
    "google": ("Google", "oidc"),
}
"""Name and type of each provider by id."""

_SIGN_IN_PAGE = "/login"
_PAGE = "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>"


@dataclass(frozen=True, slots=True)
class _Form:
    """A posted form together with the cookies that came with it."""

    fields: Mapping[str, str]
    cookies: dict[str, str]


class AuthDesk:
    """Signs people in and out, and tells who is signed in."""

    def __init__(self, desk: Desk, people: People, secret: str) -> None:
        self._desk = desk
        self._people = people
        self._names = desk.cookie_names
        self._guard = FormGuard(secret, self._names)

    def routes(self) -> list[Route]:
        """The routes, the same for a school's own host and for `learn`."""
        get: tuple[tuple[str, str, Endpoint], ...] = (
            ("csrf", "csrf", self._csrf),
            ("providers", "providers", self._providers),
            ("session", "session", self._session),
            ("sign-out", "signout", _page),
        )
        post: tuple[tuple[str, str, Endpoint], ...] = (
            ("sign-in", "callback/{provider}", self._callback),
            ("sign-out", "signout", self._sign_out),
        )
        return [
            Route(_SIGN_IN_PAGE, _page),
            *(Route(f"/api/auth/{path}", self._open(part, end)) for part, path, end in get),
            *(
                Route(f"/api/auth/{path}", self._open(part, end), methods=["POST"])
                for part, path, end in post
            ),
        ]

    def _open(self, part: str, endpoint: Endpoint) -> Endpoint:
        async def at_a_school(request: Request) -> Response:
            if "slug" in request.path_params:
                self._desk.tenant(request)
            return await endpoint(request)

        return self._desk.open(part, at_a_school)

    async def _csrf(self, request: Request) -> Response:
        token = self._guard.token_of(_cookies(request))
        if token is not None:
            return _answer({"csrfToken": token})
        token, cookie = self._guard.fresh()
        return _answer({"csrfToken": token}, [cookie])

    async def _providers(self, request: Request) -> Response:
        auth = f"{self._desk.origin(request)}/api/auth"
        told: Row = {
            provider: {
                "id": provider,
                "name": name,
                "type": kind,
                "signinUrl": f"{auth}/signin/{provider}",
                "callbackUrl": f"{auth}/callback/{provider}",
            }
            for provider, (name, kind) in PROVIDERS.items()
        }
        return _answer(told)

    async def _callback(self, request: Request) -> Response:
        form = await _form(request)
        if not self._is_genuine(form):
            return self._refused(request, "MissingCSRF")
        if PROVIDERS.get(request.path_params["provider"], ("", ""))[1] != "credentials":
            return self._refused(request, "Configuration")
        person = self._person(request, form)
        if person is None:
            return self._refused(request, "CredentialsSignin", code="credentials")
        if person.one_time_code:
            return self._sent_on(request, f"{_SIGN_IN_PAGE}/verify")
        if not person.is_welcome:
            return self._refused(request, "AccessDenied")
        token = self._desk.mint.issue(person.claims)
        cookies = set_session(token, session_parts(form.cookies, self._names), self._expires(), self._names)
        return self._sent_on(request, "/", cookies)

    async def _session(self, request: Request) -> Response:
        parts = session_parts(_cookies(request), self._names)
        claims = self._desk.mint.read(joined(parts))
        if claims is None:
            return _answer(None, clear_session(parts, self._names))
        expires = self._expires()
        user = {name: claims.get(name) for name in CLAIMS}
        cookies = set_session(self._desk.mint.issue(claims), parts, expires, self._names)
        return _answer({"user": user, "expires": iso(expires).replace("Z", ".000Z")}, cookies)

    async def _sign_out(self, request: Request) -> Response:
        form = await _form(request)
        if not self._is_genuine(form):
            return self._refused(request, "MissingCSRF")
        cookies = clear_session(session_parts(form.cookies, self._names), self._names)
        return self._sent_on(request, "/", cookies)

    def _person(self, request: Request, form: _Form) -> Person | None:
        # A school's own host says which school; on `learn` the form has to, as the product's own form does.
        institution = request.path_params.get("slug") or form.fields.get("institutionSlug", "")
        return self._people.find(
            institution.strip().casefold(),
            request.path_params["provider"],
            form.fields.get("email", ""),
            form.fields.get("password", ""),
        )

    def _is_genuine(self, form: _Form) -> bool:
        token = self._guard.token_of(form.cookies)
        return token is not None and token == form.fields.get("csrfToken")

    def _expires(self) -> datetime:
        return self._desk.clock() + THIRTY_DAYS

    def _refused(self, request: Request, error: str, **more: str) -> Response:
        page = _SIGN_IN_PAGE if error in {"CredentialsSignin", "MissingCSRF"} else "/api/auth/error"
        return self._sent_on(request, f"{page}?{urlencode({'error': error, **more})}")

    def _sent_on(self, request: Request, path: str, cookies: Iterable[str] = ()) -> Response:
        url = f"{self._desk.origin(request)}{path}"
        if "x-auth-return-redirect" in request.headers:
            return _answer({"url": url}, cookies)
        return _with_cookies(RedirectResponse(url, 302), cookies)


async def _page(_request: Request) -> Response:
    return HTMLResponse(_PAGE)


def _cookies(request: Request) -> dict[str, str]:
    return sent(request.headers.get("cookie"))


async def _form(request: Request) -> _Form:
    body = (await request.body()).decode(errors="replace")
    return _Form(dict(parse_qsl(body, keep_blank_values=True)), _cookies(request))


def _answer(body: Row | None, cookies: Iterable[str] = ()) -> Response:
    return _with_cookies(
        JSONResponse(body, headers={"Cache-Control": f"private, no-cache, {NO_STORE}"}), cookies
    )


def _with_cookies(response: Response, cookies: Iterable[str]) -> Response:
    for cookie in cookies:
        response.headers.append("set-cookie", cookie)
    return response
