"""The school behind a real socket, closing and opening again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from optilearn_tui.sandbox.live import LiveSandbox


def ask(live: LiveSandbox) -> httpx.Response:
    url = f"http://127.0.0.1:{live.port}/api/portal/institution"
    return httpx.get(url, headers={"host": f"riverside.{live.base_domain}"}, trust_env=False)


def test_it_answers_over_a_socket(live_sandbox: LiveSandbox) -> None:
    assert ask(live_sandbox).json()["slug"] == "riverside"
    assert live_sandbox.base_domain == f"localhost:{live_sandbox.port}"


def test_it_closes_and_opens_again_on_the_same_port(live_sandbox: LiveSandbox) -> None:
    assert ask(live_sandbox).status_code == 200
    live_sandbox.stop()
    live_sandbox.stop()
    with pytest.raises(httpx.ConnectError):
        ask(live_sandbox)
    live_sandbox.start()
    live_sandbox.start()
    assert ask(live_sandbox).status_code == 200


async def test_a_gate_is_reached_and_opened_across_threads(live_sandbox: LiveSandbox) -> None:
    gate = live_sandbox.sandbox.weather.hold("institution")
    async with httpx.AsyncClient(trust_env=False) as client:
        url = f"http://127.0.0.1:{live_sandbox.port}/api/portal/institution"
        request = client.build_request("GET", url, headers={"host": f"riverside.{live_sandbox.base_domain}"})
        waiting = asyncio.create_task(client.send(request))
        await gate.reached()
        assert not waiting.done()
        gate.release()
        assert (await waiting).status_code == 200
