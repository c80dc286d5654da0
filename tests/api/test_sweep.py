"""One question about many things: a few at a time, each answered once, and nothing lost silently."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing, suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.errors import (
    ApiError,
    Forbidden,
    MissingServiceKey,
    NotFound,
    NotSignedIn,
    ServerTrouble,
    ServiceKeyRefused,
    ServiceKeyWanted,
    SessionEnded,
    TimedOut,
    TooManyRequests,
    UnknownHost,
    Unreachable,
    UnreadableAnswer,
)
from optilearn_tui.api.reading import Reading
from optilearn_tui.api.sweep import Swept, sweep

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


class Office:
    """Answers with twice the number; raises what `trouble` says for it."""

    def __init__(self, trouble: dict[int, ApiError] | None = None) -> None:
        self.trouble = trouble or {}
        self.asked: list[int] = []
        self.busy = self.busiest = 0

    async def ask(self, number: int) -> Reading[int]:
        self.asked.append(number)
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.sleep(0)
        self.busy -= 1
        if number in self.trouble:
            raise self.trouble[number]
        return Reading(number * 2, NOON)


async def swept(office: Office, numbers: range, at_once: int = 8) -> list[Swept[int, int]]:
    return [each async for each in sweep(numbers, office.ask, at_once=at_once)]


def values(outcomes: list[Swept[int, int]]) -> dict[int, int]:
    return {each.key: each.outcome.value for each in outcomes if isinstance(each.outcome, Reading)}


async def test_everything_asked_about_comes_back_with_its_answer() -> None:
    outcomes = await swept(office := Office(), range(20))

    assert values(outcomes) == {number: number * 2 for number in range(20)}
    assert office.asked == list(range(20))


async def test_nothing_to_ask_about_is_nothing() -> None:
    assert await swept(office := Office(), range(0)) == []
    assert not office.asked


async def test_no_more_are_asked_at_once_than_allowed() -> None:
    await swept(office := Office(), range(50), at_once=3)

    assert office.busiest == 3


async def test_what_is_asked_about_twice_is_asked_once() -> None:
    office = Office()

    outcomes = [each async for each in sweep([1, 2, 1, 1], office.ask)]

    assert sorted(each.key for each in outcomes) == office.asked == [1, 2]


async def test_an_answer_comes_as_soon_as_it_is_there() -> None:
    held = asyncio.Event()

    async def ask(number: int) -> Reading[int]:
        if number == 0:
            await held.wait()
        return Reading(number, NOON)

    async with aclosing(sweep(range(6), ask, at_once=2)) as outcomes:
        early = [(await anext(outcomes)).key for _ in range(5)]
        held.set()
        late = [each.key async for each in outcomes]

    assert early == [1, 2, 3, 4, 5]
    assert late == [0]


@pytest.mark.parametrize(
    "problem",
    [Forbidden(), ServiceKeyWanted(), NotFound(), ServerTrouble(), UnreadableAnswer("html"), TimedOut()],
)
async def test_trouble_with_one_costs_the_others_nothing(problem: ApiError) -> None:
    outcomes = await swept(Office({3: problem}), range(20))

    assert len(outcomes) == 20
    assert len(values(outcomes)) == 19
    (failed,) = [each for each in outcomes if each.key == 3]
    assert failed.outcome is problem


@pytest.mark.parametrize(
    "problem",
    [
        SessionEnded(),
        NotSignedIn(),
        MissingServiceKey(),
        ServiceKeyRefused(),
        Unreachable(),
        UnknownHost(),
        TooManyRequests(),
    ],
)
async def test_what_stops_one_for_good_stops_the_rest_which_are_named(problem: ApiError) -> None:
    outcomes = await swept(office := Office({5: problem}), range(500))

    assert sorted(each.key for each in outcomes) == list(range(500))
    assert len(office.asked) < 30
    assert {each.outcome for each in outcomes if each.key not in values(outcomes)} == {problem}
    assert set(values(outcomes)) >= set(range(5))


async def test_answers_that_came_beside_the_end_are_still_given() -> None:
    everybody = asyncio.Barrier(4)

    async def ask(number: int) -> Reading[int]:
        await everybody.wait()
        if number == 1:
            raise SessionEnded
        return Reading(number, NOON)

    outcomes = [each async for each in sweep(range(4), ask, at_once=4)]

    assert values(outcomes) == {0: 0, 2: 2, 3: 3}


async def test_nothing_but_time_outs_is_a_school_out_of_reach() -> None:
    outcomes = await swept(office := Office(dict.fromkeys(range(500), TimedOut())), range(500), at_once=4)

    assert len(outcomes) == 500
    assert len(office.asked) <= 8


async def test_a_time_out_now_and_then_is_not() -> None:
    trouble: dict[int, ApiError] = {number: TimedOut() for number in range(0, 60, 2)}

    outcomes = await swept(Office(trouble), range(60), at_once=4)

    assert len(values(outcomes)) == 30


class Held(Office):
    """Answers nobody from number 3 on, and counts who is given up."""

    def __init__(self) -> None:
        super().__init__()
        self.given_up = 0

    async def ask(self, number: int) -> Reading[int]:
        self.asked.append(number)
        try:
            if number >= 3:
                await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        return Reading(number, NOON)


async def test_closing_gives_up_what_is_under_way_and_asks_no_more() -> None:
    office = Held()
    async with aclosing(sweep(range(500), office.ask, at_once=4)) as outcomes:
        for _ in range(3):
            await anext(outcomes)

    assert office.given_up == len(office.asked) - 3
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_cancelled_reader_gives_up_what_is_under_way() -> None:
    office = Held()
    seen = asyncio.Event()

    async def read() -> None:
        async for _ in sweep(range(500), office.ask, at_once=4):
            seen.set()

    reader = asyncio.create_task(read())
    await seen.wait()
    reader.cancel()
    with suppress(asyncio.CancelledError):
        await reader

    assert reader.cancelled()
    assert len(office.asked) <= 3 + 4
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_fault_in_the_program_is_not_taken_for_an_answer() -> None:
    async def ask(number: int) -> Reading[int]:
        return Reading(1 // number, NOON)

    with pytest.raises(ZeroDivisionError):
        _ = [each async for each in sweep(range(9), ask)]

    assert asyncio.all_tasks() == {asyncio.current_task()}


TROUBLE: list[Callable[[], ApiError]] = [NotFound, TimedOut, SessionEnded, Unreachable, ServerTrouble]


@given(
    count=st.integers(0, 40),
    at_once=st.integers(1, 9),
    trouble=st.dictionaries(st.integers(0, 39), st.sampled_from(TROUBLE).map(lambda kind: kind())),
)
def test_each_thing_comes_back_exactly_once_whatever_happens(
    count: int, at_once: int, trouble: dict[int, ApiError]
) -> None:
    office = Office(trouble)

    outcomes = asyncio.run(swept(office, range(count), at_once))

    assert sorted(each.key for each in outcomes) == list(range(count))
    assert office.busiest <= at_once
    assert all(value == key * 2 and key not in trouble for key, value in values(outcomes).items())


async def test_an_older_answer_that_stands_in_says_why_there_is_no_newer_one() -> None:
    trouble = ServerTrouble()
    stale = Reading("a", NOON, stale_because=trouble)
    outcomes = (Reading("a", NOON), stale, trouble)

    assert [Swept("key", outcome).trouble for outcome in outcomes] == [None, trouble, trouble]
