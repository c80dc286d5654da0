"""The sign-in form: nothing typed is lost, and every refusal says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input

from optilearn_tui.settings import Settings
from optilearn_tui.tui.choice import Choice
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.staff.staff_screen import StaffScreen
from tests.tui.people import MEERA, PASSWORD, PRINCIPAL, at_the_form, fill, sign_in
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf


def value(pilot: Pilot[None], name: str) -> str:
    """What stands in a field."""
    return pilot.app.screen.query_one(f"#{name}", Input).value


def focused(pilot: Pilot[None]) -> str | None:
    """The id of what has the focus."""
    return pilot.app.focused.id if pilot.app.focused else None


async def test_a_parent_signs_in_with_the_keyboard_alone(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        await pilot.press(*"riverside", "enter", *MEERA, "enter", *PASSWORD, "enter")
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        await settle(pilot)
        assert "Meera Sharma" in screen_text(opened.app)


async def test_what_is_typed_ahead_goes_into_the_field_it_was_meant_for(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        for key in ("r", "i", "enter", "m", "e", "tab", "x", "shift+tab", "escape"):
            opened.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert (value(pilot, "school"), value(pilot, "email"), value(pilot, "password")) == ("ri", "me", "x")
        assert focused(pilot) == "email"


async def test_the_school_is_named_while_it_is_typed(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        await pilot.press(*"springdale")
        await until(pilot, lambda: "✓ Springdale Vidyalaya" in screen_text(opened.app))
        await pilot.press("backspace")
        assert "Springdale" not in screen_text(opened.app)
        await until(pilot, lambda: "No school is called “springdal”." in screen_text(opened.app))


async def test_a_late_name_of_another_school_is_never_shown(program: ProgramOf, sandbox: Sandbox) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        gate = sandbox.weather.hold("institution")
        await pilot.press(*"riverside")
        await gate.reached()
        fill(pilot, school="springdale")
        gate.release()
        await until(pilot, lambda: "✓ Springdale Vidyalaya" in screen_text(opened.app))
        assert "Riverside" not in screen_text(opened.app)


@pytest.mark.parametrize("slug", ["evil.com/", "a.b", "learn", "-x"])
async def test_a_malformed_school_is_refused_before_anything_is_sent(
    slug: str, program: ProgramOf, sandbox: Sandbox
) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await sign_in(pilot, MEERA, school=slug)
        assert slug in screen_text(opened.app)
        assert focused(pilot) == "school"
        assert not sandbox.visits
        assert value(pilot, "password") == PASSWORD


async def test_a_wrong_password_is_said_and_everything_typed_stays(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await sign_in(pilot, MEERA, password="wrong")
        assert "was not accepted" in screen_text(opened.app)
        assert (value(pilot, "email"), value(pilot, "password")) == (MEERA, "wrong")
        assert focused(pilot) == "password"


@pytest.mark.parametrize("part", ["csrf", "sign-in"])
async def test_trouble_of_the_server_is_never_called_a_wrong_password(
    part: str, program: ProgramOf, sandbox: Sandbox
) -> None:
    sandbox.weather.answer(part, status=500)
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await sign_in(pilot, MEERA)
        text = screen_text(opened.app)
        assert "problem of its own" in text
        assert "password was not accepted" not in text


async def test_what_is_missing_is_asked_for(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        fill(pilot, school="riverside", password=PASSWORD)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Please fill in" in screen_text(opened.app)
        assert focused(pilot) == "email"


async def test_staff_choose_to_be_staff(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        await pilot.press("shift+tab", "right", "enter")
        assert opened.app.screen.query_one(Choice).chosen == 1
        assert focused(pilot) == "school"
        await sign_in(pilot, PRINCIPAL)
        await until(pilot, lambda: isinstance(opened.app.screen, StaffScreen))


async def test_school_and_kind_of_last_time_are_filled_in(program: ProgramOf) -> None:
    opened = program(settings=Settings(institution="riverside", account_kind="staff"))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        text = screen_text(opened.app)
        assert "(•) Staff" in text
        assert "✓ Riverside Public School" in text
        assert focused(pilot) == "email"


async def test_a_pasted_token_may_come_in_several_lines(program: ProgramOf, sandbox: Sandbox) -> None:
    token = sandbox.token(MEERA)
    opened = program(settings=Settings(institution="riverside"))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        await pilot.press("ctrl+t")
        assert focused(pilot) == "token"
        opened.app.screen.query_one("#token").post_message(events.Paste(f"{token[:60]}\n{token[60:]}\n"))
        await settle(pilot)
        assert token[:20] not in screen_text(opened.app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))


async def test_a_token_that_cannot_be_one_is_said_and_kept(program: ProgramOf) -> None:
    opened = program(settings=Settings(institution="riverside"))
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        await pilot.press("ctrl+t", *"abc", "enter")
        await settle(pilot)
        assert "token" in screen_text(opened.app)
        assert value(pilot, "token") == "abc"


async def test_switching_to_the_token_and_back_loses_nothing(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        fill(pilot, school="riverside", email=MEERA, password=PASSWORD)
        await pilot.click("#to-token")
        await settle(pilot)
        assert "Use e-mail and password" in screen_text(opened.app)
        await pilot.click("#to-token")
        await settle(pilot)
        assert (value(pilot, "email"), value(pilot, "password")) == (MEERA, PASSWORD)


async def test_a_second_enter_does_not_send_the_password_twice(program: ProgramOf, sandbox: Sandbox) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        fill(pilot, school="riverside", email=MEERA, password=PASSWORD)
        gate = sandbox.weather.hold("sign-in")
        await pilot.press("ctrl+s", "ctrl+s")
        await gate.reached()
        await pilot.press("ctrl+s")
        gate.release()
        await until(pilot, lambda: isinstance(opened.app.screen, ParentScreen))
        assert [visit.part for visit in sandbox.visits].count("sign-in") == 1


async def test_the_language_can_be_changed_while_typing(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        fill(pilot, school="riverside", email=MEERA, password=PASSWORD)
        await pilot.press("f2")
        await settle(pilot)
        assert "Sign in to your school" not in screen_text(opened.app)
        assert (value(pilot, "email"), value(pilot, "password")) == (MEERA, PASSWORD)
        assert opened.remembered == [{"language": "hi"}]


async def test_where_to_get_a_new_password_is_said(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        assert "learn.localhost/forgot-password" in screen_text(opened.app)


async def test_the_password_shows_as_dots_and_cannot_be_copied(program: ProgramOf) -> None:
    opened = program()
    async with opened.app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        fill(pilot, password=PASSWORD)
        opened.app.screen.query_one("#password").focus()
        await pilot.press("ctrl+shift+a", "ctrl+c", "ctrl+x")
        assert PASSWORD not in screen_text(opened.app)
        assert opened.app.clipboard == ""
        assert value(pilot, "password") == PASSWORD
