"""A host that gives no answer is left alone for a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.circuit import Circuit
from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import Offline, TimedOut, UnknownHost, Unreachable, UnreadableAnswer
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.tenancy import Deployment, Host
from optilearn_tui.api.wire import Answer
from tests.api.raw_server import reply, serving
from tests.api.tokens import jwe

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

ANSWER = Answer(host="x", status=500, at=datetime(2026, 4, 15, tzinfo=UTC), headers={}, body=b"")


@dataclass
class Stopwatch:
    """Seconds that pass when they are told to."""

    now: float = 0.0

    def __call__(self) -> float:
        """The present second."""
        return self.now


@pytest.fixture
def watch() -> Stopwatch:
    """A clock for the circuit."""
    return Stopwatch()


@pytest.fixture
def circuit(watch: Stopwatch) -> Circuit:
    """A circuit with that clock."""
    return Circuit(watch)


def fail(circuit: Circuit, problem: Unreachable | None = None) -> None:
    circuit.settle(Host.TENANT, circuit.begin(Host.TENANT), problem or TimedOut(host="x"))


def is_shut(circuit: Circuit, host: Host = Host.TENANT) -> bool:
    try:
        circuit.begin(host)
    except Unreachable:
        return True
    return False


def test_after_no_answer_a_host_fails_at_once_with_the_same_error(circuit: Circuit) -> None:
    fail(circuit, UnknownHost(host="x"))

    with pytest.raises(UnknownHost) as caught:
        circuit.begin(Host.TENANT)

    assert caught.value.host == "x"
    assert not is_shut(circuit, Host.LEARN)


def test_pauses_grow_and_have_an_end(circuit: Circuit, watch: Stopwatch) -> None:
    for pause in (5, 10, 20, 40, 60, 60):
        fail(circuit)
        watch.now += pause - 0.1
        assert is_shut(circuit)
        watch.now += 0.1


def test_after_the_pause_one_goes_ahead_and_the_others_wait_for_what_it_finds(
    circuit: Circuit, watch: Stopwatch
) -> None:
    fail(circuit)
    watch.now += 5

    turn = circuit.begin(Host.TENANT)
    assert is_shut(circuit)
    circuit.settle(Host.TENANT, turn, ANSWER)

    assert not is_shut(circuit)


def test_what_fails_side_by_side_counts_once(circuit: Circuit, watch: Stopwatch) -> None:
    turns = [circuit.begin(Host.TENANT) for _ in range(5)]
    for turn in turns:
        circuit.settle(Host.TENANT, turn, TimedOut())
    watch.now += 5

    assert not is_shut(circuit)


def test_a_host_that_answered_another_meanwhile_is_not_dead(circuit: Circuit) -> None:
    slow, quick = circuit.begin(Host.TENANT), circuit.begin(Host.TENANT)
    circuit.settle(Host.TENANT, quick, ANSWER)
    circuit.settle(Host.TENANT, slow, TimedOut())

    assert not is_shut(circuit)


@pytest.mark.parametrize("outcome", [Offline(), UnreadableAnswer("html")])
def test_some_trouble_says_nothing_against_the_host(
    circuit: Circuit, outcome: Offline | UnreadableAnswer
) -> None:
    circuit.settle(Host.TENANT, circuit.begin(Host.TENANT), outcome)

    assert not is_shut(circuit)


def test_a_person_who_asks_again_is_not_kept_waiting(circuit: Circuit) -> None:
    fail(circuit)
    circuit.reset()

    assert not is_shut(circuit)


async def test_a_dead_server_is_tried_once_and_then_not_for_a_while(noon: Clock) -> None:
    tried = 0

    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        nonlocal tried
        tried += 1
        writer.close()

    async with (
        serving(talk) as deployment,
        Client(deployment, "riverside", jwe(), clock=noon, retry=ONCE) as client,
    ):
        for _ in range(10):
            with pytest.raises(Unreachable):
                await client.fees.of("c-1")
        assert tried == 1
        client.try_again()
        with pytest.raises(Unreachable):
            await client.fees.of("c-1")
        assert tried == 2


async def test_a_server_that_is_back_answers_a_person_who_asks_again(noon: Clock) -> None:
    answers: list[Callable[[asyncio.StreamWriter], None]] = [
        lambda writer: writer.close(),
        lambda writer: writer.write(reply(b'{"data": {"status": "PAID"}}')),
    ]

    async def talk(_: bytes, writer: asyncio.StreamWriter) -> None:
        answers.pop(0)(writer)

    async with (
        serving(talk) as deployment,
        Client(
            Deployment(deployment.base_domain, "http"), "riverside", jwe(), clock=noon, retry=ONCE
        ) as client,
    ):
        with pytest.raises(Unreachable):
            await client.fees.of("c-1")
        client.try_again()

        assert (await client.fees.of("c-1")).value.status == "PAID"
