"""A known person's screens stand at once, and the school is asked behind them whose they are."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.confirm import ConfirmScreen
from optilearn_tui.tui.greeting import GreetingScreen
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.staff.staff_screen import StaffScreen
from tests.tui.people import AARAV, JOHN, MEERA, PRINCIPAL, at_the_form, sign_in
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf


async def confirmed(pilot: Pilot[None]) -> None:
    """Wait until the school has said who it is."""
    await until(pilot, lambda: isinstance(pilot.app, OptiLearnApp) and pilot.app._is_confirmed)
    await settle(pilot)


def asked(sandbox: Sandbox, part: str) -> int:
    """How often the school was asked for this."""
    return [visit.part for visit in sandbox.visits].count(part)


async def test_a_known_parents_dashboard_stands_before_the_school_has_said_who_it_is(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("session")
    opened = program(known=[MEERA])
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await gate.reached()
        await until(pilot, lambda: "Recent grades" in screen_text(opened.app))
        assert "Meera Sharma" in screen_text(opened.app)
        assert not opened.app._is_confirmed
        gate.release()
        await confirmed(pilot)
        assert asked(sandbox, "session") == 1
        assert isinstance(opened.app.screen, ParentScreen)


async def test_known_staff_are_in_their_room_at_once(program: ProgramOf, sandbox: Sandbox) -> None:
    gate = sandbox.weather.hold("session")
    opened = program(known=[PRINCIPAL])
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await gate.reached()
        await until(pilot, lambda: isinstance(opened.app.screen, StaffScreen))
        gate.release()
        await confirmed(pilot)
        assert isinstance(opened.app.screen, StaffScreen)


async def test_a_known_student_is_greeted_only_once_the_school_has_said_who_it_is(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("session")
    opened = program(known=[AARAV])
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await gate.reached()
        assert "Opening…" in screen_text(opened.app)
        gate.release()
        await until(pilot, lambda: isinstance(opened.app.screen, GreetingScreen))


async def test_nothing_is_asked_twice_once_the_school_has_said_that_it_is_the_same_person(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    opened = program(known=[MEERA])
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        assert isinstance(opened.app.screen, ParentScreen)
        assert asked(sandbox, "session") == 1
        assert asked(sandbox, "children") + asked(sandbox, "my-children") == 1


async def test_where_the_session_is_anothers_their_home_is_opened_anew(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("session")
    opened = program(known=[MEERA], token=sandbox.token(JOHN))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await gate.reached()
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        provisional = opened.app.screen
        gate.release()
        await confirmed(pilot)
        assert opened.app.screen is not provisional
        text = screen_text(opened.app)
        assert "Meera" not in text
        assert "Aarav" not in text


async def test_a_session_that_is_over_leaves_the_screen_and_asks_once(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    opened = program(known=[MEERA], token=sandbox.token(MEERA, lifetime=timedelta(days=-1)))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ConfirmScreen))
        await settle(pilot)
        assert "Your session has ended." in screen_text(opened.app)
        assert len([each for each in opened.app.screen_stack if isinstance(each, ConfirmScreen)]) == 1
        home = opened.app.home
        assert isinstance(home, ParentScreen)
        await pilot.press("enter")
        await sign_in(pilot, MEERA)
        await until(pilot, lambda: opened.app.screen is home)


@pytest.mark.parametrize("trouble", ["500", "html"])
async def test_trouble_leaves_the_person_where_they_are_and_is_asked_about_again(
    trouble: str, program: ProgramOf, sandbox: Sandbox
) -> None:
    sandbox.weather.fail("session", trouble)
    opened = program(known=[MEERA], pauses=lambda: [0.01] * 1000)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asked(sandbox, "session") > 2)
        assert isinstance(opened.app.screen, ParentScreen)
        assert not opened.app._is_confirmed
        sandbox.weather.clear()
        await confirmed(pilot)
        assert isinstance(opened.app.screen, ParentScreen)


async def test_a_session_of_another_school_is_offered_to_be_used_there(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    of_springdale = sandbox.account("sunita.verma@example.com").session_token
    opened = program(known=[MEERA], token=of_springdale)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ConfirmScreen))
        text = screen_text(opened.app)
        assert "springdale" in text
        assert "riverside" in text
        assert "Go there" in text
        await pilot.press("enter")
        await until(pilot, lambda: "रोहन वर्मा" in screen_text(opened.app))
        await settle(pilot)
        assert "Meera" not in screen_text(opened.app)


async def test_whoever_does_not_want_to_go_there_signs_in_again(program: ProgramOf, sandbox: Sandbox) -> None:
    of_springdale = sandbox.account("sunita.verma@example.com").session_token
    opened = program(known=[MEERA], token=of_springdale)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ConfirmScreen))
        await pilot.press("escape")
        await at_the_form(pilot)
        assert "springdale" not in screen_text(opened.app).casefold()
        assert all(visit.host != "springdale.localhost" for visit in sandbox.visits)


async def test_a_session_of_nobody_known_for_another_school_asks_as_well(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    of_springdale = sandbox.account("sunita.verma@example.com").session_token
    opened = program(email=MEERA, token=of_springdale)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ConfirmScreen))
        await pilot.press("enter")
        await until(pilot, lambda: "रोहन वर्मा" in screen_text(opened.app))


async def test_every_client_is_closed_in_the_end(program: ProgramOf) -> None:
    opened = program(known=[MEERA])
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.press("q")
    assert opened.clients
    assert all(client._exchange._is_closed for client in opened.clients)
