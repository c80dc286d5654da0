"""The first frame itself: the opening screen in a few hundred bytes."""

from __future__ import annotations

from optilearn_tui.i18n import Language, current, tr
from optilearn_tui.tui.least_size import is_large_enough

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from optilearn_tui.tui.first_frame.look import Paint

_BRAND = "OptiLearn"


def picture(columns: int, rows: int, paint: Paint) -> str:
    """What to send to a terminal of that size, in the language spoken now.

    Where it is too small another screen is coming: only the colours are painted.
    The cursor ends on an empty line, in the colour of the background: there the terminal can be asked
    something without a trace.
    """
    ground = paint.on("background", "text")
    if not is_large_enough(columns, rows):
        return f"{ground}\x1b[2J\x1b[H"
    bar = paint.on("bar", "text")
    lines = (
        (_BRAND, paint.on("background", "brand", bold=True)),
        (tr("How each of your children is doing at school"), ground),
        ("", ""),
        (tr("Opening…"), paint.on("background", "muted")),
    )
    top = 2 + (rows - 2 - len(lines)) // 2
    middle = "".join(
        f"\x1b[{row};{1 + (columns - _cells(words)) // 2}H{style}{words}"
        for row, (words, style) in enumerate(lines, top)
        if words
    )
    title = f"\x1b[H{bar}\x1b[K {paint.on('bar', 'brand', bold=True)}{_BRAND}"
    return f"{ground}\x1b[2J{title}\x1b[{rows};1H{bar}\x1b[K{middle}{ground}\x1b[2;1H"


def _cells(words: str) -> int:
    if current() is Language.EN:
        return len(words)
    from optilearn_tui.tui.terminal_widths.drawing import USUAL
    from optilearn_tui.tui.terminal_widths.letters import cells_of

    return cells_of(words, USUAL)
