"""Which of a few views of one matter is looked at, and the key of each of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.measuring import cell_len

if TYPE_CHECKING:
    from textual import events

_GAP = 3


class ViewSwitcher(Widget):
    """One line: `▸ Items   w One student   m Matrix`; a click goes there."""

    DEFAULT_CSS = """
    ViewSwitcher { height: 1; text-wrap: nowrap; pointer: pointer; }
    """

    ALLOW_SELECT = False

    chosen: reactive[str] = reactive("")
    """The name of the view that is looked at."""

    class Picked(Message):
        """A view was chosen by mouse."""

        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def __init__(self, views: Sequence[tuple[str, str, Callable[[], str]]]) -> None:
        """A line of views: of each its name, its key, and what it is called in the language spoken now."""
        super().__init__()
        self._views = tuple(views)

    @override
    def render(self) -> Styled:
        return Styled(" " * _GAP).join(self._item(*view) for view in self._views)

    def _item(self, view: str, key: str, say: Callable[[], str]) -> Styled:
        if view == self.chosen:
            return Styled.of(f"▸ {say()}", "bold $text-primary")
        return Styled.assemble((key, "$text-primary"), " ", Styled(say()))

    def on_click(self, event: events.Click) -> None:
        """Go to the view that was clicked."""
        end = 0
        for view, key, say in self._views:
            end += cell_len(self._item(view, key, say).plain) + _GAP
            if event.x < end:
                self.post_message(self.Picked(view))
                return

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.refresh()
