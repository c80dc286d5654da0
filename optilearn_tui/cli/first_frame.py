"""The first frame, for the commands that open a dashboard: shown before anything else is imported."""

from __future__ import annotations

import os
import sys

from optilearn_tui.cli.glance import glance
from optilearn_tui.tui.first_frame.stage import stage

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_VALUED = {"--lang": ("en", "hi"), "--as": ("parent", "staff"), "--account": None}
"""Options with a value, and the values there are; None: whatever it is."""
_SWITCHES = ("--low-data",)


def opens_dashboard(words: Sequence[str]) -> bool:
    """Whether these words plainly open a dashboard; others are left to the parser, which may complain."""
    left = list(words)
    if "demo" in left:
        left.remove("demo")
    while left:
        word, equals, value = left.pop(0).partition("=")
        if word in _SWITCHES and not equals:
            continue
        if not equals and left:
            value = left.pop(0)
        values = _VALUED.get(word, ())
        if not value or (values is not None and value not in values):
            return False
    return True


def show(words: Sequence[str], environ: Mapping[str, str]) -> None:
    """Show the first frame where these words open a dashboard on this process's terminal."""
    if sys.platform == "win32" or not opens_dashboard(words) or not _has_terminal(environ):
        return
    from optilearn_tui.cli.words_asked import language_asked
    from optilearn_tui.i18n.language import choose, use
    from optilearn_tui.tui.first_frame.look import Paint
    from optilearn_tui.tui.first_frame.picture import picture

    seen = glance(environ)
    if "demo" in words:
        seen.pop("theme", None)  # there it begins with ours, whatever was chosen
    use(choose(language_asked(words), environ, seen.get("language")))
    paint = Paint(seen.get("theme"), environ, light=_is_light(environ, seen))
    stage.set(picture(*size(environ), paint))


def _has_terminal(environ: Mapping[str, str]) -> bool:
    named = environ.get("TERM", "") not in {"", "dumb"}
    return named and all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    )


def _is_light(environ: Mapping[str, str], seen: Mapping[str, str]) -> bool:
    chosen = (environ.get("OPTILEARN_LIGHT") or seen.get("light") or "auto").strip().lower()
    return chosen == "on" or (chosen != "off" and "SSH_CONNECTION" in environ)


def size(environ: Mapping[str, str]) -> tuple[int, int]:
    """Columns and rows, as the toolkit finds them: the environment first."""
    try:
        columns, rows = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except OSError:
        columns, rows = 80, 24
    told = [int(text) if (text := environ.get(name, "")).isdecimal() else 0 for name in ("COLUMNS", "LINES")]
    return told[0] or columns, told[1] or rows
