"""What is known of the terminal."""

from __future__ import annotations

from collections.abc import Mapping

_SCREEN = 2
"""Standard error: the toolkit draws there."""


def erases_in_colour(environ: Mapping[str, str]) -> bool:
    """Whether it is certain that what the terminal erases takes the background it writes with (`bce`).

    As the terminal database says it of the kind in `TERM`; not inside GNU screen, which is one of another
    kind than the terminal it may still name.
    """
    if "STY" in environ:
        return False
    try:
        import curses
    except ImportError:
        return False
    try:
        # Named, or it would ask `sys.stdout`, in whose place the toolkit puts what has no file.
        curses.setupterm(environ.get("TERM", ""), _SCREEN)
    except curses.error:
        return False
    return curses.tigetflag("bce") == 1
