"""`optilearn demo`: the dashboard on the bundled school, in this process; keeps nothing, needs no network.

Only what somebody exports by hand leaves it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.cli.dashboard import export_sheet, hasten, require_terminal
from optilearn_tui.cli.exits import Exit
from optilearn_tui.settings import Settings
from optilearn_tui.tui.terminal_widths.probe import Question

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.token import Token
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings

_HERE = Deployment(base_domain="localhost", protocol="http")


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Open the dashboard, signed in at the bundled school, and stay until the person leaves."""
    require_terminal()
    hasten()
    with Question(surroundings.environ) as question:
        from optilearn_tui.tui.app import OptiLearnApp

        app = OptiLearnApp(
            partial(demo_accounts, arguments.kind or "parent", surroundings.clock),
            Settings(),
            deployment=_HERE,
            remember=_forget,
            clock=surroundings.clock,
            export=export_sheet,
            environ=surroundings.environ,
        )
        app.line_up(question.answer())
        app.run()
    return app.return_code or Exit.DONE


def demo_accounts(kind: str, clock: Clock) -> Accounts:
    """The way to sign in at a bundled school of its own, where a `parent` or `staff` is signed in already."""
    from optilearn_tui.accounts import Accounts
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.token import parse_token
    from optilearn_tui.credentials import AccountKey, MemoryStore
    from optilearn_tui.sandbox import Sandbox

    school = Sandbox(clock=clock, base_domain=_HERE.base_domain, protocol=_HERE.protocol)
    account = school.staff() if kind == "staff" else school.parent()
    session = {AccountKey(_HERE.base_domain, account.institution): parse_token(account.session_token)}

    def connect(slug: str, token: Token | None) -> Client:
        return Client(_HERE, slug, token, clock=clock, app=school.app)

    settings = Settings(institution=account.institution, account_kind=kind)
    return Accounts(_HERE, settings, (MemoryStore(session),), environ={}, connect=connect)


def _forget(**_choices: str | int | None) -> None:
    """What is chosen in the demo ends with the demo."""
