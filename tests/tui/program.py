"""The whole app on the bundled school, in process: no socket, no keyring, no file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from optilearn_tui.accounts import Account, Accounts, Directory
from optilearn_tui.accounts.account import account_of
from optilearn_tui.api.claims import hints
from optilearn_tui.api.client import Client
from optilearn_tui.api.identity import Identity
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import AccountKey, MemoryStore, Store
from optilearn_tui.doctor import Case
from optilearn_tui.settings import Places, Settings
from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.pauses import growing_pauses

if TYPE_CHECKING:
    from optilearn_tui.accounts import SignedIn
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.tui.early.head_start import HeadStart
    from optilearn_tui.tui.staff.sheet import Export


class Program:
    """What the command line would put together, with a memory for everything that would be written.

    Attributes:
        app: the app, not yet running.
        accounts: makes the way to sign in once more.
        remembered: every choice that was saved, in order.
        tokens: the sessions kept on this machine, where no stores were given.
        clients: every client that was made.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        clock: Clock,
        *,
        email: str | None = None,
        known: Sequence[str] = (),
        token: str | None = None,
        settings: Settings | None = None,
        stores: Sequence[Store] | None = None,
        remember: Callable[..., None] | None = None,
        export: Export | None = None,
        doctor: bool = False,
        pauses: Callable[[], Iterable[float]] = growing_pauses,
        begun: HeadStart | None = None,
    ) -> None:
        """An app on `sandbox`.

        Args:
            sandbox: the school.
            clock: the time for everything.
            email: whose session is kept on this machine; None: nobody's.
            known: whose accounts are known on this machine, with a session each; the first was used last,
                and is the one to begin with.
            token: another session than the usual one of `email`, or of the first who is known.
            settings: what was chosen before; only the institution of that person, when left out.
            stores: where sessions lie, when not in memory.
            remember: saves choices, when not in `remembered`.
            export: writes what is shown to a file; without it, nothing is offered to be written.
            doctor: whether there is a check-up.
            pauses: how long to wait after each failure at the start.
            begun: what was asked before the app was there.
        """
        self.remembered: list[dict[str, str]] = []
        deployment = Deployment(base_domain=sandbox.base_domain, protocol=sandbox.protocol)
        tokens: dict[AccountKey, Token] = {}
        if email is not None:
            key = AccountKey(deployment.base_domain, sandbox.account(email).institution)
            tokens[key] = parse_token(token or sandbox.account(email).session_token)
        accounts_known = [account_here(sandbox, clock, each, before) for before, each in enumerate(known)]
        for each in accounts_known:
            tokens[each.key] = parse_token(sandbox.account(each.person).session_token)
        if token and accounts_known:
            tokens[accounts_known[0].key] = parse_token(token)
        begin = email or next(iter(known), None)
        chosen = settings or Settings(institution=sandbox.account(begin).institution if begin else None)
        self.tokens = tokens
        self.clients: list[Client] = []

        def connect(slug: str, session: Token | None) -> Client:
            client = Client(deployment, slug, session, clock=clock, app=sandbox.app)
            self.clients.append(client)
            return client

        def accounts() -> Accounts:
            return Accounts(
                deployment,
                chosen,
                stores or [MemoryStore(tokens)],
                environ={},
                connect=connect,
                places=None,
                directory=Directory(None, accounts_known),
                clock=clock,
            )

        def case(signed_in: SignedIn | None, school: str | None) -> Case:
            return Case(
                chosen,
                Places(*[Path("/nowhere")] * 3),
                {"OPTICRM_BASE_DOMAIN": sandbox.base_domain, "OPTICRM_PROTOCOL": sandbox.protocol},
                clock,
                stores or [MemoryStore(tokens)],
                lambda _, slug, session: connect(slug, session),
                signed_in=signed_in,
                school=school,
                is_in_process=True,
            )

        self.accounts = accounts
        self.app = OptiLearnApp(
            accounts,
            chosen,
            deployment=deployment,
            remember=remember or self._remember,
            clock=clock,
            export=export,
            doctor=case if doctor else None,
            pauses=pauses,
            environ={},
            begun=begun,
        )
        self.app.animation_level = "none"

    def _remember(self, **choices: str) -> None:
        self.remembered.append(choices)


def account_here(sandbox: Sandbox, clock: Clock, email: str, days_ago: int = 0) -> Account:
    """The account of somebody at the bundled school, as it is known after they signed in so many days ago."""
    of_sandbox = sandbox.account(email)
    claims = hints(parse_token(of_sandbox.session_token))
    assert claims is not None
    account = account_of(
        Identity().filled_in(claims),
        sandbox.base_domain,
        of_sandbox.institution,
        school="",
        at=clock() - timedelta(days=days_ago),
        expires=None,
    )
    assert account is not None
    return account
