"""The program in Hindi, with something lying over it: every border stands in its column, in any terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui.terminal_widths.probe import Answer
from optilearn_tui.tui.thrifty.canvas import Canvas
from optilearn_tui.tui.thrifty.painter import Painter
from tests.tui.people import MEERA, PRINCIPAL
from tests.tui.rest import at_rest
from tests.tui.scenes import at_home
from tests.tui.terminal_widths.conftest import _the_usual_terminal_afterwards
from tests.tui.terminal_widths.emulator import Emulator
from tests.tui.terminal_widths.recorder import Recorder
from tests.tui.terminal_widths.test_lines_up import DRAWINGS, FAMILIES, rows_off
from tests.tui.thrifty.terminal import Terminal

if TYPE_CHECKING:
    from optilearn_tui.tui.terminal_widths.drawing import Drawing
    from tests.tui.conftest import ProgramOf

__all__ = ["_the_usual_terminal_afterwards"]

SIZE = (80, 24)

OVER: dict[str, tuple[str, ...]] = {
    "notice": ("f4",),
    "notice over a change": ("2", "r"),
    "dialog over a notice": ("ctrl+o",),
    "below again": ("escape", "f4"),
    "commands": ("ctrl+p",),
    "some commands": ("अं",),
    "help": ("escape", "f1"),
    "hidden": ("escape", "f7"),
    "accounts": ("f8",),
    "check-up": ("escape", "f9"),
    "locked": ("escape", "ctrl+l"),
}
"""What comes to lie over a home screen, one after the other, and the keys for it."""


class Everywhere(Recorder):
    """Paints on terminals of all families at once: as Textual does, and only what changed."""

    textuals: tuple[Emulator, ...] = ()
    ours: tuple[Terminal, ...] = ()
    canvas = Canvas()
    painter = Painter(erases_in_colour=True)

    @override
    def write(self, data: str) -> None:
        self.canvas.write(data)
        changes = self.painter.paint(self.canvas, SIZE)
        for terminal in self.textuals:
            terminal.feed(data)
        for terminal in self.ours:
            terminal.feed(changes)


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
@pytest.mark.parametrize(("email", "home"), [(MEERA, "ParentScreen"), (PRINCIPAL, "StaffScreen")])
async def test_no_row_is_off_whatever_lies_over_it(
    program: ProgramOf, email: str, home: str, drawing: Drawing
) -> None:
    use(Language.HI)
    app = program(known=(email,), doctor=True).app
    app.driver_class = Everywhere
    app.line_up(Answer(drawing))
    Everywhere.textuals = tuple(Emulator(family, *SIZE) for family in FAMILIES)
    Everywhere.ours = tuple(Terminal(*SIZE, family) for family in FAMILIES)
    Everywhere.canvas, Everywhere.painter = Canvas(), Painter(erases_in_colour=True)
    for terminal in Everywhere.textuals:
        terminal.feed("\x1b[?1049h\x1b[?7l")
    off: dict[str, list[str]] = {}
    async with app.run_test(headless=False, size=SIZE, notifications=True) as pilot:
        await at_home(pilot, home)
        for name, keys in OVER.items():
            await pilot.press(*keys)
            await at_rest(pilot)
            off[name] = rows_off(app, *Everywhere.textuals, *Everywhere.ours)

    assert [f"{name}: {row}" for name, rows in off.items() for row in rows] == []
