"""Hundreds of switches while a slow school answers: no connection is lost, nothing is left behind.

`OPTILEARN_SWITCHES` says how many keys are pressed. `python -m tests.benchmarks.switching` presses thousands,
and measures.
"""

from __future__ import annotations

import os
from asyncio import base_events
from random import Random
from typing import TYPE_CHECKING

from optilearn_tui.api.bounds import Bounds
from optilearn_tui.api.client import Client
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import parse_token
from tests.tui.dashboard import MEERA, dashboard
from tests.tui.storm import IMPATIENT, connections_there, objects_alive, storm, tasks_alive

if TYPE_CHECKING:
    import pytest

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.live import LiveSandbox

SWITCHES = int(os.environ.get("OPTILEARN_SWITCHES", "200"))
SLOW = 0.05


async def test_after_hundreds_of_switches_no_connection_is_lost_and_nothing_is_left_behind(
    live_sandbox: LiveSandbox, noon: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The event loop keeps a hundred timers that were stopped, and with them the screens they were for.
    monkeypatch.setattr(base_events, "_MIN_SCHEDULED_TIMER_HANDLES", 0)
    sandbox = live_sandbox.sandbox
    token = parse_token(sandbox.account(MEERA).session_token)
    deployment = Deployment(base_domain=live_sandbox.base_domain, protocol=sandbox.protocol)
    chance = Random(5)  # noqa: S311 - no secret
    async with Client(deployment, "riverside", token, clock=noon) as client:
        client.belongs_to(MEERA, contact_id="c-meera")
        async with dashboard(client, noon, rhythm=IMPATIENT) as (app, pilot):
            sandbox.weather.delay(SLOW)
            await storm(app, pilot, chance, SWITCHES // 2)
            tasks, objects = tasks_alive(), objects_alive()
            await storm(app, pilot, chance, SWITCHES // 2)

            assert tasks_alive() == tasks
            assert objects_alive() < objects * 1.03
            assert await connections_there(client) == Bounds().connections
            assert "Parts and wholes" in app.text
            assert app.lost == 0
