"""What answers tell beside what was asked: the server's time, and which service gave the children."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from optilearn_tui.api.client import Client
from optilearn_tui.api.tenancy import Host
from tests.api.raw_server import reply, serving

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from tests.conftest import ClientOf

MEERA = "meera.sharma@example.com"


async def test_the_clocks_are_compared_by_every_answer_that_tells_the_time(noon: Clock) -> None:
    dates = [(), ("Date: Wed, 15 Apr 2026 06:25:00 GMT",), (), ("Date: Wed, 15 Apr 2026 06:30:00 GMT",)]
    answers = iter(dates)

    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(reply(b"{}", *next(answers)))

    told = []
    async with serving(talk) as there, Client(there, "riverside", clock=noon) as client:
        for _ in dates:
            await client.auth.providers()
            told.append(client.clock_skew)

    assert told == [None, timedelta(minutes=5), timedelta(minutes=5), timedelta(0)]


async def test_a_time_that_cannot_be_read_tells_nothing(noon: Clock) -> None:
    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(reply(b"{}", "Date: yesterday"))

    async with serving(talk) as there, Client(there, "riverside", clock=noon) as client:
        await client.auth.providers()

        assert client.clock_skew is None


async def test_it_is_known_which_service_gave_the_children(client_of: ClientOf, sandbox: Sandbox) -> None:
    client = client_of(MEERA)
    assert client.children.source is None

    await client.children.mine()
    assert client.children.source is Host.TENANT

    other = client_of(MEERA)
    sandbox.weather.answer("children", status=403)
    await other.children.mine()
    assert other.children.source is Host.LEARN


async def test_whoever_comes_next_is_told_nothing_of_the_source(client_of: ClientOf) -> None:
    client = client_of(MEERA)
    await client.children.mine()

    client.session.invalidate()

    assert client.children.source is None
