"""The screen as a person reads it: plain lines of text, to be compared and kept as snapshots."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot
    from textual.screen import Screen

PATIENCE = 20.0
"""Seconds after which a test that waits for something gives up: long, for a busy machine."""


def screen_text(app: App[None], screen: Screen[None] | None = None) -> str:
    """What stands on the screen on top (or on `screen`), a line a row, blanks at the ends dropped."""
    strips = (screen or app.screen)._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no worker is left on any screen and everything is drawn.

    A worker's result may start the next one, so it takes several looks. Not for apps with a worker that waits
    for something only the test will do: say what is awaited with `until`.
    """
    async with asyncio.timeout(PATIENCE):
        await pilot.pause()
        while any(not worker.is_finished for worker in pilot.app.workers):
            with suppress(WorkerCancelled):  # what was cancelled is done with as well
                await pilot.app.workers.wait_for_complete()
            await pilot.pause()
    await pilot.pause()


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app run until `condition` holds; fails with the screen's text when it never does."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await pilot.pause()
    except TimeoutError:
        message = f"still waiting; the screen says:\n{screen_text(pilot.app)}"
        raise AssertionError(message) from None
    await pilot.pause()
