"""The desk that every request comes to: weather, credentials, tenant, and then the noun that answers."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableSequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from optilearn_tui.sandbox.asker import Asker
from optilearn_tui.sandbox.cookies import CookieNames, joined, sent, session_parts
from optilearn_tui.sandbox.envelope import Refusal, failure
from optilearn_tui.sandbox.questions import Question
from optilearn_tui.sandbox.rights import authorise
from optilearn_tui.sandbox.thrift import thrifty

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.register import Register
    from optilearn_tui.sandbox.tokens import Mint
    from optilearn_tui.sandbox.weather import Weather

SLUG_HEADER = "x-institution-slug"

Answer = Callable[[Question], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


_SUBJECTS = ("contact_id", "section_id", "course_id", "user_id")
"""Parts of a path that say what a request is about."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that arrived: which endpoint, about whom or what, and where. Never a credential.

    Attributes:
        contact_id: the contact it was about.
        subject: the contact, section, course or user it was about.
        query: its parameters, as they were sent.
    """

    part: str
    contact_id: str | None
    method: str
    host: str
    subject: str | None = None
    query: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Receives requests for both services. Attributes are as in `Sandbox`."""

    registers: Callable[[], dict[str, Register]]
    weather: Weather
    visits: MutableSequence[Visit]
    mint: Mint
    clock: Clock
    api_key: str
    base_domain: str
    protocol: str
    key_only: AbstractSet[str]

    @property
    def host(self) -> str:
        """The base domain without its port."""
        return self.base_domain.partition(":")[0]

    @property
    def cookie_names(self) -> CookieNames:
        """The cookies of this deployment."""
        return CookieNames(secure=self.protocol == "https", domain=self.host)

    def open(self, part: str, endpoint: Endpoint) -> Endpoint:
        """An endpoint that weather can hit and whose refusals are answered in an envelope."""

        async def answer(request: Request) -> Response:
            about = request.path_params
            subject = next((about[name] for name in _SUBJECTS if name in about), None)
            host = request.headers.get("host", "")
            visit = Visit(part, about.get("contact_id"), request.method, host, subject, request.url.query)
            self.visits.append(visit)
            instead = await self.weather.over(part, subject)
            if instead is not None:
                return instead
            try:
                return thrifty(request, await endpoint(request))
            except Refusal as refusal:
                return failure(refusal.code, refusal.message)

        return answer

    def lms(self, part: str, answer: Answer) -> Endpoint:
        """An endpoint of OptiCRM below `/api/lms`: a session or the service key, and the right tenant."""

        async def ask(request: Request) -> Response:
            register = self.tenant(request)
            asker = self._asker(request)
            if asker is None:
                raise Refusal("AUTH_REQUIRED", "Sign in, or send the service key")
            slug = register.institution["slug"]
            if request.headers.get(SLUG_HEADER) != slug:
                raise Refusal("TENANT_MISMATCH", f"{SLUG_HEADER} does not name this institution")
            if not asker.by_key and asker.slug != slug:
                raise Refusal("TENANT_MISMATCH", "The session is for another institution")
            if slug in self.key_only and asker.is_staff and not asker.by_key:
                raise Refusal("FORBIDDEN", "This school opens its records to the service key only")
            authorise(asker, part)
            return answer(Question(request, register, asker, self.clock()))

        return self.open(part, ask)

    def learn(self, part: str, answer: Answer) -> Endpoint:
        """An endpoint of OptiLearn: a session, else the way to the sign-in page (AUTH.md, fact 9)."""

        async def ask(request: Request) -> Response:
            asker = self._by_session(request)
            register = self.registers().get(str(asker.slug)) if asker else None
            if asker is None or register is None:
                wanted = quote(request.url.path, safe="")
                return RedirectResponse(f"{self.origin(request)}/login?callbackUrl={wanted}", 307)
            authorise(asker, part)
            return answer(Question(request, register, asker, self.clock()))

        return self.open(part, ask)

    def tenant(self, request: Request) -> Register:
        """The school that the host names.

        Raises:
            Refusal: NOT_FOUND, there is no such school.
        """
        register = self.registers().get(str(request.path_params["slug"]))
        if register is None:
            raise Refusal("NOT_FOUND", "No such institution")
        return register

    def origin(self, request: Request) -> str:
        """The origin that was asked, as the school itself would write it."""
        return f"{self.protocol}://{request.headers.get('host', self.base_domain)}"

    def _asker(self, request: Request) -> Asker | None:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if not scheme:
            return self._by_session(request)
        is_right = scheme.lower() == "bearer" and hmac.compare_digest(key.encode(), self.api_key.encode())
        return Asker(by_key=True) if is_right else None

    def _by_session(self, request: Request) -> Asker | None:
        parts = session_parts(sent(request.headers.get("cookie")), self.cookie_names)
        claims = self.mint.read(joined(parts))
        return None if claims is None else Asker(claims)
