"""Where scenes are played: the program opened, led somewhere, and looked at when it is at rest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tui.rest import at_rest
from tests.tui.screen_text import screen_text, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.settings import Settings
    from optilearn_tui.tui.staff.sheet import Sheet
    from tests.tui.conftest import ProgramOf


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
        self,
        email: str | None = None,
        settings: Settings | None = None,
        known: Sequence[str] = (),
        *,
        notices: bool = False,
    ) -> AsyncIterator[Pilot[None]]:
        """The running program of a person, of nobody, or of those who are known; with notices or without."""
        app = self.program(email=email, settings=settings, known=known, export=_nowhere, doctor=True).app
        async with app.run_test(size=self.size, notifications=notices) as pilot:
            yield pilot

    async def show(self, pilot: Pilot[None], name: str, *keys: str, settled: bool = True) -> None:
        """Press keys, and keep what is seen then."""
        await pilot.press(*keys)
        await (at_rest(pilot) if settled else pilot.pause())
        assert name not in self.seen
        self.seen[name] = screen_text(pilot.app)

    async def tell(self, pilot: Pilot[None], name: str, *keys: str) -> None:
        """Press keys, and keep what is seen with the notices of that, and no older ones."""
        pilot.app.clear_notifications()
        await self.show(pilot, name, *keys)


def _nowhere(_: Sheet) -> Path:
    return Path("students.csv")


Scene = Callable[[Stage], Awaitable[None]]


async def at_home(pilot: Pilot[None], screen: str) -> None:
    """Wait for the screen of this class, with everything on it."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == screen)
    await at_rest(pilot)
