"""The themes in the terminal's own colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import Color

from optilearn_tui.settings import Settings
from optilearn_tui.tui import themes
from optilearn_tui.tui.sixteen_colours import in_sixteen_colours
from tests.tui.people import MEERA
from tests.tui.screen_text import settle

if TYPE_CHECKING:
    from tests.tui.conftest import ProgramOf


@pytest.mark.parametrize("name", themes.THEMES)
def test_a_theme_keeps_its_name_and_names_only_colours_of_the_terminal(name: str) -> None:
    own = in_sixteen_colours(themes.THEMES[name][0])
    colours = own.to_color_system().generate()

    assert own.name == name
    assert own.ansi
    assert not [value for value in colours.values() if value.startswith("#")]


async def test_another_theme_is_seen_at_once_in_every_word(program: ProgramOf) -> None:
    opened = program(email=MEERA, settings=Settings(institution="riverside", light="on"))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        strips = opened.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style is not None]

        assert opened.app.theme == "light"
        numbers = {style.color.number for style in styles if style.color is not None}
        assert Color.parse("blue").number in numbers
        assert Color.parse("bright_blue").number not in numbers


async def test_without_colours_none_is_sent_and_the_cursor_is_seen(
    program: ProgramOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        strips = opened.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style is not None]

        assert all(style.color is None or style.color.is_default for style in styles)
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
        assert any(style.reverse for style in styles)
