"""What sends is loaded by the first request, and a screen may show first what is kept."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.errors import Unreachable

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from tests.api.little_school import LittleSchool

MAKE_A_CLIENT = """
import sys
from optilearn_tui.api.client import Client
from optilearn_tui.api.tenancy import Deployment
Client(Deployment(), "riverside")
print([name for name in ("httpx", "httpcore", "anyio", "sqlite3", "email") if name in sys.modules])
"""


def test_a_client_that_asks_nothing_loads_nothing_to_ask_with() -> None:
    made = subprocess.run([sys.executable, "-c", MAKE_A_CLIENT], capture_output=True, text=True, check=True)

    assert made.stdout.strip() == "[]"


async def test_a_held_request_is_sent_when_it_is_released(client: Client, school: LittleSchool) -> None:
    client.hold()
    asking = asyncio.create_task(client.auth.who_am_i())
    for _ in range(10):
        await asyncio.sleep(0)
    assert school.asked == []
    client.release()

    assert (await asking).name == "Meera"


async def test_a_client_that_has_asked_before_is_not_held(client: Client) -> None:
    await client.auth.who_am_i()
    client.hold()

    assert (await client.auth.who_am_i()).name == "Meera"


async def test_closing_a_held_client_ends_what_waits(client: Client) -> None:
    client.hold()
    asking = asyncio.create_task(client.auth.who_am_i())
    await asyncio.sleep(0)
    await client.aclose()

    with pytest.raises(Unreachable):
        await asking


async def test_bounds_that_change_while_it_waits_hold_for_what_is_sent(client: Client) -> None:
    client.hold()
    asking = asyncio.create_task(client.auth.who_am_i())
    await asyncio.sleep(0)
    client.low_data = True
    client.release()

    assert (await asking).name == "Meera"
    assert client.low_data
