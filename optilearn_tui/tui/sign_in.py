"""Signing in: who you are, which school, and e-mail and password or a session token."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalScroll
from textual.reactive import var
from textual.widgets import Input
from typing_extensions import override

from optilearn_tui.api.errors import (
    ApiError,
    BrowserOnly,
    FurtherStep,
    InvalidSlug,
    MissingSlug,
    NotFound,
    UnknownHost,
)
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.problems import problem
from optilearn_tui.tui.buttons import WordButton
from optilearn_tui.tui.choice import Choice
from optilearn_tui.tui.fields import Field, TokenField
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.messages import Accepted
from optilearn_tui.tui.school_name import SchoolName
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.api.tenancy import Deployment

_KINDS = {AccountKind.PARENT: N_("Parent"), AccountKind.STAFF: N_("Staff")}

_IN_THE_BROWSER = (BrowserOnly, FurtherStep)
_ABOUT_THE_SCHOOL = (InvalidSlug, MissingSlug, NotFound, UnknownHost)


class SignInScreen(LeftOnce[None]):
    """A form. What is typed stays until a school accepted it; then `Accepted` is posted."""

    BINDINGS = [
        Binding("ctrl+s", "submit", N_("Sign in")),
        Binding("ctrl+t", "switch", N_("Password or token")),
        Binding("escape", "leave", N_("Back")),
        # With priority they act before the next key is dispatched: what is typed ahead goes into
        # the field it was meant for.
        Binding("enter", "next", N_("Next field"), show=False, priority=True),
        Binding("tab", "app.focus_next", N_("Next field"), show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", N_("Previous field"), show=False, priority=True),
    ]
    BINDING_GROUP_TITLE = N_("Sign-in form")
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    SignInScreen {
        align-horizontal: center;
        #form { padding: 1 4; max-width: 84; }
        #heading { text-style: bold; color: $text-primary; margin-bottom: 1; }
        #note { margin-bottom: 1; }
        .row { height: auto; margin-bottom: 1; }
        .row > .label { width: 18; }
        #school-row { margin-bottom: 0; }
        SchoolName { margin: 0 0 1 18; }
        .token { display: none; }
        &.-token .token { display: block; }
        &.-token .password { display: none; }
        #cookie { color: $text-muted; margin: 0 0 1 18; }
        #buttons { margin: 0 0 1 18; height: auto; }
        #answer { color: $text-error; text-style: bold; }
        #answer.-waiting { color: $text-muted; text-style: none; }
        #forgotten { color: $text-muted; margin-top: 1; }
        #check-up { color: $text-muted; }
    }
    """

    token: var[bool] = var(False, toggle_class="-token", init=False)
    """A session token is asked for, instead of e-mail and password."""

    def __init__(
        self,
        accounts: Accounts,
        deployment: Deployment,
        *,
        institution: str | None = None,
        kind: str | None = None,
        note: Callable[[], str] | None = None,
        may_leave: bool = False,
    ) -> None:
        """An empty form.

        Args:
            accounts: who is asked.
            deployment: which installation of the platform, for its addresses.
            institution: the slug to begin with.
            kind: the kind of account to begin with, an `AccountKind`.
            note: gives what is to be said first, in the language spoken: why somebody has to sign in.
            may_leave: there is a screen below to go back to.
        """
        super().__init__(id="sign-in")
        self._accounts = accounts
        self._deployment = deployment
        self._institution = institution or ""
        self._kind = kind
        self._note = note
        self._may_leave = may_leave
        self._asking = False

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(id="form", can_focus=False):
            yield Words(lambda: tr("Sign in to your school"), id="heading")
            if self._note is not None:
                yield Words(self._note, id="note")
            yield from self._row(N_("I am a"), self._kind_choice(), "password")
            yield from self._row(N_("School"), Field(self._institution, id="school"), row="school-row")
            yield SchoolName(self._accounts.look_up, self._deployment.base_domain)
            yield from self._row(N_("E-mail"), Field(id="email"), "password")
            yield from self._row(N_("Password"), Field(id="password", secret=True), "password")
            yield from self._row(N_("Session token"), TokenField(id="token"), "token")
            yield Words(self._where_the_token_is, id="cookie", classes="token")
            with HorizontalGroup(id="buttons"):
                yield WordButton(N_("Sign in"), "screen.submit", main=True)
                yield WordButton(N_("Paste a session token"), "screen.switch", id="to-token")
            yield Words(str, id="answer")
            yield Words(self._forgotten, id="forgotten")
            if self.app.check_action("doctor", ()):
                yield Words(lambda: tr("If signing in does not work, F9 finds out why."), id="check-up")
        yield KeyHints()

    def on_mount(self) -> None:
        """Begin where there is something to type."""
        self._school_name.about(self._institution)
        self._school_name.now()
        self._field("email" if self._institution else "school").focus()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next":
            # In the last field Enter has to wait for its turn: what is sent must be all that was typed.
            return self.focused is not None and self.focused.id in {"school", "email"}
        return self._may_leave if action == "leave" else True

    def watch_token(self, token: bool) -> None:
        """The other way to sign in: other fields, and the button names the way back."""
        self.query_one("#to-token", WordButton).message = (
            N_("Use e-mail and password") if token else N_("Paste a session token")
        )

    @property
    def school(self) -> str:
        """The school as it is typed."""
        return self._value("school")

    def action_switch(self) -> None:
        """Ask for a session token instead of e-mail and password, or the other way round."""
        self.token = not self.token
        self._field("school" if not self._value("school") else "token" if self.token else "email").focus()

    def action_leave(self) -> None:
        """Go back to what is still on the screen below."""
        self.dismiss()

    def action_next(self) -> None:
        """Go on to the next field."""
        self.focus_next(Field)

    def action_submit(self) -> None:
        """Ask the school, once everything it needs is typed."""
        if self._asking:
            return
        wanted = ("school", "token") if self.token else ("school", "email", "password")
        missing = next((name for name in wanted if not self._value(name)), None)
        if missing is None:
            self._sign_in()
            return
        self._answer(lambda: tr("Please fill in this field as well."))
        self._field(missing).focus()

    @on(Input.Changed, "#school")
    def _school_typed(self, event: Input.Changed) -> None:
        self._school_name.about(event.value)

    @on(Input.Blurred, "#school")
    def _school_left(self) -> None:
        self._school_name.now()

    @on(Input.Submitted, "#password, #token")
    def _last_field_done(self) -> None:
        self.action_submit()

    @work(exclusive=True, group="sign-in")
    async def _sign_in(self) -> None:
        self._asking = True
        self._answer(lambda: tr("Signing in…"), waiting=True)
        try:
            signed_in = await self._ask()
        except ApiError as error:
            self._refused(error)
        else:
            for name in ("password", "token"):
                self._field(name).value = ""
            self.post_message(Accepted(signed_in))
        finally:
            self._asking = False

    async def _ask(self) -> SignedIn:
        school = self._value("school")
        if self.token:
            return await self._accounts.sign_in_with_token(school, self._value("token"))
        kind = list(_KINDS)[self.query_one(Choice).chosen]
        password = self._field("password").value  # as it is: blanks are part of a password
        return await self._accounts.sign_in(school, kind, self._value("email"), password)

    def _refused(self, error: ApiError) -> None:
        """Say why, and lead to the field that may have to change."""
        self._answer(lambda: str(problem(error)))
        if isinstance(error, _IN_THE_BROWSER):
            self.token = True
        if isinstance(error, _ABOUT_THE_SCHOOL):
            self._field("school").focus()
        else:
            self._field("token" if self.token else "password").focus()

    def _answer(self, say: Callable[[], str], *, waiting: bool = False) -> None:
        answer = self.query_one("#answer", Words)
        answer.set_class(waiting, "-waiting")
        answer.say(say)
        self.call_after_refresh(answer.scroll_visible)

    def _row(self, label: str, field: Widget, only: str = "", *, row: str | None = None) -> ComposeResult:
        with HorizontalGroup(classes=f"row {only}", id=row):
            yield Words(lambda: tr(label), classes="label")
            yield field

    def _kind_choice(self) -> Choice:
        chosen = next((place for place, kind in enumerate(_KINDS) if kind == self._kind), 0)
        return Choice(list(_KINDS.values()), chosen)

    def _forgotten(self) -> str:
        address = f"{self._deployment.learn_origin.partition('://')[2]}/forgot-password"
        return tr("Forgot your password? Open {address} in a browser.", address=address)

    def _where_the_token_is(self) -> str:
        cookie = self._deployment.session_cookie_name
        return tr("Sign in in a browser, then copy the cookie {cookie} and paste it here.", cookie=cookie)

    @property
    def _school_name(self) -> SchoolName:
        return self.query_one(SchoolName)

    def _field(self, name: str) -> Field:
        return self.query_one(f"#{name}", Field)

    def _value(self, name: str) -> str:
        return self._field(name).value.strip()
