"""Which form of what there is to say is shown in the room there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.tui.columns import Lines


def fitting(forms: Iterable[Lines], height: int, *, zoomed: bool = False) -> Lines:
    """The fullest form that fits; the tightest, to be scrolled, where none does.

    Args:
        forms: fullest first. Blank lines at their ends do not count, and are left out.
        height: lines there are, that of the heading not among them.
        zoomed: alone on the screen the fullest is shown, and scrolled.
    """
    lines: Lines = []
    for lines in _tidied(forms):
        if zoomed or len(lines) <= height:
            break
    return lines


def hidden(lines: Lines, height: int, scrolled: int = 0) -> int:
    """How many lines there are below what is shown, so many lines having been scrolled past."""
    return max(0, len(lines) - height - scrolled) if lines else 0


def _tidied(forms: Iterable[Lines]) -> Iterator[Lines]:
    for lines in forms:
        end = len(lines)
        while end and not lines[end - 1]:
            end -= 1
        yield lines[:end]
