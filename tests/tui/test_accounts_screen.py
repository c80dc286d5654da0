"""Every account on this computer on one screen, and nobody's data under another's name on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from optilearn_tui.credentials import MemoryStore
from optilearn_tui.tui.accounts_screen import AccountsScreen
from optilearn_tui.tui.messages import AccountWanted
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.staff.staff_screen import StaffScreen
from tests.conftest import NOON
from tests.tui.people import JOHN, MEERA, PASSWORD, PRINCIPAL, at_the_form, fill, sign_in
from tests.tui.program import account_here
from tests.tui.screen_text import screen_text, settle, until
from tests.tui.test_doorway import confirmed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf

SUNITA = "sunita.verma@example.com"
"""A parent of another school."""


async def at_accounts(pilot: Pilot[None]) -> None:
    """Open the list once everybody is at home."""
    await confirmed(pilot)
    await pilot.press("f8")
    await settle(pilot)
    assert isinstance(pilot.app.screen, AccountsScreen)


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the list, one an account."""
    options = pilot.app.screen.query_one(OptionList).options
    return [" ".join(str(option.prompt).split()) for option in options]


async def test_every_account_is_listed_with_its_school_and_until_when(program: ProgramOf) -> None:
    app = program(known=[MEERA, SUNITA, PRINCIPAL]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_accounts(pilot)
        meera, sunita, principal = rows(pilot)
        assert meera.startswith("▸ Meera Sharma · Riverside Public School · in use · opens at start")
        assert "Parent · session until Fri 15 May" in meera
        assert "springdale" in sunita
        assert "not known" in sunita
        assert "Staff" in principal
        assert "Accounts on this computer" in screen_text(app)


async def test_with_u_as_well_but_in_the_staff_room_where_it_counts(program: ProgramOf) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert isinstance(app.screen, AccountsScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ParentScreen)


async def test_choosing_an_account_goes_there_and_nothing_of_the_former_one_stays(
    program: ProgramOf,
) -> None:
    opened = program(known=[MEERA, SUNITA])
    app = opened.app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_accounts(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "रोहन वर्मा" in screen_text(app))
        await confirmed(pilot)
        text = screen_text(app)
        assert not any(word in text for word in ("Meera", "Aarav", "Sharma"))
        assert len(app.screen_stack) == 2
        assert opened.clients[0]._exchange._is_closed
        await pilot.press("f8")
        await settle(pilot)
        assert [row.startswith("▸") for row in rows(pilot)].count(True) == 1


async def test_what_was_under_way_for_the_former_account_is_given_up(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA, JOHN]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        gate = sandbox.weather.hold("overview", contact_id="c-aarav")
        await pilot.press("2", "r")
        await gate.reached()
        app.post_message(AccountWanted(account_here(sandbox, lambda: NOON, JOHN)))
        await until(pilot, lambda: "Aarav" not in screen_text(app))
        gate.release()
        await confirmed(pilot)
        await settle(pilot)
        text = screen_text(app)
        assert not any(word in text for word in ("Meera", "Aarav", "Sharma")), text


async def test_switching_to_and_fro_quickly_ends_with_the_account_chosen_last(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA, JOHN, PRINCIPAL]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        for email in (JOHN, MEERA, PRINCIPAL, JOHN, PRINCIPAL):
            app.post_message(AccountWanted(account_here(sandbox, lambda: NOON, email)))
        await settle(pilot)
        await confirmed(pilot)
        assert isinstance(app.screen, StaffScreen)
        assert "Meera" not in screen_text(app)


async def test_a_child_that_was_chosen_elsewhere_is_the_one_to_begin_with(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[JOHN, MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        app.post_message(AccountWanted(account_here(sandbox, lambda: NOON, MEERA), "c-aarav"))
        await until(pilot, lambda: "Meera" in screen_text(app))
        await confirmed(pilot)
        assert isinstance(app.screen, ParentScreen)
        assert app.screen.subject == "c-aarav"


async def test_an_account_whose_session_is_gone_leads_to_the_form(program: ProgramOf) -> None:
    opened = program(known=[MEERA, SUNITA])
    gone = {key: token for key, token in opened.tokens.items() if key.slug == "riverside"}
    app = program(known=[MEERA, SUNITA], stores=[MemoryStore(gone)]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_accounts(pilot)
        await pilot.press("down", "enter")
        await at_the_form(pilot)
        text = screen_text(app)
        assert "sign in again" in text
        assert "Springdale" in text
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert "Meera" in screen_text(app)


async def test_another_account_is_signed_in_beside_the_one_in_use(program: ProgramOf) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_accounts(pilot)
        await pilot.press("n")
        await sign_in(pilot, JOHN)
        await until(pilot, lambda: isinstance(app.screen, ParentScreen))
        await settle(pilot)
        assert "Aarav" not in screen_text(app)
        await pilot.press("f8")
        await settle(pilot)
        assert len(rows(pilot)) == 2
        assert any("Meera" in row for row in rows(pilot))


async def test_signing_out_of_an_account_that_is_not_in_use_leaves_the_one_that_is(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    opened = program(known=[MEERA, JOHN])
    store = MemoryStore(opened.tokens)
    app = program(known=[MEERA, JOHN], stores=[store]).app
    john = account_here(sandbox, lambda: NOON, JOHN)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_accounts(pilot)
        await pilot.press("down", "x")
        await settle(pilot)
        assert "forgets John D'Souza at Riverside Public School" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert len(rows(pilot)) == 1
        assert "You are signed out" in screen_text(app)
        assert await store.load(john.key) is None
        assert await store.load(account_here(sandbox, lambda: NOON, MEERA).key) is not None
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ParentScreen)


async def test_signing_out_of_the_account_in_use_is_the_usual_sign_out(program: ProgramOf) -> None:
    app = program(known=[MEERA, JOHN]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_accounts(pilot)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("enter")
        await at_the_form(pilot)
        assert "You are signed out" in screen_text(app)
        await pilot.press("f8")
        await settle(pilot)
        assert len(rows(pilot)) == 1
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ParentScreen))


async def test_the_account_to_begin_with_can_be_chosen(program: ProgramOf) -> None:
    app = program(known=[MEERA, SUNITA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_accounts(pilot)
        await pilot.press("down", "m")
        await settle(pilot)
        assert ["opens at start" in row for row in rows(pilot)] == [False, True]
        assert ["in use" in row for row in rows(pilot)] == [True, False]


async def test_a_hostile_name_is_only_a_name(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(email=MEERA, token=sandbox.token(MEERA, name="[b]Meera[/nope]")).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_accounts(pilot)
        assert "[b]Meera[/nope]" in screen_text(app)


async def test_nobody_is_listed_where_nobody_is_known(program: ProgramOf) -> None:
    app = program().app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        fill(pilot, school="riverside", email=MEERA, password=PASSWORD)
        await pilot.press("f8")
        await settle(pilot)
        assert "Nobody is signed in here." in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.id == "sign-in"
