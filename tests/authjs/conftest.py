"""A genuine Auth.js server for each worker, and a client that asks it. Skipped where node is missing."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.retry import ONCE
from tests.authjs.genuine_server import GenuineServer, what_is_missing


@pytest.fixture(scope="session")
def running_server() -> Iterator[GenuineServer]:
    """The process. `OPTILEARN_REQUIRE_AUTHJS`, which the gate sets, forbids to go on without it."""
    if reason := what_is_missing():
        if os.environ.get("OPTILEARN_REQUIRE_AUTHJS"):
            pytest.fail(reason)
        pytest.skip(reason)
    with GenuineServer() as server:
        yield server


@pytest.fixture
def server(running_server: GenuineServer) -> GenuineServer:
    """The server as it is at the beginning."""
    running_server.reset()
    return running_server


@pytest.fixture
async def client(server: GenuineServer) -> AsyncIterator[Client]:
    """A client of that server where nobody is signed in yet, which asks once."""
    async with Client(server.deployment, "riverside", retry=ONCE) as client:
        yield client
