"""Language, theme, size, keys: what is the same on every screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, current
from optilearn_tui.settings import Settings, UnwritableSettings
from optilearn_tui.tui.opening import OpeningScreen
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.themes import THEMES
from optilearn_tui.tui.too_small import TooSmallScreen
from tests.tui.people import MEERA, at_the_form
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from tests.tui.conftest import ProgramOf


async def test_the_language_changes_with_a_key_and_is_remembered(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        await settle(pilot)
        english = screen_text(opened.app)
        await pilot.press("l")
        await settle(pilot)
        assert current() is Language.HI
        await pilot.press("l")
        await settle(pilot)
        assert screen_text(opened.app) == english
        assert opened.remembered == [{"language": "hi"}, {"language": "en"}]


async def test_the_theme_key_goes_through_all_themes_and_back(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        seen = []
        for _ in THEMES:
            await pilot.press("f3")
            await settle(pilot)
            seen.append(opened.app.theme)
        assert seen == ["light", "high-contrast", "dark"]
        assert opened.remembered == [{"theme": name} for name in seen]


@pytest.mark.parametrize(
    ("chosen", "used"), [("light", "light"), (None, "dark"), ("no-such-theme", "dark"), ("nord", "nord")]
)
def test_the_theme_chosen_before_is_used_if_there_is_one(
    chosen: str | None, used: str, program: ProgramOf
) -> None:
    assert program(settings=Settings(theme=chosen)).app.theme == used


async def test_a_choice_that_cannot_be_saved_holds_and_is_told(program: ProgramOf) -> None:
    def refuse(**_choices: str) -> None:
        raise UnwritableSettings(Path("settings.toml"), None, "permission")

    opened = program(remember=refuse)
    async with opened.app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_the_form(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert opened.app.theme == "light"
        assert "settings.toml" in screen_text(opened.app)


async def test_a_terminal_too_small_gets_one_sentence_and_nothing_is_lost(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        await settle(pilot)
        before = screen_text(opened.app)
        await pilot.resize_terminal(50, 12)
        await until(pilot, lambda: isinstance(opened.app.screen, TooSmallScreen))
        assert "50×12" in screen_text(opened.app)
        assert "60×18" in screen_text(opened.app)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        await settle(pilot)
        assert screen_text(opened.app) == before


async def test_a_terminal_too_small_from_the_start_opens_when_it_grows(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(40, 10)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, TooSmallScreen))
        await until(pilot, lambda: any(isinstance(one, ParentScreen) for one in opened.app.screen_stack))
        assert isinstance(opened.app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))


async def test_one_can_leave_a_terminal_that_is_too_small(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(40, 10)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, TooSmallScreen))
        await pilot.press("q")
    assert opened.app.return_code == 0


async def test_the_smallest_terminal_that_will_do_is_used(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(60, 18)) as pilot:
        await at_the_form(pilot)
        assert opened.app.screen.id == "sign-in"


async def test_ctrl_c_says_how_to_leave(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_the_form(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert "Press q or Ctrl+Q to quit." in screen_text(opened.app)


async def test_nothing_moves_over_a_slow_line(program: ProgramOf) -> None:
    assert program().app.animation_level == "none"


async def test_the_title_names_the_program_and_nobody_else(program: ProgramOf) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: not isinstance(opened.app.screen, OpeningScreen))
        await settle(pilot)
        assert (opened.app.title, opened.app.sub_title) == ("OptiLearn", "")


async def test_faults_that_the_first_one_brings_with_it_are_not_told(program: ProgramOf) -> None:
    app = program().app

    app._fatal_error()
    app._fatal_error()

    assert len(app._exit_renderables) == 1


@pytest.mark.parametrize("open_with", ["b", "ctrl+p", "question_mark", "ctrl+o"])
@pytest.mark.parametrize("leave_with", ["enter", "escape"])
async def test_a_key_pressed_twice_leaves_one_screen_and_never_the_one_below(
    open_with: str, leave_with: str, program: ProgramOf
) -> None:
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        await settle(pilot)
        await pilot.press(open_with)
        await settle(pilot)

        opened.app.simulate_key(leave_with)
        opened.app.simulate_key("escape")
        await settle(pilot)

        assert opened.app.home is not None
        assert opened.app.screen is opened.app.home
