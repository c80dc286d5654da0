"""What was asked ahead is answered once, to whoever asks next, and is forgotten where nobody does."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from typing import TypeVar

import pytest

from optilearn_tui.tui.asked_ahead import AskedAhead
from tests.simulated_time import SimulatedLoop, simulated_time

T = TypeVar("T")

A_SHORT_WHILE = 9.0
TOO_LONG = 11.0
"""Seconds from the answer on."""


class School:
    """Answers when it is let.

    Attributes:
        asked: about whom it was asked.
        may_answer: set while it answers.
        error: raised in place of an answer.
        given_up: how many gave up waiting for it.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.error: Exception | None = None
        self.given_up = 0

    async def ask(self, subject: str) -> str:
        """An answer about a subject, with the number of the question."""
        self.asked.append(subject)
        number = len(self.asked)
        try:
            await self.may_answer.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        if self.error is not None:
            raise self.error
        return f"{subject} {number}"


@pytest.fixture
def loop() -> Iterator[SimulatedLoop]:
    """Time in which nobody waits."""
    with simulated_time() as (loop, _):
        yield loop


def lived(loop: SimulatedLoop, story: Coroutine[None, None, T]) -> T:
    """What comes of a story."""
    return loop.run_until_complete(story)


def test_whoever_asks_next_gets_the_answer_that_is_under_way_and_the_one_after_asks(
    loop: SimulatedLoop,
) -> None:
    async def story() -> None:
        school = School()
        question = AskedAhead(school.ask)
        question.begin("Diya")
        assert question.begin("Diya") is question.begin("Diya")
        assert await question("Diya") == "Diya 1"
        assert await question("Diya") == "Diya 2"

    lived(loop, story())


def test_an_answer_is_about_whom_it_was_asked_in_whatever_order_answers_come(loop: SimulatedLoop) -> None:
    async def story() -> None:
        school = School()
        question = AskedAhead(school.ask)
        question.begin("Diya")
        question.begin("Kabir")
        assert await question("Kabir") == "Kabir 2"
        assert await question("Aarav") == "Aarav 3"
        assert await question("Diya") == "Diya 1"

    lived(loop, story())


@pytest.mark.parametrize(("seconds", "answer"), [(A_SHORT_WHILE, "Diya 1"), (TOO_LONG, "Diya 2")])
def test_an_answer_that_nobody_wanted_for_long_is_asked_for_anew(
    loop: SimulatedLoop, seconds: float, answer: str
) -> None:
    async def story() -> str:
        question = AskedAhead(School().ask)
        await question.begin("Diya")
        await asyncio.sleep(seconds)
        return await question("Diya")

    assert lived(loop, story()) == answer


def test_an_answer_that_took_long_to_come_is_as_good_as_any(loop: SimulatedLoop) -> None:
    async def story() -> str:
        school = School()
        school.may_answer.clear()
        question = AskedAhead(school.ask)
        question.begin("Diya")
        await asyncio.sleep(TOO_LONG)
        school.may_answer.set()
        await asyncio.sleep(1)
        return await question("Diya")

    assert lived(loop, story()) == "Diya 1"


def test_what_is_put_ahead_again_after_long_is_asked_anew(loop: SimulatedLoop) -> None:
    async def story() -> str:
        question = AskedAhead(School().ask)
        await question.begin("Diya")
        await asyncio.sleep(TOO_LONG)
        await question.begin("Diya")
        await asyncio.sleep(A_SHORT_WHILE)
        return await question("Diya")

    assert lived(loop, story()) == "Diya 2"


def test_who_waited_ahead_and_who_asks_next_get_the_same_error_and_the_one_after_asks(
    loop: SimulatedLoop,
) -> None:
    async def story() -> None:
        school = School()
        school.error = ConnectionError("no line")
        question = AskedAhead(school.ask)
        task = question.begin("Diya")
        await asyncio.wait([task])
        assert task.exception() is school.error
        with pytest.raises(ConnectionError, match="no line"):
            await question("Diya")
        school.error = None
        assert await question("Diya") == "Diya 2"

    lived(loop, story())


def test_an_error_that_nobody_asks_about_is_no_fault(loop: SimulatedLoop) -> None:
    faults: list[object] = []
    loop.set_exception_handler(lambda _, fault: faults.append(fault))

    async def story() -> None:
        school = School()
        school.error = ConnectionError("no line")
        question = AskedAhead(school.ask)
        question.begin("Diya")
        await asyncio.sleep(TOO_LONG)
        del question

    lived(loop, story())
    assert not faults


def test_who_gives_up_waiting_gives_up_the_question(loop: SimulatedLoop) -> None:
    async def story() -> School:
        school = School()
        school.may_answer.clear()
        question = AskedAhead(school.ask)
        question.begin("Diya")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await question("Diya")
        return school

    assert lived(loop, story()).given_up == 1


def test_what_nobody_wants_to_know_any_more_is_given_up_and_asked_anew(loop: SimulatedLoop) -> None:
    async def story() -> None:
        school = School()
        question = AskedAhead(school.ask)
        answered = question.begin("Diya")
        await answered
        school.may_answer.clear()
        waiting = question.begin("Kabir")
        await asyncio.sleep(1)
        question.give_up()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        assert school.given_up == 1
        school.may_answer.set()
        assert await question("Diya") == "Diya 3"
        assert await question("Kabir") == "Kabir 4"

    lived(loop, story())


def test_giving_up_does_not_take_the_answer_from_who_waits_for_it_by_now(loop: SimulatedLoop) -> None:
    async def story() -> str:
        school = School()
        school.may_answer.clear()
        question = AskedAhead(school.ask)
        question.begin("Diya")
        waiting = asyncio.ensure_future(question("Diya"))
        await asyncio.sleep(1)
        question.give_up()
        school.may_answer.set()
        return await waiting

    assert lived(loop, story()) == "Diya 1"
