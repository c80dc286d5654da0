"""The list of commands: found by a few letters, run by Enter or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, current
from optilearn_tui.tui.confirm import ConfirmScreen
from optilearn_tui.tui.palette import PaletteScreen
from optilearn_tui.tui.parent import ParentScreen
from tests.tui.people import MEERA
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import ProgramOf


async def open_palette(pilot: Pilot[None]) -> None:
    """The list of commands over the dashboard."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ParentScreen))
    await settle(pilot)
    await pilot.press("ctrl+p")
    await settle(pilot)
    assert isinstance(pilot.app.screen, PaletteScreen)


async def test_what_the_keys_can_do_is_listed_with_the_keys(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 30)) as pilot:
        await open_palette(pilot)
        text = screen_text(opened.app)
        lines = (
            "Refresh  r F5",
            "All children  b",
            "Sign out  Ctrl+O",
            "Language: हिन्दी",
            "Theme: Light",
        )
        assert all(line in text for line in lines), text


@pytest.mark.parametrize(("typed", "theme"), [("high", "high-contrast"), ("LIGHT", "light")])
async def test_a_few_letters_find_a_command(typed: str, theme: str, program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await open_palette(pilot)
        await pilot.press(*typed, "enter")
        await settle(pilot)
        assert opened.app.theme == theme
        assert isinstance(opened.app.screen, ParentScreen)


async def test_the_language_can_be_picked_by_its_own_name(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await open_palette(pilot)
        await pilot.press(*"हिन्दी", "enter")
        await settle(pilot)
        assert current() is Language.HI


async def test_a_command_of_the_app_can_be_picked(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await open_palette(pilot)
        await pilot.press(*"sign out", "enter")
        await settle(pilot)
        assert isinstance(opened.app.screen, ConfirmScreen)


async def test_nothing_found_is_said_and_nothing_done(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await open_palette(pilot)
        await pilot.press(*"zzz", "enter")
        await settle(pilot)
        assert "Nothing here is called that." in screen_text(opened.app)
        await pilot.press("escape")
        assert isinstance(opened.app.screen, ParentScreen)


async def test_the_mouse_picks_a_command(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await open_palette(pilot)
        await pilot.press(*"theme")
        await settle(pilot)
        await pilot.click("OptionList", offset=(3, 1))
        await settle(pilot)
        assert opened.app.theme == "light"


async def test_children_are_listed_by_name_and_found_by_it(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 30)) as pilot:
        await open_palette(pilot)
        text = screen_text(opened.app)
        assert "Aarav Sharma · 8-B  2" in text
        assert "Kabir [KD] Sharma [/] · 1-C  3" in text
        assert "Child" not in text.replace("children", "")
        await pilot.press(*"aarav", "enter")
        await settle(pilot)
        assert isinstance(opened.app.screen, ParentScreen)
        assert opened.app.screen.subject == "c-aarav"
