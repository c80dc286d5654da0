"""The locked screen: nothing of anybody's is on it, and only the same person gets past it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalScroll
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input
from typing_extensions import override

from optilearn_tui.accounts import AnotherPerson
from optilearn_tui.api.errors import ApiError, BrowserOnly, FurtherStep, WrongCredentials
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.problems import problem
from optilearn_tui.tui.buttons import WordButton
from optilearn_tui.tui.fields import Field, TokenField
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.messages import Unlocked
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.accounts import SignedIn

Unlock = Callable[[str], Awaitable["SignedIn"]]
"""Asks the school with a password or a pasted token; raises an `ApiError` unless it is the same person."""

_IN_THE_BROWSER = (BrowserOnly, FurtherStep)


class LockScreen(Screen[None]):
    """Asks for the password, or a session token, of whoever locked it; then posts `Unlocked`."""

    BINDINGS = [
        Binding("ctrl+s", "unlock", N_("Unlock")),
        Binding("ctrl+t", "switch", N_("Password or token")),
    ]
    BINDING_GROUP_TITLE = N_("Locked screen")
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    LockScreen {
        align: center middle;
        #lock { width: 76; max-width: 100%; height: auto; max-height: 1fr; padding: 0 2; }
        #heading { text-style: bold; color: $text-primary; margin-bottom: 1; }
        .row { height: auto; margin: 1 0; }
        .row > .label { width: 18; }
        .token { display: none; }
        &.-token .token { display: block; }
        &.-token .password { display: none; }
        #buttons { margin: 0 0 1 18; height: auto; }
        #answer { color: $text-error; text-style: bold; min-height: 2; }
        #answer.-waiting { color: $text-muted; text-style: none; }
    }
    """

    token: var[bool] = var(False, toggle_class="-token", init=False)
    """A session token is asked for, instead of the password."""

    def __init__(self, with_password: Unlock | None, with_token: Unlock) -> None:
        """A screen that knows nothing of the person.

        Args:
            with_password: asks the school with a password; None where the school did not tell the address
                that goes with it.
            with_token: asks the school with a session token.
        """
        super().__init__(id="locked")
        self._with_password = with_password
        self._with_token = with_token
        self._asking = False

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(id="lock", can_focus=False):
            yield Words(lambda: tr("This screen is locked."), id="heading")
            yield Words(self._what_to_do)
            with HorizontalGroup(classes="row password"):
                yield Words(lambda: tr("Password"), classes="label")
                yield Field(id="password", secret=True)
            with HorizontalGroup(classes="row token"):
                yield Words(lambda: tr("Session token"), classes="label")
                yield TokenField(id="token")
            with HorizontalGroup(id="buttons"):
                yield WordButton(N_("Unlock"), "screen.unlock", main=True)
                yield WordButton(N_("Sign out"), "app.sign_out")
            yield Words(str, id="answer")
        yield KeyHints()

    def on_mount(self) -> None:
        """Wait for what unlocks."""
        if self._with_password is None:
            self.token = True
        self._field.focus()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._with_password is not None if action == "switch" else True

    def action_switch(self) -> None:
        """Ask for a session token instead of the password, or the other way round."""
        self.token = not self.token
        self._field.focus()

    def action_unlock(self) -> None:
        """Ask the school, once there is something to ask it with."""
        if self._asking:
            return
        if self._field.value.strip():
            self._unlock()
        else:
            self._answer(lambda: tr("Please fill in this field as well."))
            self._field.focus()

    @on(Input.Submitted)
    def _field_done(self) -> None:
        self.action_unlock()

    @work(exclusive=True, group="unlock")
    async def _unlock(self) -> None:
        self._asking = True
        self._answer(lambda: tr("Asking the school…"), waiting=True)
        try:
            signed_in = await self._ask()
        except ApiError as error:
            self._refused(error)
        else:
            for name in ("password", "token"):
                self.query_one(f"#{name}", Field).value = ""
            self.post_message(Unlocked(signed_in))
        finally:
            self._asking = False

    async def _ask(self) -> SignedIn:
        if self.token or self._with_password is None:
            return await self._with_token(self._field.value.strip())
        return await self._with_password(self._field.value)  # as it is: blanks are part of a password

    def _refused(self, error: ApiError) -> None:
        self._answer(lambda: _refusal(error))
        if isinstance(error, _IN_THE_BROWSER):
            self.token = True
        self._field.focus()

    def _answer(self, say: Callable[[], str], *, waiting: bool = False) -> None:
        answer = self.query_one("#answer", Words)
        answer.set_class(waiting, "-waiting")
        answer.say(say)

    def _what_to_do(self) -> str:
        return tr(
            "What was on it is still here, and the session is not kept on this computer while it is locked. "
            "Whoever locked it goes on with their password. To use another account, sign out first."
        )

    @property
    def _field(self) -> Field:
        return self.query_one("#token" if self.token else "#password", Field)


def _refusal(error: ApiError) -> str:
    match error:
        case AnotherPerson():  # who is expected is nobody's business who is not
            return tr("That is somebody else's session. Only whoever locked this screen can unlock it.")
        case WrongCredentials():  # there is nothing here to check but the password
            return problem(error).sentence
    return str(problem(error))
