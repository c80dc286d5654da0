"""Questions that heed the economy: what is due waits, what is known already is not asked for."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual.app import App

from optilearn_tui.api import errors
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.economy import Economy
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.question import Question
from optilearn_tui.tui.rhythm import Rhythm
from tests.tui.screen_text import settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

NOW = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
RESTLESS = Rhythm(refresh=0.001, first=0.001, longest=0.001)
CALM = Rhythm(refresh=300, first=3600, longest=3600)


def reading(value: str, *, minutes: int = 0, is_old: bool = False) -> Reading[str]:
    return Reading(value, NOW - timedelta(minutes=minutes), is_old=is_old)


class School:
    """Answers each subject with itself and how often it was asked; may keep answers of earlier."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.anew: list[str] = []
        self.kept: dict[str, Reading[str]] = {}
        self.trouble: errors.ApiError | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.old: Reading[str] | None = None

    async def ask(self, subject: str) -> Reading[str]:
        self.asked.append(subject)
        await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
        return self.old or reading(subject)

    async def ask_anew(self, subject: str) -> Reading[str]:
        self.anew.append(subject)
        await self.gate.wait()
        return reading(f"{subject} anew")

    async def recollect(self, subject: str) -> Reading[str] | None:
        return self.kept.get(subject)


class Asking(App[None]):
    """Keeps what it is told."""

    def __init__(self, school: School, rhythm: Rhythm) -> None:
        super().__init__()
        self.economy = Economy()
        self.told: list[Feed[str]] = []
        self._school = school
        self._rhythm = rhythm

    def on_mount(self) -> None:
        self.question: Question[str, str] = Question(
            self.screen,
            self._school.ask,
            self.told.append,
            rhythm=self._rhythm,
            clock=lambda: NOW,
            economy=self.economy,
            anew=self._school.ask_anew,
            recollect=self._school.recollect,
        )


async def turns(pilot: Pilot[None]) -> None:
    """Let everything run that is about to."""
    for _ in range(20):
        await pilot.pause()


async def test_what_is_known_is_told_at_once_and_not_asked_for_before_it_is_due() -> None:
    school = School()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a", reading("known", minutes=2))
        await settle(pilot)
        assert app.told == [Feed("a", reading("known", minutes=2))]
        assert school.asked == school.anew == []


async def test_a_clock_that_was_put_back_does_not_put_off_the_next_question() -> None:
    school = School()
    app = Asking(school, RESTLESS)
    async with app.run_test() as pilot:
        app.question.about("a", reading("known", minutes=-60))
        await until(pilot, lambda: bool(school.anew))


async def test_what_is_known_and_due_is_shown_while_it_is_asked_for_anew() -> None:
    school = School()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a", reading("known", minutes=6))
        assert app.told == [Feed("a", reading("known", minutes=6), loading=True)]
        await settle(pilot)
        assert app.told[-1] == Feed("a", reading("a anew"))
        assert school.asked == []


async def test_what_an_earlier_run_kept_is_shown_until_there_is_an_answer() -> None:
    school = School()
    school.kept["a"] = reading("kept", minutes=180, is_old=True)
    school.gate.clear()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        await until(pilot, lambda: app.told[-1] == Feed("a", school.kept["a"], loading=True))
        assert app.told[-1].saved
        school.gate.set()
        await settle(pilot)
        assert app.told[-1] == Feed("a", reading("a"))


async def test_what_was_kept_stays_with_its_age_and_the_reason_when_there_is_no_answer() -> None:
    school = School()
    school.kept["a"] = reading("kept", minutes=180, is_old=True)
    school.trouble = errors.TimedOut()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        assert app.told[-1] == Feed("a", school.kept["a"], school.trouble)


async def test_what_was_kept_is_not_shown_to_somebody_the_school_refuses_it_to() -> None:
    school = School()
    school.kept["a"] = reading("kept", minutes=180, is_old=True)
    school.trouble = errors.Forbidden()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        assert app.told[-1] == Feed("a", None, school.trouble)


async def test_what_was_kept_of_one_never_shows_under_another() -> None:
    school = School()
    school.kept["a"] = reading("kept", minutes=180, is_old=True)
    school.gate.clear()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        app.question.about("b")
        await turns(pilot)
        assert all(feed.reading is None for feed in app.told)
        school.gate.set()
        await settle(pilot)


async def test_an_answer_older_than_it_may_be_is_shown_and_followed_by_a_newer_one() -> None:
    school = School()
    school.old = reading("old", minutes=7, is_old=True)
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        assert [feed.reading for feed in app.told if feed.reading] == [school.old, reading("a anew")]
        assert school.anew == ["a"]


async def test_an_answer_of_earlier_in_place_of_one_now_is_shown_with_the_reason() -> None:
    school = School()
    trouble = errors.ServerTrouble(status=502)
    school.old = Reading("old", NOW - timedelta(minutes=30), stale_because=trouble, is_old=True)
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        assert app.told[-1] == Feed("a", school.old, trouble)
        assert school.anew == []


async def test_what_comes_due_without_the_focus_is_asked_once_it_is_back() -> None:
    school = School()
    app = Asking(school, RESTLESS)
    async with app.run_test() as pilot:
        app.question.about("a")
        app.economy.attended = False
        await settle(pilot)
        await turns(pilot)
        asked = len(school.asked) + len(school.anew)
        await turns(pilot)
        assert len(school.asked) + len(school.anew) == asked
        app.economy.attended = True
        await until(pilot, lambda: len(school.anew) > 2)


async def test_in_low_data_mode_only_what_is_not_known_at_all_is_asked_again_by_itself() -> None:
    school = School()
    school.trouble = errors.Unreachable()
    app = Asking(school, RESTLESS)
    async with app.run_test() as pilot:
        app.economy.low_data = True
        app.question.about("a")
        await until(pilot, lambda: bool(school.anew))
        await settle(pilot)
        await turns(pilot)
        count = len(school.anew)
        assert app.told[-1].reading == reading("a anew")
        await turns(pilot)
        assert len(school.anew) == count
        app.economy.low_data = False
        await until(pilot, lambda: len(school.anew) > count)


async def test_offline_gives_up_at_once_keeps_what_is_known_and_catches_up_afterwards() -> None:
    school = School()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        school.gate.clear()
        app.question.again()
        await until(pilot, lambda: school.anew == ["a"])
        app.economy.offline = True
        assert app.told[-1].reading == reading("a")
        assert isinstance(app.told[-1].error, errors.Offline)
        assert not app.told[-1].loading
        count = len(app.told)
        app.economy.low_data = True
        assert len(app.told) == count
        school.gate.set()
        app.economy.offline = False
        await settle(pilot)
        assert app.told[-1] == Feed("a", reading("a anew"))


async def test_who_flips_through_asks_only_about_the_one_that_is_looked_at() -> None:
    school = School()
    app = Asking(school, Rhythm(refresh=0, dwell=0.2))
    async with app.run_test() as pilot:
        for subject in "abcde":
            app.question.about(subject)
        await settle(pilot)
        assert school.asked == ["e"]
        assert app.told[-1] == Feed("e", reading("e"))


async def test_who_went_away_in_the_middle_of_a_change_is_not_asked_for() -> None:
    school = School()
    app = Asking(school, CALM)
    async with app.run_test() as pilot:
        app.question.about("a")
        await settle(pilot)
        app.question.about(None)
        app.economy.offline = True
        app.economy.offline = False
        await settle(pilot)
        assert school.asked == ["a"]
        assert app.told[-1] == Feed(None)


async def test_a_question_that_was_stopped_asks_no_more_and_tells_nothing() -> None:
    school = School()
    school.gate.clear()
    app = Asking(school, RESTLESS)
    async with app.run_test() as pilot:
        app.question.about("a")
        await until(pilot, lambda: school.asked == ["a"])
        told = list(app.told)
        app.question.stop()
        school.gate.set()
        await settle(pilot)
        app.question.again()
        await turns(pilot)
        assert app.told == told
        assert school.anew == []
