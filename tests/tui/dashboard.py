"""A parent's dashboard on the bundled school, in process, for tests that press keys and read the screen."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from textual.app import App
from typing_extensions import override

from optilearn_tui.tui.economy import Economy
from optilearn_tui.tui.enquiries import Enquiries
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.question import Rhythm
from optilearn_tui.tui.timing import Timing
from tests.tui.screen_text import screen_text, settle

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from optilearn_tui.api.client import Client
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.messages import SessionLost

MEERA = "meera.sharma@example.com"
JOHN = "john.dsouza@example.com"

CALM = Rhythm(refresh=0, first=3600, longest=3600)
"""Asks nothing by itself as long as a test runs."""
EAGER = Rhythm(refresh=0, first=0.05, longest=0.05)
"""Asks again soon after a failure; sooner would leave the screen no time to be drawn."""


class Dashboard(App[None]):
    """The parent's screen, and what it told the app."""

    def __init__(self, client: Client, clock: Clock, rhythm: Rhythm, economy: Economy | None = None) -> None:
        super().__init__()
        self.economy = economy or Economy()
        self.economy.take_up(client)
        self.client = client
        self.clock = clock
        self.rhythm = rhythm
        self.lost = 0
        self.opened: list[str] = []

    async def on_mount(self) -> None:
        identity = self.client.identity or await self.client.auth.who_am_i()
        screen = ParentScreen(
            Enquiries(self.client),
            identity,
            Timing(self.clock, ZoneInfo("Asia/Kolkata"), self.rhythm, self.economy),
        )
        await self.push_screen(screen)

    def on_session_lost(self, _: SessionLost) -> None:
        self.lost += 1

    @override
    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        self.opened.append(url)

    @property
    def parent_screen(self) -> ParentScreen:
        """The dashboard itself, whatever lies on top of it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, ParentScreen))

    @property
    def text(self) -> str:
        """The screen as a person reads it."""
        return screen_text(self)


@asynccontextmanager
async def dashboard(
    client: Client,
    clock: Clock,
    *,
    size: tuple[int, int] = (80, 24),
    rhythm: Rhythm = CALM,
    economy: Economy | None = None,
    settled: bool = True,
) -> AsyncIterator[tuple[Dashboard, Pilot[None]]]:
    """A running dashboard; `settled`: everything has been read."""
    app = Dashboard(client, clock, rhythm, economy)
    async with app.run_test(size=size) as pilot:
        if settled:
            await settle(pilot)
        yield app, pilot
