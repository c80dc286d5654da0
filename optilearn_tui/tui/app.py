"""The app: who came, and which screens are for them.

Only the toolkit and light modules are imported here, so that the first screen stands before anything that
costs time (the client, the keyring, dates) is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from typing_extensions import override

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.errors import InvalidSlug
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.messages import Accepted, GoesOn, Opened, SessionLost
from optilearn_tui.tui.opening import OpeningScreen
from optilearn_tui.tui.pauses import growing_pauses
from optilearn_tui.tui.shell import Shell
from optilearn_tui.tui.terminal_widths.lines_up import LinesUp
from optilearn_tui.tui.title_bar import TitleBar

if TYPE_CHECKING:
    from textual.screen import Screen

    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.tenancy import Deployment
    from optilearn_tui.settings import Settings
    from optilearn_tui.tui.staff.sheet import Export


class OptiLearnApp(Shell, LinesUp):
    """Opens, signs in, and shows the screen that is for the person who came."""

    TITLE = "OptiLearn"
    BINDINGS = [
        Binding("ctrl+o", "sign_out", N_("Sign out")),
        Binding("ctrl+o", "sign_in", N_("Sign in")),
    ]

    def __init__(
        self,
        accounts_factory: Callable[[], Accounts],
        settings: Settings,
        *,
        deployment: Deployment,
        remember: Callable[..., None],
        clock: Clock = utc_now,
        export: Export | None = None,
        environ: Mapping[str, str] | None = None,
        pauses: Callable[[], Iterable[float]] = growing_pauses,
    ) -> None:
        """An app about to open.

        Args:
            accounts_factory: makes the way to sign in. Called once, in a thread, after the first paint, so it
                may import what is slow to import.
            settings: what the person chose before. The language is the one spoken already (`i18n.use`).
            deployment: which installation of the platform; named on the sign-in screen.
            remember: saves choices by their names in `settings.toml`; may raise a SettingsError. Called in a
                thread. Does nothing in a demo.
            clock: tells the time now.
            export: writes a table that staff look at to a file; None where nothing is to be written.
            environ: the environment; `SSH_CONNECTION` in it puts motion off.
            pauses: seconds to wait after each failure to find out who is signed in.
        """
        super().__init__(theme=settings.theme, remember=remember, environ=environ or {})
        self._accounts_factory = accounts_factory
        self._settings = settings
        self._deployment = deployment
        self._clock = clock
        self._export = export
        self._pauses = pauses
        self._accounts: Accounts | None = None
        self._signed_in: SignedIn | None = None
        self._lost = False
        self._institution: str | None = None

    @override
    def get_default_screen(self) -> Screen[None]:
        return OpeningScreen(self._accounts_factory, self._pauses)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "sign_out":
            return self._signed_in is not None and not self._lost
        if action == "sign_in":
            return self._signed_in is not None and not any(
                screen.id == "sign-in" for screen in self.screen_stack
            )
        return super().check_action(action, parameters)

    async def on_unmount(self) -> None:
        """Keep the session as the server renewed it, and close the client."""
        if self._accounts is not None and self._signed_in is not None:
            await self._accounts.keep(self._signed_in)
            await self._signed_in.client.aclose()

    @on(Opened)
    def _open(self, message: Opened) -> None:
        self._accounts = message.accounts
        with suppress(InvalidSlug):
            self._institution = message.accounts.institution
        if message.signed_in is not None:
            self._welcome(message.signed_in)
            return
        self.go_home(self._sign_in_screen(message.accounts, _words_of(message.problem)))
        for notice in message.accounts.notices:
            self.tell(notice)

    @on(Accepted)
    def _accept(self, message: Accepted) -> None:
        self._welcome(message.signed_in)

    def _welcome(self, signed_in: SignedIn) -> None:
        """Show the person what is for them; the same person goes on where the lost session stopped."""
        former, self._signed_in, self._lost = self._signed_in, signed_in, False
        self._institution = signed_in.client.slug
        home = self.home
        if former is not None and _same_person(former, signed_in) and isinstance(home, GoesOn):
            self.uncover()
            home.go_on(signed_in.client, signed_in.identity)
        else:
            self.go_home(self._home_of(signed_in))
        if former is not None:
            self._close(former)
        for notice in signed_in.notices:
            self.tell(notice)
        self.screen.refresh_bindings()

    def _home_of(self, signed_in: SignedIn) -> Screen[None]:
        from optilearn_tui.api.kinds import PersonKind

        client, identity = signed_in.client, signed_in.identity
        zone, clock = self._settings.zone, self._clock
        match identity.kind:
            case PersonKind.PARENT:
                from optilearn_tui.tui.parent import ParentScreen

                refresh_seconds = self._settings.refresh_seconds
                return ParentScreen(client, identity, zone=zone, clock=clock, refresh_seconds=refresh_seconds)
            case PersonKind.STAFF:
                from optilearn_tui.tui.staff.staff_screen import StaffScreen

                return StaffScreen(client, identity, zone=zone, clock=clock, export=self._export)
            case _:
                from optilearn_tui.tui.greeting import GreetingScreen

                return GreetingScreen(client, identity)

    def _sign_in_screen(
        self, accounts: Accounts, note: Callable[[], str] | None = None, *, may_leave: bool = False
    ) -> Screen[None]:
        from optilearn_tui.tui.sign_in import SignInScreen

        return SignInScreen(
            accounts,
            self._deployment,
            institution=self._institution,
            kind=self._settings.account_kind,
            note=note,
            may_leave=may_leave,
        )

    @on(SessionLost)
    def _offer_sign_in(self) -> None:
        """Once, however many widgets learnt it."""
        if self._lost or self._signed_in is None:
            return
        self._lost = True
        from optilearn_tui.tui.confirm import ConfirmScreen

        question = ConfirmScreen(
            N_("Your session has ended."),
            N_("What you see stays here, but it gets old. Sign in again to go on."),
            N_("Sign in"),
            N_("Later"),
        )
        self.push_screen(question, lambda agreed: self.action_sign_in() if agreed else None)
        self.screen.refresh_bindings()

    def action_sign_in(self) -> None:
        """Sign in again, or as somebody else; what is on the screen stays until a school agreed."""
        if self._accounts is not None:
            self.push_screen(self._sign_in_screen(self._accounts, may_leave=True))

    def action_sign_out(self) -> None:
        """Ask, then sign out."""
        from optilearn_tui.tui.confirm import ConfirmScreen

        question = ConfirmScreen(
            N_("Sign out?"),
            N_("This computer forgets your session. To come back you will need your password."),
            N_("Sign out"),
        )
        self.push_screen(question, self._sign_out_if)

    def _sign_out_if(self, agreed: bool | None) -> None:
        if agreed:
            self._sign_out()

    @work(exclusive=True, group="sign-out")
    async def _sign_out(self) -> None:
        accounts, leaving = self._accounts, self._signed_in
        if accounts is None or leaving is None:
            return
        from optilearn_tui.tui.farewell import farewell

        self._signed_in = None
        for bar in self.screen.query(TitleBar):
            bar.note = tr("Signing out…")
        signed_out = await accounts.sign_out(leaving)
        self.go_home(self._sign_in_screen(accounts, lambda: farewell(signed_out, self._settings.zone)))

    @work(group="closing")
    async def _close(self, former: SignedIn) -> None:
        await former.client.aclose()


def _words_of(error: ApiError | None) -> Callable[[], str] | None:
    """What is to be said about an error, in whichever language is spoken when it is said."""
    if error is None:
        return None
    from optilearn_tui.i18n.problems import problem

    return lambda: str(problem(error))


def _same_person(one: SignedIn, other: SignedIn) -> bool:
    """Whether two sessions are known to belong to one person at one school."""
    if one.client.slug != other.client.slug or not isinstance(one.identity.id, str):
        return False
    return one.identity.id == other.identity.id
