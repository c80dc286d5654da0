"""An hour in which nobody touches a key: what is sent to the terminal, and how often anything wakes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from textual import events

from optilearn_tui.sandbox import Sandbox
from optilearn_tui.settings import Settings
from tests.simulated_time import SimulatedLoop, simulated_time
from tests.tui.people import MEERA, PRINCIPAL
from tests.tui.program import Program
from tests.tui.screen_text import screen_text
from tests.tui.thrifty.pair import BothDriver

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
"""Noon at the bundled school. Nothing on the screens looked at is told by the hour until one o'clock."""

MINUTES = 60
SETTLED = 20
"""Seconds after which nothing is under way any more."""
MOST_AT_A_REFRESH = 150
"""Bytes: of an answer with nothing else in it, each heading tells when it was read."""
MOST_WAKING = 12
"""Times a minute: a clock ticks for each screen that stands or lies beneath."""


@dataclass
class Minute:
    """What happened in one minute.

    Attributes:
        sent: bytes that reached the terminal.
        asked: requests to the school.
        woken: how often the program slept and woke again.
        text: what stood there at its end.
    """

    sent: int
    asked: int
    woken: int
    text: str


def idle_hour(
    email: str, *keys: str, began: datetime = NOON, settings: Settings | None = None
) -> list[Minute]:
    """The minutes of an hour after these keys were pressed, at 80 by 24."""
    with simulated_time(began) as (loop, clock):
        sandbox = Sandbox(clock=clock)
        program = Program(sandbox, clock, email=email, settings=settings)
        return loop.run_until_complete(_lived(loop, sandbox, program, keys))


async def _lived(
    loop: SimulatedLoop, sandbox: Sandbox, program: Program, keys: tuple[str, ...]
) -> list[Minute]:
    app = program.app
    app.driver_class = BothDriver
    running = asyncio.create_task(app.run_async(size=(80, 24)))
    await asyncio.sleep(SETTLED)
    driver = app._driver
    assert isinstance(driver, BothDriver)
    for key in keys:
        driver.send_message(events.Key(key, None))
        await asyncio.sleep(SETTLED)

    def count() -> tuple[int, int, int]:
        return driver.ours.terminal.received, len(sandbox.visits), loop.clock.jumps

    minutes = []
    for _ in range(MINUTES):
        before = count()
        await asyncio.sleep(60)
        sent, asked, woken = (late - early for early, late in zip(before, count(), strict=True))
        minutes.append(Minute(sent, asked, woken, screen_text(app)))
    driver.send_message(events.Key("ctrl+q", None))
    await running
    return minutes


@pytest.mark.parametrize(
    ("email", "keys", "seen"),
    [
        (MEERA, (), "Recent grades"),
        (MEERA, ("b",), "Fees of the family"),
        (PRINCIPAL, (), "Students of 1-A"),
        (PRINCIPAL, ("tab", "enter"), "Parents"),
    ],
    ids=["dashboard", "all children", "staff room", "a student"],
)
def test_an_idle_hour_sends_nothing_between_refreshes(email: str, keys: tuple[str, ...], seen: str) -> None:
    minutes = idle_hour(email, *keys)
    assert seen in minutes[0].text
    between = [minute for minute in minutes if not minute.asked]
    assert len(between) >= MINUTES * 3 // 4
    assert not any(minute.sent for minute in between)
    assert all(minute.sent <= MOST_AT_A_REFRESH for minute in minutes)
    assert all(minute.woken <= MOST_WAKING for minute in between)


def test_what_passing_time_changes_is_shown_when_it_changes_and_nothing_else_is_sent() -> None:
    settings = Settings(institution="riverside", low_data=True)  # nothing is asked again by itself
    before_class = NOON + timedelta(hours=4, minutes=50)
    minutes = idle_hour(MEERA, "2", began=before_class, settings=settings)
    assert "Chemical effects" in minutes[0].text
    assert "live now" not in minutes[7].text
    assert "live now" in minutes[10].text
    assert "live now" not in minutes[-1].text
    for former, minute in pairwise(minutes):
        assert bool(minute.sent) == (minute.text != former.text)
