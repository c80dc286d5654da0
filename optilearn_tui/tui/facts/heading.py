"""The words on top of a panel: what it is, whether it has the focus, and how its data stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from optilearn_tui.i18n import tr
from optilearn_tui.tui.cropping import crop
from optilearn_tui.tui.paint import ACCENT
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.tui.facts.facts import Facts

_RULE_AND_GAPS = 3
"""Cells between title and state: a blank, the shortest rule, a blank."""


def heading_of(facts: Facts, width: int, *, hidden: int = 0, focused: bool = False) -> Styled:
    """The heading of what `facts` say; see `heading_line`."""
    return heading_line(
        width,
        title=tr(facts.TITLE),
        hidden=hidden,
        states=facts.states(),
        least=facts.least(),
        focused=focused,
    )


def heading_line(
    width: int, *, title: str, hidden: int, states: Sequence[Styled], least: Styled, focused: bool
) -> Styled:
    """Title, a rule, and the state at the right; what does not fit beside the title is left out.

    The rule is heavy where the panel has the focus, so that colour is not all that tells.

    Args:
        width: cells there are.
        title: in the person's language.
        hidden: how many lines there are below what is shown.
        states: parts of the state, what matters most first.
        least: what is said where not even the first part fits.
        focused: the keys go to this panel.
    """
    style = "bold $text-primary" if focused else "bold"
    written = crop(Styled(title), width).stylize(style)
    marked = Styled.assemble(written, " ", (f"↓{hidden}", ACCENT)) if hidden > 0 else written
    shorter = [
        Styled("  ").join(part for part in states[:parts] if part) for parts in range(len(states), 0, -1)
    ]
    for said in (shorter, [least] if least else []):
        for left, state in product((marked, written), said):
            if left.cell_length + _RULE_AND_GAPS + state.cell_length <= width:
                return _joined(left, state, width, focused=focused)
    left = marked if marked.cell_length <= width else written
    return _joined(left, Styled(), width, focused=focused)


def _joined(left: Styled, state: Styled, width: int, *, focused: bool) -> Styled:
    right = Styled(" ") + state if state else Styled()
    rule = ("━" if focused else "─") * (width - left.cell_length - 1 - right.cell_length)
    return left + " " + Styled.of(rule, "$primary" if focused else "$foreground 30%") + right
