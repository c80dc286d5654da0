"""The bundled school as one object: an app that answers, the people in it, and the weather."""

from __future__ import annotations

import secrets
from collections import deque
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.sandbox.accounts import PASSWORD, Account, People, Person
from optilearn_tui.sandbox.almanac import Almanac
from optilearn_tui.sandbox.app import app_of
from optilearn_tui.sandbox.desk import Desk, Visit
from optilearn_tui.sandbox.registrar import register_of
from optilearn_tui.sandbox.riverside import RIVERSIDE, large_prospectus
from optilearn_tui.sandbox.springdale import SPRINGDALE
from optilearn_tui.sandbox.tokens import THIRTY_DAYS, Mint
from optilearn_tui.sandbox.weather import Weather

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from optilearn_tui.sandbox.register import Register

Scale = Literal["small", "large"]
"""How big Riverside is: a school of a small town, or 500 sections with 20,000 pupils and 2,000 courses."""

_RIVERSIDE = {"small": RIVERSIDE, "large": replace(RIVERSIDE, prospectus=large_prospectus)}


class Sandbox:
    """Two schools with both services in front of them, in process or behind a socket.

    The histories are told from the clock's day, so that what is upcoming stays upcoming. The key and the
    secret are made up anew for each run unless they are given.

    Both schools have many more pupils than people with an account. Those are made one by one, when somebody
    asks for them, so that a school of any size opens at once.

    Attributes:
        app: the ASGI app. It tells hosts below `base_domain` apart; any port is right.
        base_domain: the parent domain, with a port where it is reached through one.
        protocol: `http` or `https`; decides the names of cookies and where links lead.
        api_key: the service key that `/api/lms/*` accepts.
        weather: what happens to requests before the school sees them.
        visits: what was asked, the latest last; the last thousand.
        accounts: everybody one can sign in as, each with a session of thirty days.
        key_only: slugs of schools that refuse their staff's sessions on `/api/lms/*` and want the service key
            there (PLATFORM.md §3: a tenant may). Empty until somebody puts one in.
    """

    def __init__(
        self,
        *,
        clock: Clock = utc_now,
        base_domain: str = "localhost",
        protocol: str = "http",
        weather: Weather | None = None,
        api_key: str | None = None,
        secret: str | None = None,
        scale: Scale = "small",
    ) -> None:
        self.base_domain = base_domain
        self.protocol = protocol
        self.api_key = api_key or f"sandbox-{secrets.token_urlsafe(24)}"
        self.weather = weather or Weather()
        self.visits: deque[Visit] = deque(maxlen=1000)
        self.key_only: set[str] = set()
        self._clock = clock
        self._day: date | None = None
        self._registers: dict[str, Register] = {}
        self._schools = (_RIVERSIDE[scale], SPRINGDALE)
        self._people = People(self._schools)
        signing_secret = secret or secrets.token_urlsafe(48)
        self._mint = Mint(signing_secret, clock)
        self.accounts = tuple(self._account(person) for person in self._people if person.is_welcome)
        desk = Desk(
            registers=lambda: self.data,
            weather=self.weather,
            visits=self.visits,
            mint=self._mint,
            clock=clock,
            api_key=self.api_key,
            base_domain=base_domain,
            protocol=protocol,
            key_only=self.key_only,
        )
        self.app: ASGIApp = app_of(desk, self._people, signing_secret)

    @property
    def data(self) -> dict[str, Register]:
        """Each school's register by slug. What is changed in it is told from then on, until the day ends."""
        almanac = Almanac.at(self._clock())
        if almanac.today != self._day:
            learn_origin = f"{self.protocol}://learn.{self.base_domain}"
            self._registers = {
                school.slug: register_of(school, almanac, learn_origin) for school in self._schools
            }
            self._day = almanac.today
        return self._registers

    def account(self, email: str, institution: str | None = None) -> Account:
        """The account with this e-mail: at one school, or the first where it is one of several.

        Raises:
            KeyError: nobody can sign in with it.
        """
        for account in self.accounts:
            if account.email == email and institution in {None, account.institution}:
                return account
        raise KeyError(email)

    def parent(self) -> Account:
        """A parent of three children in different classes."""
        return self.account("meera.sharma@example.com")

    def student(self) -> Account:
        """A student."""
        return self.account("aarav.sharma@example.com")

    def staff(self) -> Account:
        """A principal."""
        return self.account("principal@riverside.example")

    def stranger(self) -> Account:
        """Somebody who is signed in and neither parent, student nor staff."""
        return self.account("guest@example.com")

    def token(self, email: str, *, lifetime: timedelta = THIRTY_DAYS, **claims: object) -> str:
        """Another session of a person: expired with a negative lifetime, with other or more claims if given.

        Of somebody who is known at several schools, it is one of the first.

        Raises:
            KeyError: there is no such person.
        """
        own = next((person.claims for person in self._people if person.email == email), None)
        if own is None:
            raise KeyError(email)
        return self._mint.issue({**own, **claims}, lifetime)

    def _account(self, person: Person) -> Account:
        token = self._mint.issue(person.claims)
        return Account(person.role, person.institution, person.email, PASSWORD, token)
