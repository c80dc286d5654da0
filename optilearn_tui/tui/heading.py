"""The line on top of a panel: what it is, whether it has the focus, and how its data stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from optilearn_tui.tui.drawn_lines import DrawnLines
from optilearn_tui.tui.facts.heading import heading_line
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.tui.columns import Lines


class Heading(DrawnLines):
    """Title, a rule, and the state at the right; a click on it tells the panel."""

    DEFAULT_CSS = """
    Heading {
        dock: top;
        height: 1;
        pointer: pointer;
    }
    """

    ALLOW_SELECT = False

    focused_panel: reactive[bool] = reactive(default=False)
    title: reactive[str] = reactive("")
    hidden: reactive[int] = reactive(0)
    """How many lines there are below what is shown."""
    states: reactive[tuple[Styled, ...]] = reactive(())
    """Parts of the state, what matters most first."""
    least: reactive[Styled] = reactive(Styled())
    """What is said where not even the first part fits."""

    class Pressed(Message):
        """The heading was clicked."""

    @override
    def lines(self, width: int) -> Lines:
        line = heading_line(
            width,
            title=self.title,
            hidden=self.hidden,
            states=self.states,
            least=self.least,
            focused=self.focused_panel,
        )
        return [line]

    def on_click(self) -> None:
        """Say that the heading was pressed."""
        self.post_message(self.Pressed())
