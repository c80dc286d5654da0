"""Who came, and which screen they get."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.credentials import KeyringStore
from optilearn_tui.settings import Settings
from optilearn_tui.tui.confirm import ConfirmScreen
from optilearn_tui.tui.greeting import GreetingScreen
from optilearn_tui.tui.messages import SessionLost
from optilearn_tui.tui.parent import ParentScreen
from tests.tui.people import AARAV, GUEST, JOHN, MEERA, at_the_form, sign_in
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf


async def at_home(pilot: Pilot[None]) -> None:
    """Wait until somebody has a screen of their own."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ParentScreen | GreetingScreen))
    await settle(pilot)


async def test_a_parent_who_signed_in_before_sees_the_dashboard(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert "Meera Sharma" in screen_text(opened.app)
        assert isinstance(opened.app.screen, ParentScreen)


@pytest.mark.parametrize(
    ("email", "sentences"),
    [
        (AARAV, ("Hello, Aarav Sharma.", "This app is for parents and staff.", "learn.localhost")),
        (GUEST, ("it has not said whether you are a parent", "Ask the school's office")),
    ],
)
async def test_who_is_neither_parent_nor_staff_gets_a_friendly_screen_of_their_own(
    email: str, sentences: tuple[str, ...], program: ProgramOf
) -> None:
    opened = program(email=email)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        text = screen_text(opened.app)
        assert all(sentence in text for sentence in sentences), text


async def test_a_school_that_does_not_tell_its_name_is_called_by_its_slug(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("institution", status=500)
    opened = program(email=GUEST)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert "School: riverside" in screen_text(opened.app)


async def test_nobody_signed_in_means_the_form(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        assert "Sign in to your school" in screen_text(opened.app)


async def test_a_session_that_ended_is_said_above_the_form(program: ProgramOf, sandbox: Sandbox) -> None:
    opened = program(email=MEERA, token=sandbox.token(MEERA, lifetime=timedelta(days=-1)))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        text = screen_text(opened.app)
        assert "session" in text
        assert "✓ Riverside Public School" in text


async def test_a_session_that_cannot_be_kept_is_told_once(program: ProgramOf) -> None:
    opened = program(stores=[KeyringStore(allowed_backends=())], settings=Settings(institution="riverside"))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        opened.app.clear_notifications()
        await sign_in(pilot, MEERA)
        await at_home(pilot)
        assert len(opened.app._notifications) == 1
        assert isinstance(opened.app.screen, ParentScreen)


async def test_signing_out_is_asked_about_and_its_truth_told(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("ctrl+o")
        assert isinstance(opened.app.screen, ConfirmScreen)
        await pilot.press("enter")
        await at_the_form(pilot)
        text = screen_text(opened.app)
        assert "You are signed out" in text
        assert "may stay valid" in text
        assert "✓ Riverside Public School" in text


async def test_a_sign_out_thought_better_of_changes_nothing(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        before = screen_text(opened.app)
        await pilot.press("ctrl+o", "escape")
        await settle(pilot)
        assert screen_text(opened.app) == before


async def test_signed_out_while_the_school_is_down_is_still_signed_out(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    opened = program(email=GUEST)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        sandbox.weather.answer("csrf", status=500)
        sandbox.weather.answer("sign-out", status=500)
        await pilot.press("ctrl+o", "enter")
        await at_the_form(pilot)
        assert "could not be told" in screen_text(opened.app)


async def lose_the_session(pilot: Pilot[None], times: int = 1) -> None:
    """What a panel does when the server says that nobody is signed in."""
    await at_home(pilot)
    for _ in range(times):
        pilot.app.screen.post_message(SessionLost())
    await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))


async def test_a_lost_session_is_said_once_and_what_was_seen_stays(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await lose_the_session(pilot, times=3)
        assert len([screen for screen in opened.app.screen_stack if isinstance(screen, ConfirmScreen)]) == 1
        await pilot.press("escape")
        await settle(pilot)
        text = screen_text(opened.app)
        assert "दीया शर्मा" in text
        assert "Sign in" in text.splitlines()[-1]


async def test_the_same_person_goes_on_where_the_lost_session_stopped(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await lose_the_session(pilot)
        dashboard = opened.app.home
        await pilot.press("enter")
        await sign_in(pilot, MEERA)
        await at_home(pilot)
        assert opened.app.screen is dashboard


async def test_another_person_never_sees_what_the_former_one_saw(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await lose_the_session(pilot)
        dashboard = opened.app.home
        await pilot.press("enter")
        await sign_in(pilot, JOHN)
        await at_home(pilot)
        assert opened.app.screen is not dashboard
        assert len(opened.app.screen_stack) == 2
        assert "Aarav" not in screen_text(opened.app)


async def test_going_back_from_the_form_leads_to_the_old_data(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await lose_the_session(pilot)
        await pilot.press("enter")
        await at_the_form(pilot)
        await pilot.press("escape")
        await at_home(pilot)
        await pilot.press("ctrl+o")
        await at_the_form(pilot)


async def test_a_stranger_may_use_another_account(program: ProgramOf) -> None:
    opened = program(email=GUEST)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("tab", "enter")
        await sign_in(pilot, MEERA)
        await at_home(pilot)
        assert isinstance(opened.app.screen, ParentScreen)


async def test_leaving_keeps_the_session_as_the_school_renewed_it(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        await pilot.press("q")
    assert opened.app.return_code == 0
