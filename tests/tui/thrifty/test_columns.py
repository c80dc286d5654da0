"""Hindi through the painter: whatever a terminal draws, every border stands in its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import DataTable, Static
from typing_extensions import override

from optilearn_tui.tui.terminal_widths.lines_up import LinesUp
from optilearn_tui.tui.terminal_widths.probe import Answer
from tests.tui.terminal_widths.recorder import Recorder
from tests.tui.terminal_widths.school_screen import COLUMNS, ROWS, Question, SchoolScreen
from tests.tui.terminal_widths.test_lines_up import DRAWINGS, FAMILIES, rows_off
from tests.tui.terminal_widths.words import WORDS
from tests.tui.thrifty.pair import Painted

if TYPE_CHECKING:
    from optilearn_tui.tui.terminal_widths.drawing import Drawing
    from tests.tui.terminal_widths.emulator import Family


class PaintedDriver(Recorder):
    """Paints on a terminal of each family."""

    painted: tuple[Painted, ...] = ()

    @override
    def write(self, data: str) -> None:
        for each in self.painted:
            each.show(data)


class LinedUpSchool(LinesUp, SchoolScreen):
    """A screen full of words, kept in its columns."""


def _painted(family: Family) -> Painted:
    return Painted(COLUMNS, ROWS, family)


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
async def test_no_row_is_off_in_any_terminal_even_in_one_misunderstood(drawing: Drawing) -> None:
    app = LinedUpSchool(PaintedDriver)
    app.line_up(Answer(drawing))
    app.words = WORDS
    PaintedDriver.painted = tuple(_painted(family) for family in FAMILIES)
    off: list[str] = []
    async with app.run_test(headless=False, size=(COLUMNS, ROWS)) as pilot:

        async def look() -> None:
            await pilot.pause()
            for each in PaintedDriver.painted:
                off.extend(rows_off(app, each.terminal))

        app.query_one("#panel").scroll_to(y=3, animate=False)
        await look()
        await pilot.press("down", "right")
        app.query_one(DataTable).scroll_to(x=1, y=2, animate=False)
        await look()
        for word in (WORDS[-1], WORDS[3], WORDS[0][:2]):
            app.query_one("#tight", Static).update(Content(word))
            await look()
        app.push_screen(Question())
        await look()
        app.screen.query_one("#box").styles.offset = Offset(2, 1)
        await look()
        app.pop_screen()
        await look()

    assert off == []
