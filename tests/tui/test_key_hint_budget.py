"""Eighty columns are enough for the keys that matter most, in both languages, on every main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.tui.key_hints import KeyHints, fitting, hints_of
from tests.tui.people import GUEST, MEERA, PRINCIPAL
from tests.tui.scenes import at_home
from tests.tui.screen_text import settle

if TYPE_CHECKING:
    from textual.app import App

    from tests.tui.conftest import ProgramOf

COLUMNS = 80

SCREENS: dict[str, tuple[str | None, str, tuple[str, ...], tuple[str, ...]]] = {
    "form": (None, "SignInScreen", (), ("submit", "switch")),
    "greeting": (GUEST, "GreetingScreen", (), ("language", "sign_out")),
    "dashboard": (MEERA, "ParentScreen", (), ("zoom", "child(1)", "board", "refresh", "language")),
    "panel": (MEERA, "ParentScreen", ("enter",), ("leave_panel", "refresh")),
    "certificates": (MEERA, "ParentScreen", ("2", *["tab"] * 5, "enter"), ("leave_panel",)),
    "board": (MEERA, "ParentScreen", ("b",), ("leave", "refresh")),
    "staff room": (
        PRINCIPAL,
        "StaffScreen",
        (),
        ("filter", "go('find')", "go('targeting')", "go('attention')", "jump('1')"),
    ),
    "find": (PRINCIPAL, "StaffScreen", ("f",), ("leave",)),
    "absences": (PRINCIPAL, "StaffScreen", ("a",), ("leave", "filter")),
    "who sees what": (PRINCIPAL, "StaffScreen", ("g",), ("leave", "filter")),
    "student": (PRINCIPAL, "StaffScreen", ("enter", "enter"), ("leave", "filter")),
    "accounts": (MEERA, "ParentScreen", ("f8",), ("leave", "another", "sign_out")),
    "check-up": (MEERA, "ParentScreen", ("f9",), ("leave", "look_again", "copy", "facts")),
    "locked": (MEERA, "ParentScreen", ("ctrl+l",), ("unlock", "switch")),
    "help": (MEERA, "ParentScreen", ("f1",), ("leave",)),
}
"""Each screen: whose it is, where they arrive, the keys that lead there, and what has to be offered."""


def offered(app: App[None]) -> list[str]:
    """The actions that the last line of the screen on top has room for."""
    (line,) = app.screen.query(KeyHints)
    hints = hints_of(app.screen.active_bindings.values(), app.screen)
    return [hint.action for hint in fitting(hints, line.content_size.width)]


@pytest.mark.parametrize("name", SCREENS)
async def test_what_matters_most_fits_in_eighty_columns(name: str, program: ProgramOf) -> None:
    email, home, keys, wanted = SCREENS[name]
    app = program(known=(email,) if email else (), doctor=True).app
    async with app.run_test(size=(COLUMNS, 24)) as pilot:
        await at_home(pilot, home)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        for language in Language:
            use(language)  # hints are worded when they are shown
            actions = offered(app)
            assert [action for action in wanted if action not in actions] == [], language
            assert any(action in actions for action in ("quit", "app.quit"))
            assert "help" in actions
