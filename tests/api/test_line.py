"""How good the line is, and how much went over it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.bounds import PATIENCE
from optilearn_tui.api.cache import Amount, MemoryShelf
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import Offline
from optilearn_tui.api.line import Line
from optilearn_tui.api.retry import Retry
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.api.traffic import Traffic
from tests.api.little_school import LittleSchool, data, html
from tests.api.tokens import jwe
from tests.conftest import NOON

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

FEES = "/api/lms/students/c-1/fee-status"
TODAY = NOON.astimezone().date().isoformat()


def line(*waits: float) -> Line:
    observed = Line()
    for wait in waits:
        observed.observe(wait, 200, 0.0)
    return observed


def test_nothing_is_said_of_a_line_before_it_was_used() -> None:
    assert (line().latency, line().throughput, line().is_slow) == (None, None, False)


@pytest.mark.parametrize(
    ("waits", "is_slow"),
    [
        ((0.9,), False),
        ((0.9, 0.9, 0.9), True),
        ((2.0, 2.0, 0.1), False),
        ((0.1, *([0.7] * 8)), True),
        ((0.05, 0.05, 0.05), False),
    ],
)
def test_it_is_slow_where_even_the_best_of_the_last_answers_took_long(
    waits: tuple[float, ...], is_slow: bool
) -> None:
    assert line(*waits).is_slow is is_slow


def test_a_large_answer_that_trickles_in_makes_it_slow() -> None:
    slow, quick, small = line(), line(), line()
    slow.observe(0.1, 40_000, 5.0)
    quick.observe(0.1, 40_000, 0.5)
    small.observe(0.1, 400, 5.0)

    assert (slow.throughput, slow.is_slow) == (8_000, True)
    assert (quick.throughput, quick.is_slow) == (80_000, False)
    assert (small.throughput, small.is_slow) == (None, False)


async def test_the_line_is_measured_by_what_is_asked_anyway(school: LittleSchool, client: Client) -> None:
    school.answer(FEES, data({}))
    await client.fees.of("c-1")

    assert client.line.latency is not None


async def test_a_day_adds_up_over_runs(noon: Clock) -> None:
    shelf = MemoryShelf()
    for _ in range(2):
        traffic = Traffic(noon, lambda: shelf)
        traffic.count(received=100, sent=10)
        traffic.count(received=200, sent=20)
        assert (traffic.received, traffic.sent) == (300, 30)
        assert await traffic.today() == await shelf.counted(TODAY)

    assert await shelf.counted(TODAY) == Amount(600, 60)


async def test_much_is_written_down_on_the_way(noon: Clock) -> None:
    shelf = MemoryShelf()
    Traffic(noon, lambda: shelf).count(received=100_000, sent=0)

    assert await shelf.counted(TODAY) == Amount(100_000, 0)


async def test_the_rest_is_written_down_when_the_client_is_closed(school: LittleSchool, noon: Clock) -> None:
    shelf = MemoryShelf()
    school.answer(FEES, data({}))
    async with Client(Deployment(), "riverside", jwe(), clock=noon, app=school, shelf=shelf) as client:
        await client.fees.of("c-1")

    assert await shelf.counted(TODAY) == Amount(client.traffic.received, client.traffic.sent)
    assert client.traffic.received > len(data({}).body)


async def test_where_every_byte_counts_answers_may_take_longer(client: Client) -> None:
    usual = client._transport.bounds
    client.low_data = True
    patient = client._transport.bounds

    assert client.low_data
    assert (patient.connect, patient.whole) == (usual.connect * PATIENCE, usual.whole * PATIENCE)
    assert (patient.body, patient.connections) == (usual.body, usual.connections)
    client.low_data = False
    assert client._transport.bounds == usual


async def test_going_offline_ends_what_is_tried_again(school: LittleSchool, noon: Clock) -> None:
    school.answer(FEES, html(503))
    gate = school.hold(FEES)
    patient = Retry(attempts=3, first=0, longest=0)
    async with Client(Deployment(), "riverside", jwe(), clock=noon, app=school, retry=patient) as client:
        asking = asyncio.create_task(client.fees.of("c-1"))
        await school.arrival(1)
        client.offline = True
        gate.set()

        with pytest.raises(Offline):
            await asking
        assert len(school.asked) == 1


async def test_getting_ready_sends_nothing_and_complains_of_nothing(
    school: LittleSchool, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    await client.prepare()
    monkeypatch.setenv("ALL_PROXY", "nonsense://proxy")
    async with Client(Deployment(), "riverside") as other:
        await other.prepare()

    assert school.asked == []
