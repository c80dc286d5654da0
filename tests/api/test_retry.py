"""When a question is asked again by itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from optilearn_tui.api.errors import (
    ApiError,
    TimedOut,
    UnknownHost,
    Unreachable,
    UnreadableAnswer,
    UntrustedCertificate,
)
from optilearn_tui.api.retry import ONCE, Retry
from optilearn_tui.api.tenancy import Host
from optilearn_tui.api.wire import Answer, Request

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
READ = Request(Host.TENANT, "/a", "/a")
WRITE = Request(Host.TENANT, "/a", "/a", method="POST")


def answer(status: int, **headers: str) -> Answer:
    return Answer("h", status, NOW, {name.replace("_", "-"): value for name, value in headers.items()}, b"")


@pytest.mark.parametrize("outcome", [answer(429), answer(502), answer(503), answer(504), Unreachable()])
def test_passing_trouble_is_worth_another_try_when_reading(outcome: Answer | ApiError) -> None:
    assert Retry().is_worth_it(1, READ, outcome)
    assert not Retry().is_worth_it(1, WRITE, outcome)


@pytest.mark.parametrize(
    "outcome",
    [
        answer(200),
        answer(307),
        answer(400),
        answer(401),
        answer(404),
        answer(500),
        TimedOut(),
        UnknownHost(),
        UntrustedCertificate(),
        UnreadableAnswer("too-large"),
    ],
)
def test_nothing_else_is(outcome: Answer | ApiError) -> None:
    assert not Retry().is_worth_it(1, READ, outcome)


@pytest.mark.parametrize("outcome", [answer(429, retry_after="120"), answer(503, retry_after="0")])
def test_a_server_that_says_when_is_not_asked_before(outcome: Answer) -> None:
    assert not Retry().is_worth_it(1, READ, outcome)


def test_the_number_of_attempts_is_bounded() -> None:
    assert Retry(attempts=3).is_worth_it(2, READ, Unreachable())
    assert not Retry(attempts=3).is_worth_it(3, READ, Unreachable())
    assert not ONCE.is_worth_it(1, READ, Unreachable())


def test_pauses_are_random_and_bounded() -> None:
    retry = Retry(first=0.5, longest=1.5)
    pauses = [[retry.pause(attempt) for _ in range(200)] for attempt in (1, 2, 3, 9)]

    for row, longest in zip(pauses, (0.5, 1.0, 1.5, 1.5), strict=True):
        assert all(0 <= pause <= longest for pause in row)
        assert len(set(row)) > 100
