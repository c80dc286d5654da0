"""A parent with an account at each of the two bundled schools, and sessions for both on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.accounts import Accounts, Directory
from optilearn_tui.accounts.account import Account, account_of
from optilearn_tui.api.claims import hints
from optilearn_tui.api.client import Client
from optilearn_tui.api.identity import Identity
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import AccountKey, MemoryStore
from optilearn_tui.settings import Settings

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox

MEERA = "meera.sharma@example.com"


class TwoSchools:
    """Meera at Riverside with three children, and at Springdale with two.

    Attributes:
        store: the sessions on this machine.
        here, there: her two accounts.
        clients: every client that was made, the latest last.
    """

    def __init__(self, sandbox: Sandbox, clock: Clock) -> None:
        self._sandbox = sandbox
        self._clock = clock
        self.deployment = Deployment(base_domain=sandbox.base_domain, protocol=sandbox.protocol)
        self.settings = Settings(institution="riverside")
        self.clients: list[Client] = []
        tokens: dict[AccountKey, Token] = {}
        self.here = self._account(sandbox.token(MEERA), "riverside", tokens)
        there = sandbox.token(
            MEERA, institutionSlug="springdale", institutionId="inst-springdale", contactId="c-sunita"
        )
        self.there = self._account(there, "springdale", tokens)
        self.store = MemoryStore(tokens)

    def accounts(self) -> Accounts:
        """The way to sign in, with both accounts known."""
        return Accounts(
            self.deployment,
            self.settings,
            [self.store],
            environ={},
            connect=self._connect,
            directory=Directory(None, (self.here, self.there)),
            clock=self._clock,
        )

    def _connect(self, slug: str, session: Token | None) -> Client:
        client = Client(self.deployment, slug, session, clock=self._clock, app=self._sandbox.app)
        self.clients.append(client)
        return client

    def _account(self, token: str, slug: str, tokens: dict[AccountKey, Token]) -> Account:
        parsed = parse_token(token)
        claims = hints(parsed)
        assert claims is not None
        account = account_of(
            Identity().filled_in(claims),
            self.deployment.base_domain,
            slug,
            school={"riverside": "Riverside", "springdale": "Springdale Academy"}[slug],
            at=self._clock(),
            expires=None,
        )
        assert account is not None
        tokens[account.key] = parsed
        return account
