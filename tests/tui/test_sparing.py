"""What a person can do about a slow or dear line, with keys and commands of the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from optilearn_tui.settings import Settings
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.sign_in import SignInScreen
from optilearn_tui.tui.staff.staff_screen import StaffScreen
from tests.tui.people import MEERA, PRINCIPAL
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.tui.app import OptiLearnApp
    from tests.tui.conftest import ProgramOf

DIYAS = "Parts and wholes"
WIDE = (120, 40)


async def at_home(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ParentScreen))
    await settle(pilot)


async def pick(pilot: Pilot[None], command: str) -> None:
    """Run the command of this name from the list of commands."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = command
    await pilot.pause()
    await pilot.press("enter")
    await settle(pilot)


def notices(app: OptiLearnApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_offline_no_request_leaves_and_everything_says_so_and_online_it_is_caught_up_with(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(email=MEERA).app
    async with app.run_test(size=WIDE) as pilot:
        await at_home(pilot)
        await pilot.press("f4")
        await settle(pilot)
        sandbox.visits.clear()
        app.clear_notifications()
        await settle(pilot)
        text = screen_text(app)
        assert "offline (F4)" in text.splitlines()[0]
        assert text.count("! 12:00") == 7
        assert text.count("! 12:00  offline") >= 6
        assert DIYAS in text
        await pilot.press("r", "2", "1", "b", "r", "escape")
        await settle(pilot)
        assert not sandbox.visits
        assert screen_text(app).count("! 12:00") >= 6
        assert DIYAS in screen_text(app)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert "offline" not in screen_text(app).replace("Offline:", "")
        assert {"children", "overview", "fees", "attendance"} <= {visit.part for visit in sandbox.visits}


async def test_the_staff_room_goes_offline_and_is_caught_up_with_as_well(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(email=PRINCIPAL).app
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StaffScreen))
        await settle(pilot)
        await pilot.press("f4")
        sandbox.visits.clear()
        await pilot.press("r")
        await settle(pilot)
        assert not sandbox.visits
        await pilot.press("f4")
        await settle(pilot)
        assert "classes" in {visit.part for visit in sandbox.visits}


async def test_low_data_mode_is_a_command_is_remembered_and_said(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=WIDE) as pilot:
        await at_home(pilot)
        await pick(pilot, "Turn on low-data mode")
        assert opened.app.economy.low_data
        assert opened.app.animation_level == "none"
        assert str(opened.remembered) == "[{'low_data': True}]"
        assert "low data" in screen_text(opened.app).splitlines()[0]
        await pick(pilot, "Turn off low-data mode")
        assert not opened.app.economy.low_data
        assert str(opened.remembered[-1]) == "{'low_data': False}"


async def test_low_data_mode_of_the_settings_holds_from_the_beginning(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(email=MEERA, settings=Settings(institution="riverside", low_data=True)).app
    async with app.run_test(size=WIDE) as pilot:
        await at_home(pilot)
        assert app.animation_level == "none"
        assert DIYAS in screen_text(app)
        assert [visit.part for visit in sandbox.visits].count("overview") == 1


async def test_what_was_received_and_sent_is_told_on_request(program: ProgramOf) -> None:
    app = program(email=MEERA).app
    async with app.run_test(size=WIDE) as pilot:
        await at_home(pilot)
        await pick(pilot, "Data used")
        told = notices(app)[-1]
        assert told.startswith("Today ")
        assert " kB were received" in told
        assert "Today 0 kB" not in told


async def test_nobody_is_told_an_amount_before_anything_is_known_of_it(program: ProgramOf) -> None:
    app = program().app
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, SignInScreen))
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert "Go offline" in screen_text(app)
        assert "Data used" not in screen_text(app)


async def test_on_a_slow_line_low_data_mode_is_suggested_once(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=WIDE) as pilot:
        await at_home(pilot)
        for _ in range(8):
            opened.clients[-1].line.observe(0.7, 900, 0.1)
        for _ in range(3):
            with opened.app.economy.asking():
                pass
        await settle(pilot)
        assert [words for words in notices(opened.app) if "The line is slow" in words] == [
            "The line is slow. Low-data mode (Ctrl+P) asks only for what you look at."
        ]


async def test_without_the_focus_nothing_is_asked_by_itself(program: ProgramOf) -> None:
    app = program(email=MEERA).app
    async with app.run_test(size=WIDE) as pilot:
        await at_home(pilot)
        app.app_focus = False
        assert app.economy.rests
        app.app_focus = True
        assert not app.economy.rests
