"""Eight hours in which nobody touches the dashboard, in simulated time: whenever all sleep, the clock jumps.

    python -m tests.benchmarks.idle_day [--hours 8]

Prints one line of JSON: bytes that the toolkit wrote, requests, requests' share of refreshes, memory at the
beginning and at the end (MB), and tasks left over.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import selectors
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import textual._time
from textual import events
from typing_extensions import override

from optilearn_tui.sandbox import Sandbox
from tests.tui.program import Program
from tests.tui.terminal_widths.recorder import Recorder

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

_PARENT = "meera.sharma@example.com"
_PATIENCE = 0.005
"""Seconds of real time that a thread is given to come back with something before the clock jumps."""


class JumpingClock(selectors.DefaultSelector):
    """Does not wait for what is due later: it is later at once."""

    def __init__(self) -> None:
        super().__init__()
        self.jumped = 0.0

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(_PATIENCE if timeout is None else min(timeout, _PATIENCE))
        if not ready and timeout is not None and timeout > _PATIENCE:
            self.jumped += timeout - _PATIENCE
        return ready

    def seconds(self) -> float:
        """Seconds that have passed, jumps included."""
        return time.monotonic() + self.jumped


class SimulatedLoop(asyncio.SelectorEventLoop):
    """A loop that lives in simulated time."""

    def __init__(self, clock: JumpingClock) -> None:
        super().__init__(clock)
        self._clock = clock

    @override
    def time(self) -> float:
        return self._clock.seconds()


async def _day(hours: float, clock: JumpingClock) -> dict[str, float]:
    began = datetime.now(UTC)
    start = clock.seconds()

    def now() -> datetime:
        return began + timedelta(seconds=clock.seconds() - start)

    sandbox = Sandbox(clock=now)
    requests = _counted(sandbox)
    program = Program(sandbox, now, email=_PARENT)
    app = program.app
    app.driver_class = Recorder
    running = asyncio.create_task(app.run_async(size=(80, 24)))
    await asyncio.sleep(120)
    recorder = app._driver
    assert isinstance(recorder, Recorder)
    first = {"requests": requests(), "memory": _memory(), "tasks": len(asyncio.all_tasks())}
    recorder.written.clear()
    await asyncio.sleep(hours * 3600)
    told = {
        "hours": hours,
        "requests": float(requests() - first["requests"]),
        "writes": float(len(recorder.written)),
        "bytes": float(sum(len(each.encode()) for each in recorder.written)),
        "MB before": first["memory"],
        "MB after": _memory(),
        "tasks before": float(first["tasks"]),
        "tasks after": float(len(asyncio.all_tasks())),
    }
    recorder.send_message(events.Key("ctrl+q", None))
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
    clock = JumpingClock()
    textual._time.get_time = clock.seconds
    loop = SimulatedLoop(clock)
    asyncio.set_event_loop(loop)
    print(json.dumps(loop.run_until_complete(_day(asked.hours, clock))))


if __name__ == "__main__":
    main()
