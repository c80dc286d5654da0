"""The staff room on the bundled school, in process, for tests that press keys and read the screen."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from textual.app import App
from textual.widgets import Input

from optilearn_tui.tui.staff.staff_screen import StaffScreen
from tests.tui.dashboard import CALM
from tests.tui.rest import at_rest
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from optilearn_tui.api.client import Client
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.messages import SessionLost
    from optilearn_tui.tui.question import Rhythm
    from optilearn_tui.tui.staff.sheet import Sheet

PRINCIPAL = "principal@riverside.example"
TEACHER = "teacher@riverside.example"
"""Staff who do not read fees."""
PLACE = Path("/tmp") / "somewhere.csv"  # noqa: S108 - nothing is written there


class StaffRoom(App[None]):
    """The staff's home, what it told the app, and what left it."""

    def __init__(self, client: Client, clock: Clock, rhythm: Rhythm) -> None:
        super().__init__()
        self.client = client
        self.clock = clock
        self.rhythm = rhythm
        self.lost = 0
        self.sheets: list[Sheet] = []

    async def on_mount(self) -> None:
        identity = await self.client.auth.who_am_i()
        await self.push_screen(
            StaffScreen(
                self.client,
                identity,
                zone=ZoneInfo("Asia/Kolkata"),
                clock=self.clock,
                export=self.export,
                rhythm=self.rhythm,
            )
        )

    def export(self, sheet: Sheet) -> Path:
        """Keep a sheet that would be written."""
        self.sheets.append(sheet)
        return PLACE

    def on_session_lost(self, _: SessionLost) -> None:
        self.lost += 1

    @property
    def home(self) -> StaffScreen:
        """The staff's home, whatever lies on top of it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, StaffScreen))

    @property
    def text(self) -> str:
        """The screen as a person reads it."""
        return screen_text(self)

    def line(self, words: str) -> str:
        """The first line of the screen that has these words; empty where none has."""
        return next((line for line in self.text.splitlines() if words in line), "")


@asynccontextmanager
async def staff_room(
    client: Client,
    clock: Clock,
    *,
    size: tuple[int, int] = (80, 24),
    rhythm: Rhythm = CALM,
    settled: bool = True,
) -> AsyncIterator[tuple[StaffRoom, Pilot[None]]]:
    """A running staff room; `settled`: everybody is counted and the first roster is there."""
    app = StaffRoom(client, clock, rhythm)
    async with app.run_test(size=size, notifications=True) as pilot:
        if settled:
            await shown(pilot, app, "live, read at")
            await settle(pilot)
        yield app, pilot


async def shown(pilot: Pilot[None], app: StaffRoom, *words: str) -> None:
    """Wait until the screen says all of these words."""

    def says() -> bool:
        text = app.text  # drawn anew each time, which takes long
        return all(each in text for each in words)

    await until(pilot, says)


async def gone(pilot: Pilot[None], app: StaffRoom, words: str) -> None:
    """Wait until the screen does not say these words any more."""
    await until(pilot, lambda: words not in app.text)


async def still(pilot: Pilot[None], app: StaffRoom) -> str:
    """The screen once nothing on it changes any more."""
    await at_rest(pilot)
    return app.text


async def at_section(pilot: Pilot[None], app: StaffRoom, *keys: str, section: str = "8-B") -> None:
    """Go to a section by keys (to 8-B by default), and wait for its roster and what belongs to it."""
    await pilot.press(*(keys or ("8", "down")))
    await shown(pilot, app, f"Students of {section} ", "live, read at")
    await settle(pilot)


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type a text into the field that has the focus; what no key of this test has is pasted."""
    if text.isascii():
        await pilot.press(*("space" if character == " " else character for character in text))
    elif isinstance(field := pilot.app.focused, Input):
        field.insert_text_at_cursor(text)
        await pilot.pause()
