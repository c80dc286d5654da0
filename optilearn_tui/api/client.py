"""The client: one institution, one person, everything that can be asked.

Used so::

    async with Client(Deployment(), "riverside", token) as client:
        for child in (await client.children.mine()).value:
            overview = await client.overview.of(child.contact_id)
"""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from typing_extensions import override

from optilearn_tui.api.attendance import Attendance
from optilearn_tui.api.auth import Auth
from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.calls import Calls
from optilearn_tui.api.children import Children
from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.exchange import Exchange
from optilearn_tui.api.fees import Fees
from optilearn_tui.api.institution import Institutions
from optilearn_tui.api.overview import Overviews
from optilearn_tui.api.people import People
from optilearn_tui.api.retry import Retry
from optilearn_tui.api.session import Session
from optilearn_tui.api.staff_room import StaffRoom
from optilearn_tui.api.tenancy import Deployment, parse_slug
from optilearn_tui.api.transport import ASGIApp, Transport

if TYPE_CHECKING:
    from optilearn_tui.api.endpoint import Call
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.api.service_key import ServiceKey
    from optilearn_tui.api.token import Token

T = TypeVar("T")


class Client(StaffRoom):
    """Asks one institution, as one person, or with the institution's service key (PLATFORM.md §3).

    Nothing is sent before the first question. Every question raises an `ApiError` of `api.errors` where it is
    not answered; cancelling one never harms another.

    Attributes:
        deployment, slug: whom it asks.
        session: the person's session; `session.token` is the newest token.
        auth: signing in and out.
        children, overview, fees, attendance, people, institution: what can be asked.
        classes, rosters, parents, catalogue, announcements, enrollments: what staff can ask.
    """

    def __init__(
        self,
        deployment: Deployment,
        slug: str,
        token: Token | None = None,
        *,
        service_key: ServiceKey | None = None,
        clock: Clock = utc_now,
        app: ASGIApp | None = None,
        retry: Retry | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        """Prepare to ask.

        Args:
            deployment: which installation of the platform.
            slug: which institution.
            token: the session to ask with, where somebody has signed in before.
            service_key: the institution's, on a staff machine: OptiCRM is then asked with it alone, and
                OptiLearn still with the session.
            clock: tells when an answer came.
            app: a web application in this process that answers in place of the two hosts.
            retry: how often to ask again by itself.
            bounds: how long to wait and how much to take.

        Raises:
            InvalidSlug: `slug` is none.
        """
        self.deployment = deployment
        self.slug = parse_slug(slug)
        self.session = Session(self.slug, deployment.session_cookie_name, token)
        transport = Transport(
            secure=deployment.protocol == "https", clock=clock, bounds=bounds or Bounds(), app=app
        )
        self._exchange = Exchange(deployment, self.session, transport, retry or Retry(), service_key)
        self.auth = Auth(self._exchange, self.session)
        self._calls = calls = Calls(self._exchange, self.auth, self.session)
        self.children = Children(calls, self.auth)
        self.overview = Overviews(calls)
        self.fees = Fees(calls)
        self.attendance = Attendance(calls)
        self.people = People(calls)
        self.institution = Institutions(calls, self.slug)

    @property
    def identity(self) -> Identity | None:
        """Who is signed in, as the server told it last; None before `auth.who_am_i` or `auth.sign_in`."""
        return self.auth.identity

    @property
    def has_service_key(self) -> bool:
        """Whether OptiCRM is asked with the institution's service key."""
        return self._exchange.service_key is not None

    def use_service_key(self, service_key: ServiceKey | None) -> None:
        """Ask OptiCRM with this service key from now on, or with the session again."""
        self._exchange.service_key = service_key

    async def lms_fetch(self, call: Call[T]) -> Reading[T]:
        """Ask any endpoint with its credential, and take the data out of its envelope (PLATFORM.md §5).

        Raises:
            ApiError: it was not answered.
        """
        return await self._calls.lms_fetch(call)

    async def public_fetch(self, call: Call[T]) -> Reading[T]:
        """Ask any endpoint without a session; its answer has no envelope (PLATFORM.md §5).

        Raises:
            ApiError: it was not answered.
        """
        return await self._calls.public_fetch(call)

    async def aclose(self) -> None:
        """Give up what is under way, and close the connections."""
        await self._exchange.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    @override
    def __repr__(self) -> str:
        return f"<client of {self.slug} at {self.deployment.base_domain}>"
