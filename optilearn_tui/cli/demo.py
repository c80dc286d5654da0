"""`optilearn demo`: the dashboard on the bundled school, in this process; keeps nothing, needs no network.

Only what somebody exports by hand leaves it.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.cli.dashboard import easel, export_sheet, hasten, require_terminal
from optilearn_tui.settings import Settings
from optilearn_tui.tui.terminal_widths.probe import Question

if TYPE_CHECKING:
    from optilearn_tui.accounts import Account, Accounts
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.token import Token
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings
    from optilearn_tui.tui.app import OptiLearnApp
    from optilearn_tui.tui.early.head_start import HeadStart

_HERE = Deployment(base_domain="localhost", protocol="http")


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Open the dashboard, signed in at the bundled school, and stay until the person leaves."""
    require_terminal()
    hasten()
    chosen = surroundings.settings  # of these, only those about this terminal: the rest is left alone
    settings = Settings(light=chosen.light, painting=chosen.painting, low_data=chosen.low_data)
    with Question(surroundings.environ) as question:
        from optilearn_tui.cli.running import Show, run_app

        answer = cache(question.answer)
        accounts = partial(demo_accounts, arguments.kind or "parent", surroundings.clock)

        def app(begun: HeadStart | None) -> OptiLearnApp:
            from optilearn_tui.tui.app import OptiLearnApp

            made = OptiLearnApp(
                accounts,
                settings,
                deployment=_HERE,
                remember=_forget,
                clock=surroundings.clock,
                export=export_sheet,
                environ=surroundings.environ,
                begun=begun,
            )
            made.line_up(answer())
            return made

        return run_app(Show(accounts, partial(easel, surroundings, settings, answer), app))


def demo_accounts(kind: str, clock: Clock) -> Accounts:
    """The way to sign in at a bundled school of its own, where a `parent` or `staff` is signed in already."""
    from optilearn_tui.accounts import Accounts, Directory
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.token import parse_token
    from optilearn_tui.credentials import AccountKey, MemoryStore
    from optilearn_tui.sandbox import Sandbox

    school = Sandbox(clock=clock, base_domain=_HERE.base_domain, protocol=_HERE.protocol)
    person = school.staff() if kind == "staff" else school.parent()
    token = parse_token(person.session_token)
    account = _account_of(person.institution, token, clock)
    key = account.key if account else AccountKey(_HERE.base_domain, person.institution)

    def connect(slug: str, token: Token | None) -> Client:
        return Client(_HERE, slug, token, clock=clock, app=school.app)

    return Accounts(
        _HERE,
        Settings(institution=person.institution, account_kind=kind),
        (MemoryStore({key: token}),),
        environ={},
        connect=connect,
        directory=Directory(None, [account] if account else []),
        clock=clock,
    )


def _account_of(slug: str, token: Token, clock: Clock) -> Account | None:
    """The account that the bundled school has made a session for; nobody is asked whose it is."""
    from optilearn_tui.accounts.account import account_of
    from optilearn_tui.api.claims import hints
    from optilearn_tui.api.identity import Identity

    claims = hints(token)
    identity = Identity().filled_in(claims) if claims is not None else Identity()
    return account_of(identity, _HERE.base_domain, slug, school="", at=clock(), expires=None)


def _forget(**_choices: str | int | None) -> None:
    """What is chosen in the demo ends with the demo."""
