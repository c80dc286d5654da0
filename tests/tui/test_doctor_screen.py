"""The check-up as a screen: from everywhere, live, in both languages, and as text to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.doctor import Check, Result
from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from optilearn_tui.tui.check_row import CheckRow
from optilearn_tui.tui.trouble import Trouble
from tests.english_left import bundled_school, english_left
from tests.tui.people import AARAV, MEERA, at_the_form, fill
from tests.tui.scenes import at_home
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion
    from textual.app import App
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf


def without_keys(app: App[None]) -> str:
    """What stands on the screen above the line of keys, which follows what the whole program has."""
    return screen_text(app).rpartition("\n")[0]


def found(pilot: Pilot[None]) -> dict[Check, str]:
    """The reason of each check that is made."""
    rows = pilot.app.screen.query(CheckRow)
    return {row.finding.check: row.finding.reason for row in rows if row.finding is not None}


def wrong(pilot: Pilot[None]) -> list[Check]:
    """The checks that failed."""
    rows = [row.finding for row in pilot.app.screen.query(CheckRow) if row.finding is not None]
    return [finding.check for finding in rows if finding.result is Result.FAILED]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", list(Language))
async def test_picture_of_a_check_up(
    language: Language, size: tuple[int, int], program: ProgramOf, snapshot: SnapshotAssertion
) -> None:
    use(language)
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=size) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("d")
        await settle(pilot)
        assert without_keys(app) == snapshot(name="done")
        await pilot.press("e", "end")
        await settle(pilot)
        assert without_keys(app) == snapshot(name="facts")


async def test_no_english_is_left_on_it_in_hindi(program: ProgramOf) -> None:
    use(Language.HI)
    app = program(email=AARAV, doctor=True).app
    async with app.run_test(size=(120, 120)) as pilot:
        await at_home(pilot, "GreetingScreen")
        await pilot.press("f9", "e")
        await settle(pilot)

        also = ("JWS", "TLS", "DNS", "FORBIDDEN", "student", "parent", "staff", "google")
        assert english_left(screen_text(app), bundled_school(), also=also) == []


async def test_a_students_account_is_found_and_led_to(program: ProgramOf) -> None:
    app = program(email=AARAV, doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "GreetingScreen")
        await pilot.press("d")
        await settle(pilot)

        assert wrong(pilot) == [Check.PERSON]
        assert "✗ Kind of account: This is a student's account" in screen_text(app)


async def test_what_is_slow_leaves_a_line_that_waits_and_can_be_left(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=(80, 50)) as pilot:
        await at_home(pilot, "ParentScreen")
        gate = sandbox.weather.hold("providers")
        await pilot.press("d")
        await until(pilot, lambda: Check.CHILDREN in found(pilot))

        assert "· Sign-in service" in screen_text(app)
        assert "Looking…" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.id != "doctor")
        gate.release()


async def test_it_is_offered_where_the_school_does_not_answer(program: ProgramOf, sandbox: Sandbox) -> None:
    sandbox.weather.answer("session", status=503)
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.screen.query(Trouble)))
        assert "Check-up" in screen_text(app)
        await pilot.press("d")
        await until(pilot, lambda: Check.LINK in found(pilot))

        assert wrong(pilot) == [Check.WHO_AM_I]
        await pilot.press("escape")


async def test_it_is_offered_beside_the_sign_in_form_and_keeps_what_is_typed(program: ProgramOf) -> None:
    app = program(settings=Settings(institution="riverside"), doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        assert "F9 finds out why" in screen_text(app)
        fill(pilot, school="riversdie")
        await pilot.press(*"d@x", "f9")
        await settle(pilot)

        assert wrong(pilot) == [Check.PORTAL]
        assert "“riversdie”" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "d@x" in screen_text(app)


async def test_the_report_is_copied_as_text(program: ProgramOf) -> None:
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("c")

        assert app.clipboard.startswith("OptiLearn in the terminal ")
        assert "✓ Children: 3 children are linked" in app.clipboard
        assert "Contact ids: c-aarav, c-diya, c-kabir" in app.clipboard


async def test_the_language_changes_while_it_is_read(program: ProgramOf) -> None:
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("d")
        await settle(pilot)
        english = screen_text(app)
        await pilot.press("l")
        await settle(pilot)
        assert screen_text(app) != english
        await pilot.press("l")
        await settle(pilot)
        assert screen_text(app) == english


async def test_looking_again_sees_what_has_changed(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("d")
        await settle(pilot)
        assert wrong(pilot) == []

        sandbox.weather.body("session", "null")
        await pilot.press("r")
        await settle(pilot)

        assert wrong(pilot) == [Check.WHO_AM_I]
        assert found(pilot)[Check.WHO_AM_I] == "ended"


async def test_nothing_is_sent_by_somebody_who_went_offline(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("f4")
        visits = len(sandbox.visits)

        await pilot.press("r")
        await settle(pilot)
        await pilot.press("escape", "d")
        await settle(pilot)

        assert len(sandbox.visits) == visits
        assert app.screen.id != "doctor"
        told = [notice.message for notice in app._notifications if "offline by choice" in notice.message]
        assert len(told) == 2


async def test_nobody_looks_behind_a_lock(program: ProgramOf) -> None:
    app = program(email=MEERA, doctor=True).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "ParentScreen")
        await pilot.press("ctrl+l")
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)

        assert not app.screen.query(CheckRow)
