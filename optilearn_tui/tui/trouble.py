"""What went wrong, in the place of what should be there: a sentence, the next step, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import HorizontalGroup, VerticalGroup

from optilearn_tui.i18n import N_, ntr
from optilearn_tui.i18n.problems import problem
from optilearn_tui.tui.buttons import WordButton
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.errors import ApiError


class Trouble(VerticalGroup):
    """A problem that may pass with another try; the screen around it has the actions named here."""

    DEFAULT_CSS = """
    Trouble {
        width: 64;
        max-width: 100%;
        Words { padding: 0 1; }
        #sentence { color: $text-error; text-style: bold; margin: 1 0; }
        #again { color: $text-muted; margin: 1 0; }
        HorizontalGroup { padding: 0 1; }
    }
    """

    def __init__(self, error: ApiError, pause: float) -> None:
        """Words for an error.

        Args:
            error: what went wrong.
            pause: seconds after which it is tried again without being asked.
        """
        super().__init__()
        self._error = error
        self._pause = pause

    def compose(self) -> ComposeResult:
        """The sentence, the next step, when it is tried again, and what can be done now."""
        yield Words(lambda: problem(self._error).sentence, id="sentence")
        yield Words(lambda: problem(self._error).next_step)
        yield Words(self._again, id="again")
        with HorizontalGroup():
            yield WordButton(N_("Try again"), "screen.retry", main=True)
            yield WordButton(N_("Sign in"), "screen.sign_in")
            if self.app.check_action("doctor", ()):
                yield WordButton(N_("Check-up"), "app.doctor")

    def show(self, error: ApiError, pause: float) -> None:
        """The next attempt failed as well."""
        self._error, self._pause = error, pause
        for words in self.query(Words):
            words.retranslate()

    def _again(self) -> str:
        seconds = round(self._pause)
        return ntr(
            "The program tries again by itself after {n} second. You stay signed in.",
            "The program tries again by itself after {n} seconds. You stay signed in.",
            seconds,
        )
