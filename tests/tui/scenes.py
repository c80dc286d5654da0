"""A walk through every screen of the whole program, for tests that look at all of them.

A scene opens the program, goes where there is something to see, and shows it to its stage under a name.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from optilearn_tui.settings import Settings
from optilearn_tui.tui.greeting import GreetingScreen
from optilearn_tui.tui.messages import SessionLost
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.trouble import Trouble
from tests.tui.people import AARAV, GUEST, JOHN, MEERA, PRINCIPAL, at_the_form, sign_in
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import App
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.tui.staff.sheet import Sheet
    from tests.tui.conftest import ProgramOf

RIVERSIDE = Settings(institution="riverside")
PANELS = 7
_SHORT = 1.0
"""Seconds; the pauses after failures are longer."""


@dataclass
class Stage:
    """Where scenes are played, and what was seen.

    Attributes:
        program: makes the program.
        sandbox: the school it is opened on.
        size: columns and lines of the terminal.
        seen: each screen's text by its name, in the order of the scene.
    """

    program: ProgramOf
    sandbox: Sandbox
    size: tuple[int, int]
    seen: dict[str, str] = field(default_factory=dict)

    @asynccontextmanager
    async def opened(
        self, email: str | None = None, settings: Settings | None = None
    ) -> AsyncIterator[Pilot[None]]:
        """The running program of a person, or of nobody."""
        app = self.program(email=email, settings=settings, export=_nowhere).app
        async with app.run_test(size=self.size) as pilot:
            yield pilot

    async def show(self, pilot: Pilot[None], name: str, *keys: str, settled: bool = True) -> None:
        """Press keys, and keep what is seen then."""
        await pilot.press(*keys)
        await (at_rest(pilot) if settled else pilot.pause())
        assert name not in self.seen
        self.seen[name] = screen_text(pilot.app)


def _nowhere(_: Sheet) -> Path:
    return Path("students.csv")


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until nothing is read any more, and nothing is about to be."""
    await settle(pilot)
    while _is_about_to_ask(pilot.app):
        await until(pilot, lambda: not _is_about_to_ask(pilot.app))
        await settle(pilot)


def _is_about_to_ask(app: App[None]) -> bool:
    """Whether a short pause before a question is running: who passes by asks nothing."""
    nodes = (app.screen, *app.screen.walk_children())
    return any(
        timer._repeat is not None
        and timer._interval < _SHORT
        and timer._task is not None
        and not timer._task.done()
        for node in nodes
        for timer in node._timers
    )


Scene = Callable[[Stage], Awaitable[None]]


async def at_home(pilot: Pilot[None], screen: str) -> None:
    """Wait for the screen of this class, with everything on it."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == screen)
    await at_rest(pilot)


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
    a_staff_room,
    a_staff_room_in_trouble,
    finding,
    absences,
    targeting,
)
"""Together, every screen there is."""
