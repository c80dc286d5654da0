"""When a screen is at rest: nothing is read any more, and nothing is about to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.tui.staff.progress_line import ProgressLine
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

_SHORT = 1.0
"""Seconds; the pauses after failures are longer."""


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until nothing is read any more, and nothing is about to be."""
    await settle(pilot)
    while _is_about_to_ask(pilot.app) or _is_reading(pilot.app):
        await until(pilot, lambda: not _is_about_to_ask(pilot.app) and not _is_reading(pilot.app))
        await settle(pilot)
    before, after = "", screen_text(pilot.app)
    while before != after:  # on a busy machine the last strokes come late
        await settle(pilot)
        before, after = after, screen_text(pilot.app)


def _is_reading(app: App[None]) -> bool:
    """Whether something that takes long is under way, also before its progress is shown."""
    return any(line.progress is not None for line in app.screen.query(ProgressLine))


def _is_about_to_ask(app: App[None]) -> bool:
    """Whether a short pause before a question is running: who passes by asks nothing."""
    nodes = (app.screen, *app.screen.walk_children())
    return any(
        timer._repeat is not None
        and timer._interval < _SHORT
        and timer._task is not None
        and not timer._task.done()
        for node in nodes
        for timer in node._timers
    )
