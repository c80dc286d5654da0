"""Asking again and again: gently, patiently, and about one subject at a time."""

from __future__ import annotations

import asyncio
import gc
import warnings
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from optilearn_tui.api import errors
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.question import Question, Rhythm
from tests.tui.screen_text import settle, until

if TYPE_CHECKING:
    from optilearn_tui.tui.messages import SessionLost

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
AT_ONCE = Rhythm(refresh=0, first=0.001, longest=0.001)


class School:
    """Answers each subject with itself, when and as a test says."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.trouble: list[errors.ApiError] = []

    async def ask(self, subject: str) -> Reading[str]:
        self.asked.append(subject)
        if subject in self.gates:
            await self.gates[subject].wait()
        if self.trouble:
            raise self.trouble.pop(0)
        return Reading(subject, NOW)


class Asking(App[None]):
    """Keeps what it is told."""

    def __init__(self, school: School, rhythm: Rhythm) -> None:
        super().__init__()
        self.told: list[Feed[str]] = []
        self.lost = 0
        self._school = school
        self._rhythm = rhythm

    def on_mount(self) -> None:
        self.question: Question[str, str] = Question(
            self.screen, self._school.ask, self.told.append, rhythm=self._rhythm, clock=lambda: NOW
        )

    def on_session_lost(self, _: SessionLost) -> None:
        self.lost += 1


@pytest.fixture
def school() -> School:
    return School()


async def test_a_new_subject_is_blank_at_once_and_then_answered(school: School) -> None:
    app = Asking(school, AT_ONCE)
    async with app.run_test() as pilot:
        app.question.about("a")
        assert app.told == [Feed("a", loading=True)]
        await settle(pilot)
        assert app.told[-1] == Feed("a", Reading("a", NOW))


async def test_a_late_answer_about_the_former_subject_is_dropped(school: School) -> None:
    app = Asking(school, AT_ONCE)
    school.gates["a"] = asyncio.Event()
    async with app.run_test() as pilot:
        app.question.about("a")
        await until(pilot, lambda: school.asked == ["a"])
        app.question.about("b")
        school.gates["a"].set()
        await settle(pilot)
        assert {feed.reading.value for feed in app.told if feed.reading} == {"b"}


async def test_after_a_failure_the_old_answer_stays_and_the_question_is_asked_again(school: School) -> None:
    app = Asking(school, AT_ONCE)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        school.trouble = [errors.Unreachable(), errors.TimedOut()]
        app.question.again()
        await until(pilot, lambda: len(school.asked) == 4)
        await settle(pilot)
        assert [type(feed.error) for feed in app.told if feed.error and not feed.loading] == [
            errors.Unreachable,
            errors.TimedOut,
        ]
        assert all(feed.reading for feed in app.told[2:])
        assert app.told[-1] == Feed("a", Reading("a", NOW))


async def test_a_lost_session_is_told_and_nothing_is_asked_any_more(school: School) -> None:
    app = Asking(school, AT_ONCE)
    school.trouble = [errors.SessionEnded()]
    async with app.run_test() as pilot:
        app.question.about("a")
        await until(pilot, lambda: app.lost == 1)
        await settle(pilot)
        assert school.asked == ["a"]
        assert isinstance(app.told[-1].error, errors.SessionEnded)


async def test_nothing_is_asked_without_a_subject(school: School) -> None:
    app = Asking(school, Rhythm(refresh=0.001))
    async with app.run_test() as pilot:
        app.question.again()
        await settle(pilot)
        assert school.asked == []
        app.question.about("a")
        await until(pilot, lambda: len(school.asked) > 2)
        app.question.about(None)
        await settle(pilot)
        count = len(school.asked)
        for _ in range(20):
            await pilot.pause()
        assert len(school.asked) == count
        assert app.told[-1] == Feed(None)


def test_pauses_after_failures_grow_to_five_minutes() -> None:
    rhythm = Rhythm()
    pauses = [rhythm.after(failures, errors.Unreachable(), NOW) for failures in range(1, 8)]
    assert pauses == [15, 30, 60, 120, 240, 300, 300]
    assert rhythm.after(10_000, errors.Unreachable(), NOW) == 300


def test_answers_and_refusals_are_followed_by_the_usual_pause() -> None:
    assert Rhythm(refresh=120).after(0, None, NOW) == 120
    assert Rhythm(refresh=120).after(3, errors.Forbidden(), NOW) == 120
    assert Rhythm(refresh=0).after(0, None, NOW) is None


def test_a_server_that_names_a_time_is_left_alone_until_then() -> None:
    busy = errors.TooManyRequests(until=NOW + timedelta(minutes=20))
    assert Rhythm().after(1, busy, NOW) == 1200
    assert Rhythm().after(1, errors.TooManyRequests(), NOW) == 15


def test_a_lost_session_is_not_asked_about_by_itself() -> None:
    assert Rhythm().after(1, errors.SessionEnded(), NOW) is None


async def test_a_question_given_up_before_it_began_leaves_nothing_behind(school: School) -> None:
    app = Asking(school, AT_ONCE)
    async with app.run_test() as pilot:
        app.question.about("a")
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            app.question.about("b")
            await settle(pilot)
            gc.collect()
        assert [str(each.message) for each in heard] == []
        assert school.asked == ["b"]


async def test_an_answer_that_will_do_is_refreshed_without_a_word_until_the_new_one_is_there(
    school: School,
) -> None:
    app = Asking(school, Rhythm(refresh=0.001))
    async with app.run_test() as pilot:
        app.question.about("a")
        await until(pilot, lambda: len(school.asked) > 3)
        app.question.stop()
        assert [feed.loading for feed in app.told].count(True) == 1


async def test_a_refusal_is_asked_again_without_a_word_too(school: School) -> None:
    school.trouble = [errors.NotFound() for _ in range(100)]
    app = Asking(school, Rhythm(refresh=0.001))
    async with app.run_test() as pilot:
        app.question.about("a")
        await until(pilot, lambda: len(school.asked) > 3)
        app.question.stop()
        assert [feed.loading for feed in app.told].count(True) == 1


async def test_whoever_asks_for_a_refresh_is_told_that_it_is_under_way(school: School) -> None:
    app = Asking(school, AT_ONCE)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        app.question.again()
        assert app.told[-1] == Feed("a", Reading("a", NOW), loading=True)
        await settle(pilot)
