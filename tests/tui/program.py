"""The whole app on the bundled school, in process: no socket, no keyring, no file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from optilearn_tui.accounts import Accounts
from optilearn_tui.api.client import Client
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import AccountKey, MemoryStore, Store
from optilearn_tui.settings import Settings
from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.pauses import growing_pauses

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.tui.staff.sheet import Export


class Program:
    """What the command line would put together, with a memory for everything that would be written.

    Attributes:
        app: the app, not yet running.
        remembered: every choice that was saved, in order.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        clock: Clock,
        *,
        email: str | None = None,
        token: str | None = None,
        settings: Settings | None = None,
        stores: Sequence[Store] | None = None,
        remember: Callable[..., None] | None = None,
        export: Export | None = None,
        pauses: Callable[[], Iterable[float]] = growing_pauses,
    ) -> None:
        """An app on `sandbox`.

        Args:
            sandbox: the school.
            clock: the time for everything.
            email: whose session is kept on this machine; None: nobody's.
            token: another session than the usual one of that person.
            settings: what was chosen before; only the institution of that person, when left out.
            stores: where sessions lie, when not in memory.
            remember: saves choices, when not in `remembered`.
            export: writes what is shown to a file; without it, nothing is offered to be written.
            pauses: how long to wait after each failure at the start.
        """
        self.remembered: list[dict[str, str]] = []
        deployment = Deployment(base_domain=sandbox.base_domain, protocol=sandbox.protocol)
        account = sandbox.account(email) if email else None
        tokens: dict[AccountKey, Token] = {}
        if account is not None:
            key = AccountKey(deployment.base_domain, account.institution)
            tokens[key] = parse_token(token or account.session_token)
        chosen = settings or Settings(institution=account.institution if account else None)

        def connect(slug: str, session: Token | None) -> Client:
            return Client(deployment, slug, session, clock=clock, app=sandbox.app)

        def accounts() -> Accounts:
            return Accounts(
                deployment, chosen, stores or [MemoryStore(tokens)], environ={}, connect=connect, places=None
            )

        self.app = OptiLearnApp(
            accounts,
            chosen,
            deployment=deployment,
            remember=remember or self._remember,
            clock=clock,
            export=export,
            pauses=pauses,
            environ={"SSH_CONNECTION": "a slow line: no motion"},
        )

    def _remember(self, **choices: str) -> None:
        self.remembered.append(choices)
