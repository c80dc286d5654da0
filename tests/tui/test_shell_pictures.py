"""How the screens around the dashboard read at 80×24, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from optilearn_tui.tui.greeting import GreetingScreen
from optilearn_tui.tui.messages import SessionLost
from optilearn_tui.tui.trouble import Trouble
from tests.tui.people import AARAV, GUEST, MEERA, at_the_form, sign_in
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf

RIVERSIDE = Settings(institution="riverside")
IN_BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))

pytestmark = IN_BOTH_LANGUAGES


async def test_picture_of_the_opening(
    language: Language, program: ProgramOf, sandbox: Sandbox, snapshot: SnapshotAssertion
) -> None:
    use(language)
    gate = sandbox.weather.hold("session")
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)):
        await gate.reached()
        assert screen_text(opened.app) == snapshot
        gate.release()


async def test_picture_of_trouble(
    language: Language, program: ProgramOf, sandbox: Sandbox, snapshot: SnapshotAssertion
) -> None:
    use(language)
    sandbox.weather.answer("session", status=503)
    opened = program(email=MEERA)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(opened.app.screen.query(Trouble)))
        assert screen_text(opened.app) == snapshot


async def test_picture_of_the_form(
    language: Language, program: ProgramOf, snapshot: SnapshotAssertion
) -> None:
    use(language)
    opened = program(settings=RIVERSIDE)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        assert screen_text(opened.app) == snapshot(name="empty")
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert screen_text(opened.app) == snapshot(name="token")
        await pilot.press("ctrl+t")
        await sign_in(pilot, MEERA, password="wrong")
        assert screen_text(opened.app) == snapshot(name="refused")


@pytest.mark.parametrize("email", [AARAV, GUEST])
async def test_picture_of_a_greeting(
    email: str, language: Language, program: ProgramOf, snapshot: SnapshotAssertion
) -> None:
    use(language)
    opened = program(email=email)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, GreetingScreen))
        await settle(pilot)
        assert screen_text(opened.app) == snapshot


async def test_picture_of_help_and_commands(
    language: Language, program: ProgramOf, snapshot: SnapshotAssertion
) -> None:
    use(language)
    opened = program(email=AARAV)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, GreetingScreen))
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert screen_text(opened.app) == snapshot(name="help")
        await pilot.press("escape", "ctrl+p")
        await settle(pilot)
        assert screen_text(opened.app) == snapshot(name="commands")


async def test_picture_of_questions(
    language: Language, program: ProgramOf, snapshot: SnapshotAssertion
) -> None:
    use(language)
    opened = program(email=AARAV)
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(opened.app.screen, GreetingScreen))
        await settle(pilot)
        opened.app.screen.post_message(SessionLost())
        await settle(pilot)
        assert screen_text(opened.app) == snapshot(name="session lost")
        await pilot.resize_terminal(59, 17)
        await settle(pilot)
        assert screen_text(opened.app) == snapshot(name="too small")
