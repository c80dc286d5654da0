"""The line of keys: what fits, most important first, and a click is a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.tui.help import HelpScreen
from optilearn_tui.tui.key_hints import Hint, KeyHints, fitting
from tests.tui.people import GUEST, at_the_form
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from tests.tui.conftest import ProgramOf


def hint(words: str, action: str = "something", keys: str = "r") -> Hint:
    """A hint for the keys in `keys`."""
    return Hint(tuple((key, key) for key in keys), words, action)


HINTS = (hint("Refresh"), hint("All children"), hint("Quit", "quit"), hint("Help", "help"))


def test_all_are_shown_where_there_is_room_with_help_and_quit_last() -> None:
    assert [shown.words for shown in fitting(HINTS, 80)] == ["Refresh", "All children", "Help", "Quit"]


def test_the_least_important_goes_first_and_help_stays() -> None:
    assert [shown.words for shown in fitting(HINTS, 30)] == ["Refresh", "Help", "Quit"]
    assert [shown.words for shown in fitting(HINTS, 10)] == ["Help", "Quit"]


@given(st.lists(st.text("abcा ", min_size=1, max_size=12), max_size=8), st.integers(20, 100))
def test_what_is_shown_never_needs_more_than_there_is(words: list[str], cells: int) -> None:
    shown = fitting((*map(hint, words), hint("?", "help")), cells)
    assert sum(one.cells for one in shown) + 2 * (len(shown) - 1) <= cells


def test_a_run_of_digits_is_written_as_a_run() -> None:
    assert hint("Child", keys="1234").written_keys == "1–4"
    assert hint("Child", keys="[]").written_keys == "[ ]"


@pytest.mark.parametrize(("cell", "key"), [(0, "["), (1, "["), (2, "]"), (5, "[")])
def test_a_click_means_the_key_under_it(cell: int, key: str) -> None:
    assert hint("Child", keys="[]").key_at(cell) == key


async def test_a_click_on_a_hint_is_a_press_of_its_key(program: ProgramOf) -> None:
    opened = program(email=GUEST)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Sign out" in screen_text(opened.app).splitlines()[-1])
        column = screen_text(opened.app).splitlines()[-1].index("? Help")
        await pilot.click(KeyHints, offset=(column + 3, 0))
        await settle(pilot)
        assert isinstance(opened.app.screen, HelpScreen)


async def test_keys_that_would_be_typed_are_not_offered_in_a_field(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        line = screen_text(opened.app).splitlines()[-1]
        assert "Ctrl+Q Quit" in line
        assert "F1 Help" in line
        assert "q Quit" not in line.replace("Ctrl+Q", "")
