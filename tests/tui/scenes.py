"""A walk through every screen of the whole program, for tests that look at all of them.

A scene opens the program, goes where there is something to see, and shows it to its stage under a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from optilearn_tui.settings import Settings
from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.confirm import ConfirmScreen
from optilearn_tui.tui.greeting import GreetingScreen
from optilearn_tui.tui.messages import SessionLost
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.trouble import Trouble
from tests.conftest import NOON
from tests.tui.people import AARAV, GUEST, JOHN, MEERA, PRINCIPAL, at_the_form, sign_in
from tests.tui.rest import at_rest
from tests.tui.screen_text import screen_text, settle, until
from tests.tui.stage import Scene, Stage, at_home
from tests.tui.two_schools import TwoSchools

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["SCENES", "Scene", "Stage", "at_home"]

RIVERSIDE = Settings(institution="riverside")
PANELS = 7


def _noon() -> datetime:
    return NOON


async def beginning(stage: Stage) -> None:
    """The first screen, and what it says where the school cannot be reached."""
    gate = stage.sandbox.weather.hold("session")
    async with stage.opened(MEERA) as pilot:
        await gate.reached()
        await stage.show(pilot, "opening", settled=False)
        gate.release()
    stage.sandbox.weather.clear()
    stage.sandbox.weather.answer("session", status=503)
    async with stage.opened(MEERA) as pilot:
        await until(pilot, lambda: bool(pilot.app.screen.query(Trouble)))
        await stage.show(pilot, "trouble", settled=False)


async def signing_in(stage: Stage) -> None:
    """The form in both modes, and each error under it."""
    async with stage.opened(settings=RIVERSIDE) as pilot:
        await at_the_form(pilot)
        await stage.show(pilot, "form")
        await stage.show(pilot, "fields left empty", "ctrl+s")
        await sign_in(pilot, MEERA, school="nowhere")
        await stage.show(pilot, "no such school")
        await sign_in(pilot, MEERA, school="no school at all")
        await stage.show(pilot, "not a name of a school")
        await sign_in(pilot, MEERA, password="wrong")
        await stage.show(pilot, "refused")
        stage.sandbox.weather.answer("sign-in", status=500)
        await stage.show(pilot, "trouble at the school", "ctrl+s")
        await stage.show(pilot, "token", "ctrl+t")
        pilot.app.screen.query_one("#token", Input).value = "not a token"
        await stage.show(pilot, "not a token", "ctrl+s")
        await stage.show(pilot, "help in the form", "f1")


async def greetings(stage: Stage) -> None:
    """Those for whom there is nothing to show, and what lies over any screen."""
    async with stage.opened(GUEST) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, GreetingScreen))
        await stage.show(pilot, "stranger")
    async with stage.opened(AARAV) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, GreetingScreen))
        await stage.show(pilot, "student")
        await stage.show(pilot, "help", "f1")
        await stage.show(pilot, "commands", "escape", "ctrl+p")
        await stage.show(pilot, "no such command", "x", "y", "z")
        await stage.show(pilot, "sign out?", "escape", "ctrl+o")
        await pilot.press("escape")
        pilot.app.screen.post_message(SessionLost())
        await stage.show(pilot, "session lost")
        await pilot.resize_terminal(59, 17)
        await stage.show(pilot, "too small")


async def a_dashboard(stage: Stage) -> None:
    """Each child of a parent, the board, and each panel enlarged where there is much and nothing to show."""
    async with stage.opened(MEERA) as pilot:
        await at_home(pilot, "ParentScreen")
        await stage.show(pilot, "first child")
        for child in ("2", "3"):
            await stage.show(pilot, f"child {child}", child)
            for number in range(PANELS):
                list(pilot.app.screen.query(Panel))[number].focus()
                await stage.show(pilot, f"child {child}, panel {number}", "enter")
                await pilot.press("escape")
        await stage.show(pilot, "help", "f1")
        await stage.show(pilot, "commands", "escape", "ctrl+p")
        await stage.show(pilot, "board", "escape", "b")
        await stage.show(pilot, "help on the board", "f1")
    async with stage.opened(JOHN) as pilot:
        await at_home(pilot, "ParentScreen")
        await stage.show(pilot, "an only child")


async def a_dashboard_in_trouble(stage: Stage) -> None:
    """What the panels and the board say while they wait, without an answer, and with a bad one."""
    weather = stage.sandbox.weather
    gates = [weather.hold(part) for part in ("overview", "fees", "attendance")]
    async with stage.opened(MEERA) as pilot:
        await gates[0].reached()
        await stage.show(pilot, "waiting", settled=False)
        for gate in gates:
            gate.release()
        weather.clear()
        for child in ("c-aarav", "c-kabir"):  # who would be read ahead
            weather.answer("overview", status=500, contact_id=child)
        await settle(pilot)
        for part in ("overview", "fees", "attendance"):
            weather.answer(part, status=500)
        await stage.show(pilot, "refresh failed", "r")
        await stage.show(pilot, "failed", "3")
        for number in range(PANELS):
            list(pilot.app.screen.query(Panel))[number].focus()
            await stage.show(pilot, f"failed, panel {number}", "enter")
            await pilot.press("escape")
        await stage.show(pilot, "board, failed", "b")
        weather.clear()
        for part in ("overview", "fees", "attendance"):
            weather.html(part)
        await stage.show(pilot, "web pages", "escape", "2", "r")
        weather.clear()
        weather.answer("fees", status=404)
        weather.answer("overview", status=403)
        weather.answer("attendance", status=429, retry_after=60)
        await stage.show(pilot, "refused", "1", "r")
        weather.clear()
        weather.body("children", '{"success": true, "data": []}')
        weather.body("my-children", '{"success": true, "data": []}')
        await stage.show(pilot, "no children", "r")


async def a_shared_computer(stage: Stage) -> None:
    """Accounts side by side, marks and fees hidden, and the screen locked."""
    async with stage.opened(known=(MEERA, PRINCIPAL, JOHN)) as pilot:
        await at_home(pilot, "ParentScreen")
        await stage.show(pilot, "hidden", "2", "h")
        await stage.show(pilot, "hidden on the board", "b")
        await pilot.press("h")
        await stage.show(pilot, "accounts", "escape", "f8")
        await stage.show(pilot, "help on accounts", "f1")
        await stage.show(pilot, "sign out of another?", "escape", "down", "x")
        await stage.show(pilot, "locked", "escape", "ctrl+l")
        await stage.show(pilot, "nothing typed", "enter")
        await stage.show(pilot, "wrong password", "x", "enter")
        stage.sandbox.weather.answer("sign-in", status=500)
        await stage.show(pilot, "trouble while locked", "enter")
        await stage.show(pilot, "a token instead", "ctrl+t")
        pilot.app.screen.query_one("#token", Input).value = stage.sandbox.token(JOHN)
        await stage.show(pilot, "somebody else", "enter")
        await stage.show(pilot, "help while locked", "f1")
    elsewhere = stage.sandbox.account("principal@springdale.example").session_token
    app = stage.program(known=(MEERA,), token=elsewhere).app
    async with app.run_test(size=stage.size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await until(pilot, lambda: "Riverside Public School" in screen_text(app))
        await stage.show(pilot, "another school")


async def two_schools(stage: Stage) -> None:
    """The board of a parent with an account at each of two schools."""
    schools = TwoSchools(stage.sandbox, _noon)
    app = OptiLearnApp(
        schools.accounts,
        schools.settings,
        deployment=schools.deployment,
        remember=lambda **_: None,
        clock=_noon,
        environ={},
    )
    async with app.run_test(size=stage.size) as pilot:
        await at_home(pilot, "ParentScreen")
        await stage.show(pilot, "board of two schools", "b")
        await stage.show(pilot, "another account?", *["down"] * 3, "enter")


async def a_check_up(stage: Stage) -> None:
    """What is wrong between here and the school, for whoever asks."""
    async with stage.opened(settings=RIVERSIDE) as pilot:
        await at_the_form(pilot)
        await stage.show(pilot, "of nobody", "f9")
    async with stage.opened(AARAV) as pilot:
        await at_home(pilot, "GreetingScreen")
        await stage.show(pilot, "of a student", "d")
    async with stage.opened(MEERA) as pilot:
        await at_home(pilot, "ParentScreen")
        await stage.show(pilot, "of a parent", "d")
        await stage.show(pilot, "all facts", "e")
        await stage.show(pilot, "further down", "end")
        await stage.show(pilot, "help", "f1")
        gate = stage.sandbox.weather.hold("providers")
        await pilot.press("escape", "r")
        await gate.reached()
        await stage.show(pilot, "looking", settled=False)
        gate.release()


async def notices(stage: Stage) -> None:
    """What is told for a while, over what is shown: about the line, what is copied, and what is hidden."""
    async with stage.opened(MEERA, notices=True) as pilot:
        await at_home(pilot, "ParentScreen")
        await stage.tell(pilot, "offline", "f4")
        await stage.tell(pilot, "online", "f4")
        for command in ("low_data", "low_data", "data_used"):
            await pilot.app.run_action(f"app.{command}")
            await stage.tell(pilot, command if command not in stage.seen else f"{command} again")
        await pilot.press("f4")
        await stage.tell(pilot, "no check-up offline", "d")
    async with stage.opened(PRINCIPAL, notices=True) as pilot:
        await at_home(pilot, "StaffScreen")
        await pilot.press("8", "enter")
        await stage.tell(pilot, "copied", "c")
        await stage.tell(pilot, "exported", "e", "enter")
        await pilot.press("enter")
        await at_rest(pilot)
        await stage.tell(pilot, "fees hidden", "p", "h")


async def a_staff_room(stage: Stage) -> None:
    """Classes, rosters, one student, and the ways out of a table."""
    async with stage.opened(PRINCIPAL) as pilot:
        await at_home(pilot, "StaffScreen")
        await stage.show(pilot, "staff room")
        await stage.show(pilot, "another class", "8", "down")
        await stage.show(pilot, "roster", "enter")
        await stage.show(pilot, "columns", "k")
        await stage.show(pilot, "export", "escape", "e")
        await stage.show(pilot, "exported", "enter")
        await stage.show(pilot, "nothing fits", "slash", "x", "y", "z")
        await stage.show(pilot, "sorted", "escape", "s", "s", "S")
        await stage.show(pilot, "help", "f1")
        await stage.show(pilot, "commands", "escape", "ctrl+p")
        await stage.show(pilot, "copied", "escape", "c")
        await stage.show(pilot, "student", "enter")
        await stage.show(pilot, "fees", "p")
        await stage.show(pilot, "help on a student", "f1")
        await stage.show(pilot, "empty section", "escape", "escape", "shift+tab", "9", "down", "down", "down")


async def a_staff_room_in_trouble(stage: Stage) -> None:
    """What staff read where something cannot be had."""
    weather = stage.sandbox.weather
    weather.answer("classes", status=500)
    async with stage.opened(PRINCIPAL) as pilot:
        await at_home(pilot, "StaffScreen")
        await stage.show(pilot, "no classes read")
        weather.clear()
        await pilot.press("r")
        await settle(pilot)
        for part in ("roster", "student", "parents", "attendance", "fees", "courses"):
            weather.answer(part, status=500)
        await stage.show(pilot, "no roster read", "8")
        weather.clear()
        weather.answer("classes", status=403)
        await stage.show(pilot, "service key wanted", "r")


async def finding(stage: Stage) -> None:
    """The search through the whole school."""
    async with stage.opened(PRINCIPAL) as pilot:
        await at_home(pilot, "StaffScreen")
        await stage.show(pilot, "find", "f")
        await stage.show(pilot, "found", *"sharma")
        await stage.show(pilot, "nobody found", *"xyz")
        await stage.show(pilot, "help", "f1")


async def absences(stage: Stage) -> None:
    """Who has missed school."""
    async with stage.opened(PRINCIPAL) as pilot:
        await at_home(pilot, "StaffScreen")
        await pilot.press("8", "down")
        await at_rest(pilot)
        await stage.show(pilot, "absences of a section", "a")
        await stage.show(pilot, "absences of a class", "2")
        await stage.show(pilot, "help", "f1")


async def targeting(stage: Stage) -> None:
    """Who sees what, from every side."""
    async with stage.opened(PRINCIPAL) as pilot:
        await at_home(pilot, "StaffScreen")
        await pilot.press("8", "down")
        await at_rest(pilot)
        await stage.show(pilot, "items", "g")
        await stage.show(pilot, "one item", "enter")
        await pilot.press("escape")
        await stage.show(pilot, "by student", "w")
        await stage.show(pilot, "matrix", "m")
        await stage.show(pilot, "matrix of classes", "x")
        await stage.show(pilot, "help", "f1")


SCENES: tuple[Scene, ...] = (
    beginning,
    signing_in,
    greetings,
    a_dashboard,
    a_dashboard_in_trouble,
    a_shared_computer,
    two_schools,
    a_check_up,
    notices,
    a_staff_room,
    a_staff_room_in_trouble,
    finding,
    absences,
    targeting,
)
"""Together, every screen there is."""
