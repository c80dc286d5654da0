"""Numbers as pictures made of block characters: progress, and a series of marks."""

from __future__ import annotations

from collections.abc import Iterable

from optilearn_tui.tui.paint import ACCENT, GOOD, QUIET
from optilearn_tui.tui.styled import Styled

_FULL, _HALF, _EMPTY = "▄▖▁"
_STEPS = "▁▂▃▄▅▆▇█"


def progress_bar(percent: float, cells: int) -> Styled:
    """How much of something is done, in halves of a cell; full only when all of it is.

    Half as high as a line, so that bars below each other stay apart; done and to do differ without colour.

    Args:
        percent: 0 to 100; anything beyond is shown as the end it lies beyond.
        cells: how long the bar is.
    """
    share = min(max(percent, 0.0), 100.0) / 100
    whole, half = divmod(int(share * cells * 2), 2)
    done = _FULL * whole + _HALF * half
    return Styled.assemble((done, GOOD if share == 1 else ACCENT), (_EMPTY * (cells - len(done)), QUIET))


def sparkline(percentages: Iterable[float]) -> str:
    """One block a mark, oldest first, on the honest scale from 0 to 100."""
    return "".join(_STEPS[min(7, max(0, int(each / 100 * 8)))] for each in percentages)
