"""On the program's own screens: the same picture as Textual paints, for a fraction of the bytes."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from tests.tui.people import MEERA, PRINCIPAL
from tests.tui.screen_text import settle
from tests.tui.terminal_widths.emulator import NONE, WHOLE, Family
from tests.tui.thrifty.pair import BothDriver, Painted

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import ProgramOf

_ANYWHERE = (
    "escape",
    "tab",
    "shift+tab",
    "down",
    "up",
    "pagedown",
    "end",
    "home",
    "question_mark",
    "t",
    "enter",
)
PARENTS_KEYS = (*_ANYWHERE, "1", "2", "3", "[", "]", "b", "z", "r", "h")
STAFFS_KEYS = (*_ANYWHERE, "1", "4", "8", "g", "right", "left")
STEPS = 30


@asynccontextmanager
async def running(
    program: ProgramOf, email: str, *, light: str = "off"
) -> AsyncIterator[tuple[Pilot[None], BothDriver]]:
    """The program at rest, on two terminals."""
    opened = program(email=email, settings=Settings(institution="riverside", light=light))
    opened.app.driver_class = BothDriver
    async with opened.app.run_test(headless=False, size=(80, 24)) as pilot:
        await settle(pilot)
        driver = opened.app._driver
        assert isinstance(driver, BothDriver)
        yield pilot, driver


@pytest.fixture(autouse=True)
def _full_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.mark.parametrize("light", ["off", "on"])
@pytest.mark.parametrize(("email", "keys"), [(MEERA, PARENTS_KEYS), (PRINCIPAL, STAFFS_KEYS)])
async def test_every_cell_is_as_textual_paints_it_whatever_is_pressed(
    program: ProgramOf, email: str, keys: tuple[str, ...], light: str
) -> None:
    chance = random.Random(f"{email} {light}")  # noqa: S311 - the same keys in every run
    async with running(program, email, light=light) as (pilot, driver):
        for _ in range(STEPS):
            await pilot.press(chance.choice(keys))
            await settle(pilot)

            assert driver.ours.terminal.seen == driver.plain.seen
            assert driver.ours.terminal.cursor == driver.plain.cursor


@pytest.mark.parametrize("family", [NONE, WHOLE], ids=["by code point", "by letter"])
async def test_hindi_that_came_bit_by_bit_looks_as_if_it_was_painted_at_once_in_a_terminal_misunderstood(
    program: ProgramOf, family: Family
) -> None:
    use(Language.HI)
    chance = random.Random("hindi")  # noqa: S311 - the same keys in every run
    async with running(program, MEERA) as (pilot, driver):
        ours = Painted(80, 24, family)
        for _ in range(STEPS):
            await pilot.press(chance.choice(PARENTS_KEYS))
            await settle(pilot)
            ours.canvas.rows = driver.ours.canvas.rows
            ours.canvas.changed = set(range(24))
            ours.show("")

            assert ours.terminal.seen == ours.at_once(family).seen


@pytest.mark.parametrize(("light", "start", "child"), [("off", 10_000, 2_500), ("on", 4_000, 2_500)])
async def test_the_start_and_another_child_cost_few_bytes(
    program: ProgramOf, light: str, start: int, child: int
) -> None:
    async with running(program, MEERA, light=light) as (pilot, driver):
        assert driver.ours.terminal.received <= start
        for _ in range(3):
            before = driver.ours.terminal.received
            await pilot.press("]")
            await settle(pilot)
            assert 0 < driver.ours.terminal.received - before <= child


@pytest.mark.parametrize(("light", "most"), [("off", 3_100), ("on", 2_700)])
async def test_the_whole_dashboard_at_once_costs_few_bytes(program: ProgramOf, light: str, most: int) -> None:
    async with running(program, MEERA, light=light) as (_, driver):
        assert driver.ours.at_once().received <= most


async def test_nothing_is_sent_while_nothing_changes(program: ProgramOf) -> None:
    async with running(program, MEERA) as (pilot, driver):
        before = driver.ours.terminal.received
        pilot.app.screen.refresh(layout=True)
        await settle(pilot)

        assert driver.ours.terminal.received == before
