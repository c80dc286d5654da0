"""The client: one institution, one person, everything that can be asked.

Used so::

    async with Client(Deployment(), "riverside", token) as client:
        for child in (await client.children.mine()).value:
            overview = await client.overview.of(child.contact_id)
"""

from __future__ import annotations

from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from typing_extensions import override

from optilearn_tui.api.attendance import Attendance
from optilearn_tui.api.auth import Auth
from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.cache.cache import Cache
from optilearn_tui.api.calls import Calls
from optilearn_tui.api.children import Children
from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.exchange import Exchange
from optilearn_tui.api.fees import Fees
from optilearn_tui.api.institution import Institutions
from optilearn_tui.api.overview import Overviews
from optilearn_tui.api.people import People
from optilearn_tui.api.retry import Retry
from optilearn_tui.api.reuse import Reuse
from optilearn_tui.api.sender import Sender
from optilearn_tui.api.session import Session
from optilearn_tui.api.staff_room import StaffRoom
from optilearn_tui.api.tenancy import Deployment, parse_slug
from optilearn_tui.api.traffic import Traffic

if TYPE_CHECKING:
    from optilearn_tui.api.cache import AnyShelf
    from optilearn_tui.api.endpoint import Call
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.line import Line
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.api.service_key import ServiceKey
    from optilearn_tui.api.session_key import SessionKey
    from optilearn_tui.api.token import Token
    from optilearn_tui.api.transport import ASGIApp

T = TypeVar("T")


class Client(StaffRoom):
    """Asks one institution, as one person, or with the institution's service key (PLATFORM.md §3).

    Nothing is sent before the first question. Every question raises an `ApiError` of `api.errors` where it is
    not answered; cancelling one never harms another.

    Attributes:
        deployment, slug: whom it asks.
        session: the person's session; `session.token` is the newest token.
        auth: signing in and out.
        traffic: what came and went.
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
        session_key: SessionKey | None = None,
        clock: Clock = utc_now,
        app: ASGIApp | None = None,
        retry: Retry | None = None,
        bounds: Bounds | None = None,
        shelf: AnyShelf | None = None,
        http2: bool = True,
        low_data: bool = False,
    ) -> None:
        """Prepare to ask.

        Args:
            deployment: which installation of the platform.
            slug: which institution.
            token: the session to ask with, where somebody has signed in before.
            service_key: the institution's, on a staff machine: OptiCRM is then asked with it alone, and
                OptiLearn still with the session.
            session_key: the platform's, on a trusted machine: what a token says is then verified here. It is
                never sent, and decides nothing: the server does.
            clock: tells when an answer came.
            app: a web application in this process that answers in place of the two hosts.
            retry: how often to ask again by itself.
            bounds: how long to wait and how much to take.
            shelf: where answers are kept that may be, once it is known whose they are; in memory without one.
            http2: whether HTTP/2 is spoken with a school that offers it.
            low_data: whether every byte counts.

        Raises:
            InvalidSlug: `slug` is none.
        """
        self.deployment = deployment
        self.slug = parse_slug(slug)
        self.session = Session(self.slug, deployment.session_cookie_name, token, session_key=session_key)
        self._cache = Cache(deployment.base_domain, self.session, shelf)
        self.traffic = Traffic(clock, lambda: self._cache.shelf)
        self._bounds = bounds or Bounds()
        self._transport = Sender(
            secure=deployment.protocol == "https",
            clock=clock,
            bounds=self._bounds,
            app=app,
            http2=http2,
            traffic=self.traffic,
        )
        self.low_data = low_data
        self._exchange = Exchange(deployment, self.session, self._transport, retry or Retry(), service_key)
        self.auth = Auth(self._exchange, self.session)
        self._reuse = Reuse(self._cache, clock)
        self._calls = calls = Calls(self._exchange, self.auth, self.session, self._reuse)
        self.overview = Overviews(calls)
        self.children = Children(calls, self.auth, self.overview.keep_only)
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

    @property
    def clock_skew(self) -> timedelta | None:
        """How far the clock here is ahead of the servers', by their last answer; None where none told."""
        return self._exchange.clock_skew

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

    def remember(self, shelf: AnyShelf) -> None:
        """Keep answers on this shelf from now on."""
        self._cache.shelf = shelf

    def belongs_to(self, person: str, *, contact_id: str | None = None) -> None:
        """Keep answers as this person's from now on, until the session changes.

        Args:
            person: tells this person from all others at the institution.
            contact_id: theirs, where it is known: their children can then be asked for at once.
        """
        self._cache.belongs_to(person, contact_id)

    async def forget_everything(self) -> bool:
        """Erase what is kept of every person this client belonged to; False where something could not be.

        Nothing more is kept until `belongs_to` is called again.
        """
        return await self._cache.forget_everything()

    @property
    def line(self) -> Line:
        """How good the line to the school is."""
        return self._transport.line

    @property
    def offline(self) -> bool:
        """Whether nothing is sent, because the person wants it so."""
        return self._exchange.offline

    @offline.setter
    def offline(self, wanted: bool) -> None:
        self._exchange.offline = wanted

    @property
    def low_data(self) -> bool:
        """Whether every byte counts: answers may take longer then."""
        return self._transport.bounds != self._bounds

    @low_data.setter
    def low_data(self, wanted: bool) -> None:
        self._transport.bounds = self._bounds.patient() if wanted else self._bounds

    @property
    def takes_old_answers(self) -> bool:
        """Whether an old answer may stand in for one that does not come, or comes later.

        For whoever shows ages and troubles; a command that prints a value and ends wants an error instead.
        """
        return self._reuse.takes_old

    @takes_old_answers.setter
    def takes_old_answers(self, wanted: bool) -> None:
        self._reuse.takes_old = wanted

    def renew(self) -> None:
        """Ask the school for everything again, once: for a person who wants to see what is there now."""
        self._cache.renew()
        self.try_again()

    def try_again(self) -> None:
        """Ask a host that gave no answer a moment ago again at once, because a person wants it so."""
        self._exchange.circuit.reset()

    def hold(self) -> None:
        """Send nothing before `release`, where nothing was sent yet: what is kept is to be seen first."""
        self._transport.hold()

    def release(self) -> None:
        """Send what waits, and all that comes after it."""
        self._transport.release()

    async def prepare(self) -> None:
        """Load what every request needs and takes a while, beside other work. Sends nothing."""
        await self._transport.prepare()

    async def aclose(self) -> None:
        """Give up what is under way, close the connections, and write down what is to be kept."""
        await self._reuse.aclose()
        await self._exchange.aclose()
        self.traffic.write_down()
        await self._cache.shelf.flush()

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
