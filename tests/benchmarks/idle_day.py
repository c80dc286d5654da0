"""Eight hours in which nobody touches the dashboard, in simulated time: whenever all sleep, the clock jumps.

    python -m tests.benchmarks.idle_day [--hours 8]

Prints one line of JSON. Of the minutes in which nothing is asked and no word changes: bytes to the terminal
and wake-ups a minute. Besides: bytes for each refresh, in which the panels tell when they were read; bytes
for what passing time changes (`in 3 hours`); requests; memory at the beginning and at the end (MB); tasks.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from optilearn_tui.sandbox import Sandbox
from tests.simulated_time import SimulatedLoop, simulated_time
from tests.tui.program import Program
from tests.tui.screen_text import screen_text
from tests.tui.thrifty.pair import BothDriver

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.types import Receive, Scope, Send

_PARENT = "meera.sharma@example.com"


@dataclass
class Tally:
    """Minutes of one kind, and what came of them."""

    minutes: int = 0
    sent: int = 0
    woken: int = 0

    def add(self, sent: int, woken: int) -> None:
        """One minute more."""
        self.minutes += 1
        self.sent += sent
        self.woken += woken

    def a_minute(self, what: int) -> float:
        """The mean of `what`; 0 where there was no such minute."""
        return what / self.minutes if self.minutes else 0.0


async def _day(hours: float, loop: SimulatedLoop, now: Callable[[], datetime]) -> dict[str, float]:
    sandbox = Sandbox(clock=now)
    requests = _counted(sandbox)
    app = Program(sandbox, now, email=_PARENT).app
    app.driver_class = BothDriver
    running = asyncio.create_task(app.run_async(size=(80, 24)))
    await asyncio.sleep(120)
    driver = app._driver
    assert isinstance(driver, BothDriver)
    first = {"requests": requests(), "memory": _memory(), "tasks": len(asyncio.all_tasks())}
    quiet, refreshed, passing = Tally(), Tally(), Tally()
    for _ in range(round(hours * 60)):
        asked, text = requests(), screen_text(app)
        sent, woken = driver.ours.terminal.received, loop.clock.jumps
        await asyncio.sleep(60)
        kind = refreshed if requests() > asked else quiet if screen_text(app) == text else passing
        kind.add(driver.ours.terminal.received - sent, loop.clock.jumps - woken)
    told = {
        "bytes a minute": quiet.a_minute(quiet.sent),
        "wake-ups a minute": quiet.a_minute(quiet.woken),
        "hours": hours,
        "requests": float(requests() - first["requests"]),
        "bytes a refresh": refreshed.a_minute(refreshed.sent),
        "bytes as time passes": float(passing.sent),
        "MB before": first["memory"],
        "MB after": _memory(),
        "tasks before": float(first["tasks"]),
        "tasks after": float(len(asyncio.all_tasks())),
    }
    driver.send_message(events.Key("ctrl+q", None))
    await running
    return told


def _counted(sandbox: Sandbox) -> Callable[[], int]:
    """Count what the school is asked."""
    count = 0
    answer = sandbox.app

    async def counting(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal count
        count += 1
        await answer(scope, receive, send)

    sandbox.app = counting
    return lambda: count


def _memory() -> float:
    """MB in use now (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def main() -> None:
    """Let the hours pass."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--hours", type=float, default=8.0)
    asked = parser.parse_args()
    with simulated_time() as (loop, now):
        print(json.dumps(loop.run_until_complete(_day(asked.hours, loop, now))))


if __name__ == "__main__":
    main()
