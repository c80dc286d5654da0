"""What a parent's dashboard costs on the wire, counted between the client and the bundled school."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

from optilearn_tui.api.client import Client
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.token import parse_token
from tests.api.counting_proxy import Counted, counting

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.live import LiveSandbox

SUNITA = "sunita.verma@example.com"
ROHAN, TARA = "c-rohan", "c-tara"
APRIL = (date(2026, 4, 1), date(2026, 4, 30))


async def viewed(client: Client, *, anew: bool = False) -> None:
    """What the dashboard asks for the child that is looked at."""
    await asyncio.gather(
        client.children.mine(),
        client.overview.of(ROHAN),
        client.fees.of(ROHAN),
        client.attendance.of(ROHAN, *APRIL, anew=anew),
    )


async def test_a_dashboard_of_two_children_is_a_handful_of_requests_and_six_kilobytes(
    live_sandbox: LiveSandbox, noon: Clock
) -> None:
    account = live_sandbox.sandbox.account(SUNITA)
    async with counting(int(live_sandbox.base_domain.partition(":")[2])) as (port, counted):
        deployment = Deployment(f"localhost:{port}", "http")
        token = parse_token(account.session_token)
        async with Client(deployment, account.institution, token, clock=noon) as client:
            client.belongs_to(SUNITA, contact_id="c-sunita")

            await asyncio.gather(client.auth.who_am_i(), viewed(client))
            child = counted.take()
            await client.overview.of(TARA)
            other = counted.take()
            await viewed(client, anew=True)
            again = counted.take()

        assert (child.requests, other.requests, again.requests) == (5, 1, 4)
        assert child.received + other.received <= 6_000
        assert again.received <= 1_200
        every = (child, other, again)
        assert client.traffic.received == sum(each.received for each in every)
        assert client.traffic.sent == sum(each.sent for each in every)


async def test_switching_to_a_child_that_was_looked_at_sends_next_to_nothing(
    live_sandbox: LiveSandbox, noon: Clock
) -> None:
    account = live_sandbox.sandbox.account(SUNITA)
    async with counting(int(live_sandbox.base_domain.partition(":")[2])) as (port, counted):
        deployment = Deployment(f"localhost:{port}", "http")
        token = parse_token(account.session_token)
        async with Client(deployment, account.institution, token, clock=noon) as client:
            client.belongs_to(SUNITA, contact_id="c-sunita")
            await viewed(client)
            counted.take()
            await client.attendance.of(ROHAN, *APRIL)
            assert counted.take() == Counted()
            await client.overview.of(ROHAN)
            assert counted.take().received < 250
