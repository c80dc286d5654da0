"""A program to be run in a pseudo-terminal: an early picture, and the app that draws the same later on.

Its word says what comes after the picture: `nothing` but a newer one at each signal (the bell tells where it
is not shown), `app`, or `hasty`: an app whose curtain opens at once.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Final

from optilearn_tui.tui.first_frame.stage import stage
from optilearn_tui.tui.thrifty.canvas import letters_of
from optilearn_tui.tui.thrifty.look import Look
from optilearn_tui.tui.thrifty.row import Row

SHOW_NEWER = signal.SIGRTMIN
"""Of several signals the one with the lower number is heeded first; this one comes after that of a resize."""

COLUMNS, ROWS = 40, 9
INK, GROUND = (227, 230, 234), (20, 24, 30)
LINES: Final = ("Diya Sharma · Class 5-A", "", "Grades: 84%", "गणित में 91%", "Fees: ₹12,500 due on 10 Dec")
NEWER: Final = (*LINES[:2], "Grades: 85%", *LINES[3:])
KEYS: Final = "q Quit"
"""What the app says below, and the early picture leaves out."""


def picture(lines: Sequence[str] = LINES) -> list[Row]:
    """What the app is going to draw, without the keys."""
    ink, ground = (";".join(map(str, colour)) for colour in (INK, GROUND))
    look = Look(foreground=f"38;2;{ink}", background=f"48;2;{ground}")
    drawn = [Row(COLUMNS, look) for _ in range(ROWS)]
    for row, line in zip(drawn, lines, strict=False):
        row.put(0, letters_of(line)[1], look)
    return drawn


def _show_newer(_number: int, _frame: FrameType | None) -> None:
    if not stage.show(picture(NEWER)):
        os.write(2, b"\a")


def main(what_follows: str) -> None:
    """Show the picture, then what follows; whatever happens, the terminal is given back."""
    try:
        stage.set("\x1b[2JOpening…")
        if what_follows == "nothing":
            signal.signal(SHOW_NEWER, _show_newer)
        stage.show(picture())
        while what_follows == "nothing":
            signal.pause()
        from tests.tui.early.early_app import run

        stage.hand_over()
        run(is_hasty=what_follows == "hasty")
        stage.take_back()
    finally:
        stage.clear()


if __name__ == "__main__":
    main(sys.argv[1])
