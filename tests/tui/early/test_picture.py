"""The early picture is the dashboard, cell by cell, as the toolkit draws it later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from optilearn_tui.tui.early.colours import Palette
from optilearn_tui.tui.early.easel import Easel
from optilearn_tui.tui.early.head_start import HeadStart
from optilearn_tui.tui.early.picture import picture
from optilearn_tui.tui.economy import Economy
from optilearn_tui.tui.title_bar import TitleBar
from tests.tui.early.drawing import drawn, seen
from tests.tui.people import JOHN, MEERA
from tests.tui.rest import at_rest

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.early.sight import Sight
    from tests.tui.conftest import ProgramOf

FULL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
SIZES = [(60, 18), (75, 20), (80, 24), (100, 30), (116, 43), (120, 44), (168, 44), (200, 50)]


def easel_of(size: tuple[int, int], clock: Clock, *, theme: str = "dark") -> Easel:
    """An easel for a terminal of this size, in full colour."""
    palette = Palette.of(theme, FULL, light=False)
    assert palette is not None
    return Easel(lambda: size, palette, clock, ZoneInfo("Asia/Kolkata"), Economy(), lambda: None)


async def sights_of(begun: HeadStart, easel: Easel) -> list[Sight]:
    """All that is seen of a head start."""
    sights: list[Sight] = []
    await begun.begin(sights.append, easel.month_of)
    recalled = await begun.recall(None)
    assert recalled is not None
    await recalled.client.aclose()
    return sights


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal in full colour, which this process is on."""
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "auto")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in FULL.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("email", [MEERA, JOHN])
async def test_the_picture_is_the_dashboard(
    program: ProgramOf, noon: Clock, email: str, language: Language
) -> None:
    use(language)
    opened = program(email=email, settings=Settings(institution="riverside", language=language))
    sight = (await sights_of(HeadStart(opened.accounts()), easel_of((80, 24), noon)))[-1]
    async with drawn(opened.app, SIZES[0]) as (pilot, canvas):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await at_rest(pilot)
            named = replace(sight, school=pilot.app.screen.query_one(TitleBar).place)
            rows = picture(easel_of(size, noon), named)
            assert rows is not None
            columns = slice(size[0])
            for number, row in enumerate(rows[:-1]):
                assert seen(row, columns) == seen(canvas.rows[number], columns), (size, number)
            assert not "".join(rows[-1].texts).strip()


async def test_on_a_terminal_that_is_too_small_there_is_no_picture(program: ProgramOf, noon: Clock) -> None:
    sight = (await sights_of(HeadStart(program(email=MEERA).accounts()), easel_of((80, 24), noon)))[-1]
    for columns, rows in ((59, 24), (80, 17)):
        assert picture(easel_of((columns, rows), noon), sight) is None
