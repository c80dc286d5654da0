"""Buttons whose labels follow the language."""

from __future__ import annotations

from textual.widgets import Button

from optilearn_tui.i18n import tr
from optilearn_tui.tui.styled import Styled


class WordButton(Button):
    """A one-line button named by a message (`N_`), that runs an action of its screen or of the app."""

    DEFAULT_CSS = """
    WordButton { margin: 0 2 0 0; }
    """

    def __init__(
        self,
        message: str,
        action: str | None = None,
        *,
        id: str | None = None,  # noqa: A002
        main: bool = False,
    ) -> None:
        """A button; `main` for the one most people want."""
        super().__init__(
            Styled(tr(message)).visualize(),
            "primary" if main else "default",
            id=id,
            action=action,
            compact=True,
        )
        self._message = message

    @property
    def message(self) -> str:
        """The message that names the button."""
        return self._message

    @message.setter
    def message(self, message: str) -> None:
        self._message = message
        self.retranslate()

    def retranslate(self) -> None:
        """Show the name in the language spoken now."""
        self.label = Styled(tr(self._message)).visualize()
        self.refresh(layout=True)
