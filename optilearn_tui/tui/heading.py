"""The line on top of a panel: what it is, whether it has the focus, and how its data stands."""

from __future__ import annotations

from itertools import product

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.tui.cropping import crop
from optilearn_tui.tui.paint import ACCENT
from optilearn_tui.tui.styled import Styled

_RULE_AND_GAPS = 3
"""Cells between title and state: a blank, the shortest rule, a blank."""


class Heading(Widget):
    """Title, a rule, and the state at the right; what does not fit beside the title is left out.

    The rule is heavy where the panel has the focus, so that colour is not all that tells.
    """

    DEFAULT_CSS = """
    Heading {
        dock: top;
        height: 1;
        pointer: pointer;
        text-wrap: nowrap;
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
    def render(self) -> Styled:
        width = self.content_size.width
        style = "bold $text-primary" if self.focused_panel else "bold"
        title = crop(Styled(self.title), width).stylize(style)
        marked = Styled.assemble(title, " ", (f"↓{self.hidden}", ACCENT)) if self.hidden > 0 else title
        states = [
            Styled("  ").join(part for part in self.states[:parts] if part)
            for parts in range(len(self.states), 0, -1)
        ]
        for said in (states, [self.least] if self.least else []):
            for left, state in product((marked, title), said):
                if left.cell_length + _RULE_AND_GAPS + state.cell_length <= width:
                    return self._joined(left, state, width)
        return self._joined(marked if marked.cell_length <= width else title, Styled(), width)

    def _joined(self, left: Styled, state: Styled, width: int) -> Styled:
        right = Styled(" ") + state if state else Styled()
        rule = ("━" if self.focused_panel else "─") * (width - left.cell_length - 1 - right.cell_length)
        return left + " " + Styled.of(rule, "$primary" if self.focused_panel else "$foreground 30%") + right

    def on_click(self) -> None:
        """Say that the heading was pressed."""
        self.post_message(self.Pressed())
