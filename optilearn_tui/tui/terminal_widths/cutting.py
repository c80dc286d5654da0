"""Rich cuts its segments between the letters of Indian scripts, as `measuring` says.

Importing this module makes it so. It is a module of its own because Rich's segments bring styles and colours
with them, which nobody needs before a toolkit draws: whoever hands text to the toolkit imports it.
"""

from __future__ import annotations

from rich import cells
from rich.segment import Segment

from optilearn_tui.tui.terminal_widths.letters import MARK
from optilearn_tui.tui.terminal_widths.measuring import counts_as_rich_does

_rich_cut = Segment.split_cells


def _cut(segment: Segment, cut: int) -> tuple[Segment, Segment]:
    """A segment in two, as its text is cut alone."""
    text, style, control = segment
    if counts_as_rich_does() or MARK.search(text) is None:
        return _rich_cut(segment, cut)
    left, right = cells.split_text(text, cut)
    return Segment(left, style, control), Segment(right, style, control)


setattr(Segment, "split_cells", _cut)  # noqa: B010 - a method cannot be assigned to as far as mypy knows
