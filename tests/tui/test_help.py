"""Help: every key that works where the person is, in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.tui.help import HelpScreen
from optilearn_tui.tui.parent import ParentScreen
from tests.tui.people import MEERA, at_the_form
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from tests.tui.conftest import ProgramOf


async def test_help_lists_the_keys_of_the_screen_below_in_groups(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        text = screen_text(opened.app)
        keys = (
            "1–3",
            "[",
            "]",
            "b",
            "r, F5",
            "Enter, z",
            "Tab",
            "l, F2",
            "t, F3",
            "?, F1",
            "Ctrl+P",
            "Ctrl+O",
        )
        assert all(f" {key} " in text for key in keys), text
        assert text.index("Dashboard") < text.index("Everywhere")


async def test_help_goes_as_it_came(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        for way_back in ("f1", "escape", "question_mark"):
            await pilot.press("f1")
            assert isinstance(opened.app.screen, HelpScreen)
            await pilot.press(way_back)
            assert opened.app.screen.id == "sign-in"


async def test_help_changes_its_language_while_it_is_read(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        await pilot.press("f1")
        await settle(pilot)
        english = screen_text(opened.app)
        await pilot.press("l")
        await settle(pilot)
        assert screen_text(opened.app) != english
        assert "Ctrl+S" in screen_text(opened.app)
