"""A fault of the program itself, told without a traceback.

A traceback of the toolkit shows what is in variables, and a password may be in one.
"""

from __future__ import annotations

import traceback
from pathlib import Path

from textual.worker import WorkerFailed

from optilearn_tui.i18n import tr

_PROGRAM = Path(__file__).parents[1]


def told(error: BaseException) -> str:
    """What happened, where in the program, and the next step; no value that the program worked with.

    A fault that came up in a library is placed where this program called it.
    """
    if isinstance(error, WorkerFailed):
        error = error.error
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _PROGRAM in Path(frame.filename).parents]
    place = "".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in (ours or frames)[-1:])
    return tr(
        "The program has a fault of its own and had to stop ({fault}, {place}). "
        "Start it again; your session is kept. Please report what stands in brackets.",
        fault=type(error).__name__,
        place=place,
    )
