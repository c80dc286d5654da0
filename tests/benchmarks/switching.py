"""A parent who switches children and screens at random while a slow school answers: what it leaves behind.

    python -m tests.benchmarks.switching [--count 5000] [--slow 50] [--out figures.json]

The school is a sandbox of this process behind a real socket; every answer takes so many milliseconds. Told
are the tasks, the objects and the memory after each tenth, whether every connection of the client still
serves, and how long it takes from a key to the last word of a child that was read ahead.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from optilearn_tui.api.client import Client
from optilearn_tui.api.clock import utc_now
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import parse_token
from optilearn_tui.sandbox.live import LiveSandbox
from optilearn_tui.tui.panel import Panel
from tests.tui.dashboard import MEERA, dashboard
from tests.tui.storm import IMPATIENT, connections_there, objects_alive, storm, tasks_alive

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.dashboard import Dashboard

_PARTS = 10
_SWITCHES = 200


def _memory() -> float:
    """Megabytes of this process now."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


async def _switch(app: Dashboard, pilot: Pilot[None]) -> list[float]:
    """Milliseconds from the key to every panel of the other child, over and over."""
    times = []
    for number in range(_SWITCHES):
        key, words = (("2", "Unit test 2"), ("1", "Parts and wholes"))[number % 2]
        began = time.perf_counter()
        app.simulate_key(key)
        while not _is_painted(app, words):  # noqa: ASYNC110 - nothing tells when all is painted
            await asyncio.sleep(0)
        times.append((time.perf_counter() - began) * 1000)
        await pilot.pause()
    return times


def _is_painted(app: Dashboard, words: str) -> bool:
    screen = app.parent_screen
    shown = any(words in panel.shown.plain for panel in screen.query(Panel))
    return shown and not screen._dirty_widgets and not screen._layout_required


async def _measure(count: int, slow: int) -> dict[str, object]:
    with LiveSandbox() as live:
        sandbox = live.sandbox
        token = parse_token(sandbox.account(MEERA).session_token)
        deployment = Deployment(base_domain=live.base_domain, protocol=sandbox.protocol)
        chance = Random(1)  # noqa: S311 - no secret
        parts = []
        async with Client(deployment, "riverside", token) as client:
            client.belongs_to(MEERA, contact_id="c-meera")
            async with dashboard(client, utc_now, rhythm=IMPATIENT) as (app, pilot):
                times = await _switch(app, pilot)
                sandbox.weather.delay(slow / 1000)
                for _ in range(_PARTS):
                    await storm(app, pilot, chance, count // _PARTS)
                    parts.append(
                        {"tasks": len(tasks_alive()), "objects": objects_alive(), "mb": round(_memory(), 1)}
                    )
                    print(parts[-1], flush=True)
                serving = await connections_there(client)
        return {
            "keys": count,
            "answer_ms": slow,
            "parts": parts,
            "connections_serving": serving,
            "tasks_after_closing": len(asyncio.all_tasks()) - 1,
            "switch_ms_median": round(statistics.median(times), 1),
            "switch_ms_95th": round(statistics.quantiles(times, n=20)[-1], 1),
        }


def main() -> None:
    """Press the keys, print the figures, and write them as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--slow", type=int, default=50)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    figures = asyncio.run(_measure(asked.count, asked.slow))
    told = json.dumps(figures, indent=1)
    print(told)
    if asked.out:
        asked.out.write_text(told)


if __name__ == "__main__":
    main()
