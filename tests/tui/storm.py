"""A parent who presses keys at random, faster than a slow school can answer."""

from __future__ import annotations

import asyncio
import gc
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache

from optilearn_tui.api.bounds import Bounds
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.rhythm import Rhythm
from tests.tui.screen_text import settle

if TYPE_CHECKING:
    from random import Random

    from textual.pilot import Pilot

    from optilearn_tui.api.client import Client
    from tests.tui.dashboard import Dashboard

IMPATIENT = Rhythm(refresh=3600, first=3600, longest=3600, dwell=0.01, ahead=0.01)
"""Reads ahead at once."""
KEYS = ("1", "2", "3", "left_square_bracket", "right_square_bracket") * 4 + (
    "b",
    "b",
    "escape",
    "escape",
    "down",
    "enter",
    "tab",
    "z",
    "left",
    "r",
)
"""What is pressed: children most of all, then the board, panels, months and refreshes."""
_OFFLINE = 0.01
_A_MOMENT = 0.3


async def storm(app: Dashboard, pilot: Pilot[None], chance: Random, count: int) -> None:
    """Press so many keys; now and then the line is cut, or everything has a moment to be drawn."""
    for _ in range(count):
        app.simulate_key(chance.choice(KEYS))
        if chance.random() < _OFFLINE:
            app.economy.offline = not app.economy.offline
        if chance.random() < _A_MOMENT:
            await pilot.pause()
        else:
            await asyncio.sleep(0)
    await calm(app, pilot)


async def calm(app: Dashboard, pilot: Pilot[None]) -> None:
    """Online, at the dashboard with all its panels and its first child, and everything answered."""
    app.economy.offline = False
    await pilot.pause()
    while not isinstance(app.screen, ParentScreen):
        await pilot.press("escape")
    await pilot.press("escape", "2", "1")
    await settle(pilot)
    app.parent_screen.action_refresh()
    await settle(pilot)


async def connections_there(client: Client) -> int:
    """How many questions are answered that are all asked at once: none waits for a connection for ever."""
    first = date(2024, 1, 1)
    answers = await asyncio.gather(
        *(
            client.attendance.of("c-diya", day, day, anew=True)
            for day in (first + timedelta(days=number) for number in range(Bounds().connections))
        )
    )
    return len(answers)


def tasks_alive() -> list[str]:
    """The names of all tasks; scroll bars come when they are needed first, and stay."""
    names = (task.get_name() for task in asyncio.all_tasks())
    return sorted(name for name in names if not name.startswith(("message pump ScrollBar", "Task-")))


def objects_alive() -> int:
    """How many objects there are: garbage is left out, and what the toolkit keeps of widgets that are gone.

    It remembers the colours of the last 1,024 widgets, and with them how they looked.
    """
    StylesCache.get_inner_outer.cache_clear()
    gc.collect()
    return len(gc.get_objects())
