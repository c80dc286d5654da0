"""Which driver an app gets, and when the screen does with less."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from optilearn_tui.settings import Settings
from optilearn_tui.tui.keyboard import KeyboardDriver
from optilearn_tui.tui.thrifty.choice import driver_class
from optilearn_tui.tui.thrifty.driver import LightDriver, ThriftyDriver
from optilearn_tui.tui.thrifty.light import is_light

if TYPE_CHECKING:
    from textual.driver import Driver

    from tests.tui.conftest import ProgramOf


@pytest.mark.parametrize(
    ("painting", "light", "taken"),
    [
        (None, False, ThriftyDriver),
        ("changes", False, ThriftyDriver),
        ("changes", True, LightDriver),
        ("textual", False, KeyboardDriver),
        ("textual", True, KeyboardDriver),
    ],
)
def test_the_driver_is_as_the_settings_say(painting: str | None, light: bool, taken: type[Driver]) -> None:
    assert driver_class(LinuxDriver, painting=painting, light=light) is taken


def test_a_driver_that_textual_was_told_to_take_stays() -> None:
    assert driver_class(HeadlessDriver, painting="changes", light=False) is HeadlessDriver


def test_on_windows_textuals_driver_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert driver_class(LinuxDriver, painting="changes", light=False) is LinuxDriver


@pytest.mark.parametrize(
    ("choice", "over_ssh", "light"),
    [
        (None, True, True),
        (None, False, False),
        ("auto", True, True),
        ("off", True, False),
        ("on", False, True),
    ],
)
def test_over_ssh_the_screen_is_light_unless_somebody_wants_it_otherwise(
    choice: str | None, over_ssh: bool, light: bool
) -> None:
    assert is_light(choice, {"SSH_CONNECTION": "10.0.0.7 50022 10.0.0.1 22"} if over_ssh else {}) == light


def test_a_light_screen_has_no_motion_and_the_terminals_own_colours(program: ProgramOf) -> None:
    app = program(settings=Settings(light="on", theme="light")).app

    assert app.animation_level == "none"
    assert app.theme == "light"
    assert app.current_theme.ansi
    assert app.driver_class is LightDriver
