"""Asking before something is done that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import HorizontalGroup, VerticalGroup
from textual.screen import ModalScreen
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.buttons import WordButton
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ConfirmScreen(LeftOnce[bool], ModalScreen[bool]):
    """A question below what stays visible; dismissed with True for the named action, else with False.

    It is as wide as the screen, so that no line of it shares its row with a line below.
    """

    BINDINGS = [
        Binding("escape", "refuse", N_("Back")),
        Binding("left,up", "app.focus_previous", N_("Previous"), show=False),
        Binding("right,down", "app.focus_next", N_("Next"), show=False),
    ]
    BINDING_GROUP_TITLE = N_("Question")
    AUTO_FOCUS = "#agree"

    DEFAULT_CSS = """
    ConfirmScreen {
        align: left bottom;
        background: $background 40%;
        &:ansi { background: transparent; }
        #question {
            width: 100%;
            padding: 1 4;
            background: $surface;
            border-top: heavy $primary;
        }
        #question > Words { max-width: 76; }
        #title { text-style: bold; margin-bottom: 1; }
        HorizontalGroup { margin-top: 1; }
    }
    """

    def __init__(
        self, title: str, explanation: str | Callable[[], str], agree: str, refuse: str = N_("Cancel")
    ) -> None:
        """A question, as messages (`N_`).

        Args:
            title: the question.
            explanation: what will follow; where names stand in it, what gives it in the language spoken.
            agree: the name of the action.
            refuse: the name of leaving things as they are.
        """
        super().__init__()
        self._title = title
        self._explanation = explanation
        self._agree = agree
        self._refuse = refuse

    @override
    def compose(self) -> ComposeResult:
        with VerticalGroup(id="question"):
            yield Words(lambda: tr(self._title), id="title")
            yield Words(self._explain)
            with HorizontalGroup():
                yield WordButton(self._agree, "screen.agree", id="agree", main=True)
                yield WordButton(self._refuse, "screen.refuse")
        yield KeyHints()

    def _explain(self) -> str:
        return tr(self._explanation) if isinstance(self._explanation, str) else self._explanation()

    def action_agree(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_refuse(self) -> None:
        """Leave things as they are."""
        self.dismiss(False)
