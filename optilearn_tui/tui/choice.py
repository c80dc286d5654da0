"""One of a few words, on one line: what is chosen is told by a sign, not only by colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.measuring import cell_len

if TYPE_CHECKING:
    from textual import events

_BETWEEN = 3


class Choice(Widget, can_focus=True):
    """`(•) Parent   ( ) Staff`: the arrows and a click choose, Enter goes on to the next field."""

    BINDINGS = [
        Binding("right,down,space", "step(1)", N_("Next choice"), show=False),
        Binding("left,up", "step(-1)", N_("Previous choice"), show=False),
        Binding("enter", "app.focus_next", N_("Next field"), show=False),
    ]

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; pointer: pointer; }
    Choice:focus { text-style: bold; color: $text-primary; }
    """

    ALLOW_SELECT = False

    chosen: reactive[int] = reactive(0)
    """Which of the words, from 0."""

    def __init__(self, messages: Sequence[str], chosen: int = 0, *, id: str | None = None) -> None:  # noqa: A002
        """A choice between `messages` (`N_`), with the one at `chosen` chosen."""
        super().__init__(id=id)
        self._messages = tuple(messages)
        self.set_reactive(Choice.chosen, chosen)

    @override
    def render(self) -> Styled:
        return Styled((" " * _BETWEEN).join(self._labels()))

    def action_step(self, step: int) -> None:
        """Choose the next or previous word; the first follows the last."""
        self.chosen = (self.chosen + step) % len(self._messages)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        end = 0
        for index, label in enumerate(self._labels()):
            end += cell_len(label) + _BETWEEN
            if event.x < end:
                self.chosen = index
                return

    def retranslate(self) -> None:
        """Show the words in the language spoken now."""
        self.refresh()

    def _labels(self) -> list[str]:
        return [
            f"({'•' if index == self.chosen else ' '}) {tr(message)}"
            for index, message in enumerate(self._messages)
        ]
