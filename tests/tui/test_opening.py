"""The first screen: at once, patient, and never a loss of the session."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.tui.early.curtain import curtain
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.trouble import Trouble
from tests.tui.people import MEERA, at_the_form
from tests.tui.screen_text import screen_text, until

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf


def test_the_app_imports_nothing_slow_before_its_first_screen() -> None:
    slow = (
        "pydantic",
        "httpx._client",
        "keyring",
        "babel",
        "tomlkit",
        "starlette",
    )
    script = f"import sys, optilearn_tui.tui.app; print(*[name for name in {slow!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


async def test_the_first_screen_stands_before_the_school_has_answered(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    gate = sandbox.weather.hold("session")
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await gate.reached()
        assert "Opening…" in screen_text(opened.app)
        gate.release()
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))


async def test_trouble_behind_the_curtain_is_told_in_front_of_it(
    program: ProgramOf, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain, "is_closed", True)
    sandbox.weather.fail("session", "500")
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(opened.app.screen.query(Trouble)))
        assert "riverside.localhost" in screen_text(opened.app)
        assert not curtain.is_closed


@pytest.mark.parametrize("trouble", ["500", "503", "html", "empty"])
async def test_trouble_at_the_start_is_told_and_the_session_survives_it(
    trouble: str, program: ProgramOf, sandbox: Sandbox
) -> None:
    sandbox.weather.fail("session", trouble)
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(opened.app.screen.query(Trouble)))
        text = screen_text(opened.app)
        assert "riverside.localhost" in text
        assert "tries again by itself" in text
        sandbox.weather.clear()
        await pilot.press("r")
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))


async def test_the_program_tries_again_without_being_asked(program: ProgramOf, sandbox: Sandbox) -> None:
    sandbox.weather.answer("session", status=500, times=2)
    opened = program(email=MEERA, pauses=lambda: [0.01] * 9)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))


async def test_a_new_attempt_says_its_own_trouble(program: ProgramOf, sandbox: Sandbox) -> None:
    sandbox.weather.answer("session", status=500)
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "after 5 seconds" in screen_text(opened.app))
        await pilot.press("r")
        await until(pilot, lambda: "after 10 seconds" in screen_text(opened.app))


async def test_from_trouble_one_can_sign_in_elsewhere(program: ProgramOf, sandbox: Sandbox) -> None:
    sandbox.weather.answer("session", status=500)
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(opened.app.screen.query(Trouble)))
        await pilot.press("s")
        await at_the_form(pilot)
        assert "riverside" in screen_text(opened.app)


async def test_retry_and_sign_in_are_offered_only_in_trouble(program: ProgramOf, sandbox: Sandbox) -> None:
    gate = sandbox.weather.hold("session")
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await gate.reached()
        assert "Try again" not in screen_text(opened.app)
        await pilot.press("s")
        assert "Opening…" in screen_text(opened.app)
        gate.release()
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
