"""The school is asked every hour who is signed in; what it says is told, and trouble is passed over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.confirm import ConfirmScreen
from optilearn_tui.tui.parent import ParentScreen
from tests.tui.people import MEERA, at_the_form
from tests.tui.program import Program
from tests.tui.screen_text import screen_text, settle
from tests.tui.test_doorway import asked, confirmed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf


def pause_of(pilot: Pilot[None]) -> float:
    """Seconds until the school is asked again."""
    assert isinstance(pilot.app, OptiLearnApp)
    timer = pilot.app._watch._timer
    assert timer is not None
    return timer._interval


async def an_hour_later(pilot: Pilot[None]) -> None:
    """What the timer does when it is due."""
    assert isinstance(pilot.app, OptiLearnApp)
    pilot.app._watch.again()
    await settle(pilot)


async def test_the_school_is_asked_again_in_an_hour(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        assert pause_of(pilot) == 3600
        await an_hour_later(pilot)
        assert asked(sandbox, "session") == 2
        assert pause_of(pilot) == 3600


async def test_several_questions_at_once_are_one(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        gate = sandbox.weather.hold("session")
        for _ in range(5):
            app._watch.again()
        await gate.reached()
        gate.release()
        await settle(pilot)
        assert asked(sandbox, "session") == 2


async def test_trouble_is_passed_over_in_silence_and_asked_about_sooner(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        before = screen_text(app)
        sandbox.weather.answer("session", status=500)
        pauses = []
        for _ in range(3):
            await an_hour_later(pilot)
            pauses.append(pause_of(pilot))
        assert pauses == [5, 10, 20]
        assert screen_text(app) == before
        sandbox.weather.clear()
        await an_hour_later(pilot)
        assert pause_of(pilot) == 3600


async def test_a_session_that_was_ended_elsewhere_is_told_and_not_asked_about_any_more(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        sandbox.weather.body("session", "null")
        await an_hour_later(pilot)
        assert isinstance(app.screen, ConfirmScreen)
        assert not app._watch.is_on
        assert isinstance(app.home, ParentScreen)


async def test_a_session_that_became_another_schools_is_told(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        moved = '{"user": {"id": "x", "institutionSlug": "springdale"}, "expires": "2026-05-15T06:30:00Z"}'
        sandbox.weather.body("session", moved)
        await an_hour_later(pilot)
        assert "Go to the other school?" in screen_text(app)
        await pilot.press("escape")
        await at_the_form(pilot)


async def test_whoever_signs_out_is_not_asked_about_any_more(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.press("ctrl+o", "enter")
        await at_the_form(pilot)
        before = asked(sandbox, "session")
        await an_hour_later(pilot)
        assert asked(sandbox, "session") == before


async def test_a_session_that_nothing_renews_is_warned_about_in_time(
    sandbox: Sandbox,
) -> None:
    now = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
    moment = [now]
    user = '{"user": {"id": "u-1", "email": "meera.sharma@example.com", "institutionSlug": "riverside", '
    user += '"isContact": true, "contactId": "c-meera", "contactType": "CONTACT_PARENT"}, "expires": "%s"}'
    sandbox.weather.body("session", user % (now + timedelta(hours=30)).isoformat())
    app = Program(sandbox, lambda: moment[0], known=[MEERA]).app
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await confirmed(pilot)
        assert "Your session ends" not in screen_text(app)
        assert 0 < pause_of(pilot) <= 3600
        for hours in (7, 8):
            moment[0] = now + timedelta(hours=hours)
            await an_hour_later(pilot)
        assert len(app._notifications) == 1
        assert "Your session ends" in screen_text(app)
        assert "F8" in screen_text(app)
