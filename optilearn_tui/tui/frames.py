"""How soon a change is painted after another one."""

from __future__ import annotations

from textual import screen

_SECONDS = 1 / 120
"""Textual's 60 frames a second let an answer that comes right after a key wait as long as it took to come.

Only changed cells are sent, so that twice as many frames are hardly more bytes. Animations keep their pace.
"""


def paint_soon() -> None:
    """From now on, screens wait no longer than this between two frames."""
    setattr(screen, "UPDATE_PERIOD", _SECONDS)  # noqa: B010 - a screen takes it from there, and asks nobody
