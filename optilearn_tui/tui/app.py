"""The app: who comes in, who signs out, and the keys that every screen has.

Only the toolkit and light modules are imported here, so that the first screen stands before anything that
costs time (the client, the keyring, dates) is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from typing_extensions import override

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.errors import Offline, TenantMismatch
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.changing import Changing
from optilearn_tui.tui.messages import Accepted, Opened
from optilearn_tui.tui.opening import OpeningScreen
from optilearn_tui.tui.pauses import growing_pauses
from optilearn_tui.tui.terminal_widths.lines_up import LinesUp
from optilearn_tui.tui.thrifty.choice import driver_class
from optilearn_tui.tui.thrifty.curtained import Curtained
from optilearn_tui.tui.title_bar import TitleBar

if TYPE_CHECKING:
    from textual.screen import Screen

    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.tenancy import Deployment
    from optilearn_tui.doctor import Case
    from optilearn_tui.settings import Settings
    from optilearn_tui.tui.early.head_start import HeadStart
    from optilearn_tui.tui.staff.sheet import Export


class OptiLearnApp(Changing, Curtained, LinesUp):
    """Opens, signs in, and shows the screen that is for the person who came."""

    TITLE = "OptiLearn"
    BINDINGS = [
        Binding("ctrl+o", "sign_out", N_("Sign out")),
        Binding("ctrl+o", "sign_in", N_("Sign in")),
        Binding("ctrl+l", "lock", N_("Lock"), priority=True),
        Binding("u,f8", "accounts", N_("Accounts")),
        Binding("d,f9", "doctor", N_("Check-up")),
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
        doctor: Callable[[SignedIn | None, str | None], Case] | None = None,
        environ: Mapping[str, str] | None = None,
        pauses: Callable[[], Iterable[float]] = growing_pauses,
        begun: HeadStart | None = None,
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
            doctor: gives what a check-up is to look at, with whoever is signed in now and the school that is
                typed, where one is; None: there is no check-up.
            environ: the environment; `SSH_CONNECTION` in it puts motion off.
            pauses: seconds to wait after each failure to find out who is signed in.
            begun: what was asked before there was an app; the factory is not called then.
        """
        super().__init__(
            settings,
            deployment=deployment,
            remember=remember,
            environ=environ or {},
            clock=clock,
            export=export,
            pauses=pauses,
        )
        self.driver_class = driver_class(self.driver_class, painting=settings.painting, light=self.is_light)
        self._accounts_factory = accounts_factory
        self._begun = self._homes.begun = begun
        self._doctor = doctor
        self._pauses = pauses

    @override
    def get_default_screen(self) -> Screen[None]:
        return OpeningScreen(self._accounts_factory, self._pauses, self._begun)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "sign_out":
                return self._signed_in is not None and (self.is_locked or not self._lost)
            case "doctor":
                return self._doctor is not None and self._may_open("doctor")
        return super().check_action(action, parameters)

    # Who comes in.

    @on(Opened)
    def _open(self, message: Opened) -> None:
        accounts = self._accounts = self._homes.accounts = message.accounts
        problem, recalled = message.problem, message.recalled
        if message.signed_in is not None:
            self._come_in(message.signed_in)
        elif recalled is not None and problem is None:
            self._come_back(recalled)
        else:
            self.go_home(self._sign_in_screen(accounts, _words_of(problem)))
            for notice in accounts.notices:
                self.tell(notice)
            if recalled is not None and isinstance(problem, TenantMismatch):
                self._offer_other_school(problem, recalled.client)

    @on(Accepted)
    def _accept(self, message: Accepted) -> None:
        if self.is_locked:  # it was locked while the school was asked
            self._see_off(message.signed_in, followed_by=message.signed_in)
            self._put_everything_away()
        else:
            self._come_in(message.signed_in)

    def action_doctor(self) -> None:
        """Find out what is wrong between here and the school."""
        if self.economy.offline:
            self.tell(Offline())
        elif self._doctor is not None:
            from optilearn_tui.tui.doctor_screen import DoctorScreen
            from optilearn_tui.tui.sign_in import SignInScreen

            typed = self.screen.school if isinstance(self.screen, SignInScreen) else None
            here = None if typed else self._signed_in
            case_of = partial(self._doctor, here, typed)
            self.push_screen(DoctorScreen(case_of, self.economy, self._settings.zone))

    # Out again.

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
        self._watch.stop()
        self._open_up()
        for bar in self.screen.query(TitleBar):
            bar.note = tr("Signing out…")
        signed_out = await accounts.sign_out(leaving)
        note = partial(farewell, signed_out, self._settings.zone)
        self.go_home(self._sign_in_screen(accounts, note, school=signed_out.slug))


def _words_of(error: ApiError | None) -> Callable[[], str] | None:
    """What is to be said about an error, in whichever language is spoken when it is said."""
    if error is None:
        return None
    from optilearn_tui.i18n.problems import problem

    return lambda: str(problem(error))
