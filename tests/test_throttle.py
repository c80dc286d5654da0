"""The line that the benchmarks measure with counts what goes over it."""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.throttle import Line, Throttle

if TYPE_CHECKING:
    from optilearn_tui.sandbox.live import LiveSandbox

LOOK_UP = "/api/portal/institution"


def ask(port: int, *paths: str) -> int:
    """Ask the school over one connection; returns the bytes of the bodies."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    size = 0
    for path in paths:
        connection.request("GET", path, headers={"Host": "riverside.localhost"})
        size += len(connection.getresponse().read())
    connection.close()
    return size


@pytest.mark.parametrize("line", [Line(), Line(kbit=10_000, rtt=1)])
def test_every_request_and_every_byte_is_counted(live_sandbox: LiveSandbox, line: Line) -> None:
    with Throttle(live_sandbox.port, line) as throttle:
        size = ask(throttle.port, LOOK_UP, f"{LOOK_UP}?slug=riverside", LOOK_UP)
        traffic = throttle.look()
        again = throttle.look()

    assert [each.path for each in traffic.exchanges] == [LOOK_UP] * 3
    assert (traffic.requests, traffic.connections) == (3, 1)
    assert traffic.received > size
    assert traffic.sent > 3 * len(LOOK_UP)
    assert (again.requests, again.received, again.connections) == (0, 0, 0)


def test_a_slow_line_passes_everything_on_as_it_was(live_sandbox: LiveSandbox) -> None:
    straight = ask(live_sandbox.port, LOOK_UP, "/nothing/here")
    with Throttle(live_sandbox.port, Line(kbit=500, rtt=2)) as throttle:
        assert ask(throttle.port, LOOK_UP, "/nothing/here") == straight
