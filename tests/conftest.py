"""The bundled school for every test: a fixed day, in process, and over a real socket."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.sandbox import Sandbox
from optilearn_tui.sandbox.live import LiveSandbox

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.clock import Clock

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
"""Wednesday, 15 April 2026, 12:00 in India."""

ClientOf = Callable[[str], "Client"]


def pytest_xdist_auto_num_workers() -> int | None:
    """How many processes share the tests, unless that is said: screens are waited for most of the time."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors + (processors + 1) // 2


@pytest.fixture
def noon() -> Clock:
    """A clock that stands still at `NOON`."""
    return lambda: NOON


@pytest.fixture
def sandbox(noon: Clock) -> Sandbox:
    """The bundled school at noon, to be asked in process (`sandbox.app`)."""
    return Sandbox(clock=noon)


@pytest.fixture
async def client_of(sandbox: Sandbox, noon: Clock) -> AsyncIterator[ClientOf]:
    """Makes a client for the person with this e-mail, in process; closed when the test is over."""
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.tenancy import Deployment
    from optilearn_tui.api.token import parse_token

    clients: list[Client] = []

    def make(email: str) -> Client:
        account = sandbox.account(email)
        client = Client(
            Deployment(base_domain=sandbox.base_domain, protocol=sandbox.protocol),
            account.institution,
            parse_token(account.session_token),
            clock=noon,
            app=sandbox.app,
        )
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.aclose()


@pytest.fixture
def live_sandbox(noon: Clock) -> Iterator[LiveSandbox]:
    """The bundled school at noon, behind a real socket on a free port of this machine."""
    with LiveSandbox(clock=noon) as live:
        yield live
