"""A locked screen shows nothing of anybody's, asks nothing, and opens to the same person alone."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from textual import events
from textual.widgets import Input
from typing_extensions import override

from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.secret import Secret
from optilearn_tui.credentials import MemoryStore
from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from optilearn_tui.tui.app import OptiLearnApp
from optilearn_tui.tui.board import BoardScreen
from optilearn_tui.tui.lock import LockScreen
from optilearn_tui.tui.messages import Accepted, AccountWanted, SessionLost
from optilearn_tui.tui.parent import ParentScreen
from optilearn_tui.tui.too_small import TooSmallScreen
from tests.conftest import NOON
from tests.tui.people import JOHN, MEERA, PASSWORD, PRINCIPAL, at_the_form, fill
from tests.tui.program import Program, account_here
from tests.tui.scenes import at_home
from tests.tui.screen_text import screen_text, settle, until
from tests.tui.test_doorway import confirmed

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.token import Token
    from optilearn_tui.credentials import AccountKey, Entry
    from optilearn_tui.sandbox import Sandbox
    from tests.tui.conftest import ProgramOf

S = TypeVar("S", bound=Secret)

OF_MEERA = ("Meera", "meera", "Sharma", "Aarav", "दीया", "Kabir", "Riverside", "riverside", "₹", "8-B")


def reveals(text: str) -> list[str]:
    """What of Meera's stands in a text."""
    return [word for word in OF_MEERA if word in text]


async def locked(pilot: Pilot[None]) -> None:
    """Sign in, look at a child, and lock."""
    await confirmed(pilot)
    await pilot.press("2")
    await settle(pilot)
    await pilot.press("ctrl+l")
    await settle(pilot)
    assert isinstance(pilot.app.screen, LockScreen)


async def unlock(pilot: Pilot[None], password: str = PASSWORD) -> None:
    """Type a password and send it."""
    fill(pilot, password=password)
    await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
@pytest.mark.parametrize("language", list(Language))
async def test_nothing_of_anybodys_is_on_a_locked_screen(
    language: Language, size: tuple[int, int], program: ProgramOf
) -> None:
    use(language)
    app = program(known=[MEERA]).app
    async with app.run_test(size=size, notifications=True) as pilot:
        await confirmed(pilot)
        assert reveals(screen_text(app))
        app.notify("Aarav Sharma, 8-B", markup=False)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert reveals(screen_text(app)) == []
        assert reveals(f"{app.title} {app.sub_title} {app.screen.title} {app.screen.sub_title}") == []
        for keys in (("ctrl+p",), ("escape", "f1"), ("escape", "f8"), ("escape", "ctrl+o"), ("escape",)):
            await pilot.press(*keys)
            await settle(pilot)
            assert reveals(screen_text(app)) == []
        assert isinstance(app.screen, LockScreen)


async def test_nothing_is_asked_while_the_screen_is_locked(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        before = len(sandbox.visits)
        assert isinstance(app.home, ParentScreen)
        app.home.action_refresh()
        app._watch.again()
        await settle(pilot)
        assert len(sandbox.visits) == before


async def test_what_is_being_read_for_staff_is_left_off(program: ProgramOf, sandbox: Sandbox) -> None:
    app = program(known=[PRINCIPAL]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "StaffScreen")
        gate = sandbox.weather.hold("roster")
        await pilot.press("a")
        await gate.reached()
        await pilot.press("ctrl+l")
        gate.release()
        await settle(pilot)
        before = len(sandbox.visits)
        await settle(pilot)
        assert len(sandbox.visits) == before
        assert isinstance(app.screen, LockScreen)


async def test_the_same_person_goes_on_where_they_were_and_everything_is_asked_anew(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    opened = program(known=[MEERA])
    app = opened.app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.press("2")
        await settle(pilot)
        home = app.home
        await pilot.press("b", "down", "ctrl+l")
        await settle(pilot)
        before = len(sandbox.visits)
        await unlock(pilot)
        assert isinstance(app.screen, BoardScreen)
        assert app.home is home
        asked = [visit.part for visit in list(sandbox.visits)[before:]]
        assert {"sign-in", "overview", "fees"} <= set(asked)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ParentScreen)
        assert app.screen.subject == "c-aarav"
        assert "updating" not in screen_text(app)
        assert "Overdue" in screen_text(app)


async def test_the_session_is_nowhere_but_in_memory_while_the_screen_is_locked(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    key = account_here(sandbox, lambda: NOON, MEERA).key
    store = MemoryStore(program(known=[MEERA]).tokens)
    app = program(known=[MEERA], stores=[store]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        assert await store.load(key) is None
        another_run = program(known=[MEERA], stores=[store]).app
        async with another_run.run_test(size=(80, 24)) as other:
            await at_the_form(other)
        await unlock(pilot)
        assert await store.load(key) is not None
        await pilot.press("ctrl+l")
        await settle(pilot)
        await pilot.press("ctrl+q")
    assert await store.load(key) is None


class SlowToErase(MemoryStore):
    """A place that takes its time to forget, unless nobody is waiting for it any more."""

    def __init__(self, tokens: Mapping[AccountKey, Token]) -> None:
        super().__init__(tokens)
        self.may_go_on = asyncio.Event()

    @override
    async def erase(self, entry: Entry[S]) -> None:
        """Forget it, sooner or later."""
        await self.may_go_on.wait()
        await super().erase(entry)


async def test_whoever_locks_and_leaves_at_once_leaves_no_session_behind(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    keys = [account_here(sandbox, lambda: NOON, email).key for email in (MEERA, JOHN)]
    store = SlowToErase(program(known=[MEERA, JOHN]).tokens)
    app = program(known=[MEERA, JOHN], stores=[store]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        assert await store.load(keys[0]) is not None
        app.exit()
        store.may_go_on.set()
    assert [await store.load(key) for key in keys] == [None, None]


async def test_a_session_kept_after_the_screen_was_locked_is_put_away_too(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    opened = program(known=[MEERA])
    store = MemoryStore(opened.tokens)
    app = program(known=[MEERA], stores=[store]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        assert app._accounts is not None
        john = await app._accounts.sign_in("riverside", AccountKind.PARENT, JOHN, PASSWORD)
        app.post_message(Accepted(john))
        await settle(pilot)
        assert app.is_locked
        assert await store.load(account_here(sandbox, lambda: NOON, JOHN).key) is None


async def test_a_screen_that_was_locked_after_the_session_had_ended_can_be_signed_out(
    program: ProgramOf,
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        app.post_message(SessionLost())
        await settle(pilot)
        await pilot.press("escape", "ctrl+l")
        await settle(pilot)
        assert isinstance(app.screen, LockScreen)
        await pilot.press("ctrl+o", "enter")
        await at_the_form(pilot)
        assert "You are signed out" in screen_text(app)


async def test_a_wrong_password_opens_nothing(program: ProgramOf) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        await unlock(pilot, "wrong")
        assert isinstance(app.screen, LockScreen)
        text = screen_text(app)
        assert "was not accepted" in text
        assert reveals(text) == []
        await unlock(pilot, "")
        assert "Please fill in" in screen_text(app)
        await unlock(pilot)
        assert isinstance(app.screen, ParentScreen)


@pytest.mark.parametrize("trouble", ["500", "503"])
async def test_trouble_at_the_school_is_told_and_opens_nothing(
    trouble: str, program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        sandbox.weather.fail("sign-in", trouble)
        await unlock(pilot)
        text = screen_text(app)
        assert isinstance(app.screen, LockScreen)
        assert "was not accepted" not in text
        assert "Asking the school" not in text
        sandbox.weather.clear()
        await unlock(pilot)
        assert isinstance(app.screen, ParentScreen)


async def test_a_school_that_wants_another_step_is_asked_with_a_token(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        sandbox.weather.html("sign-in")
        await unlock(pilot)
        assert "one more step" in screen_text(app)
        assert app.screen.query_one("#token", Input).has_focus


async def test_a_token_of_the_same_person_unlocks_and_one_of_somebody_else_does_not(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        await pilot.press("ctrl+t")
        for token in (sandbox.token(JOHN), sandbox.account("sunita.verma@example.com").session_token, "x"):
            fill(pilot, token=token)
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, LockScreen)
            assert app.screen.query_one("#answer").visible
            assert "john" not in screen_text(app).casefold()
        fill(pilot, token=sandbox.token(MEERA))
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ParentScreen)
        assert "Meera Sharma" in screen_text(app)


async def test_somebody_else_is_refused_without_telling_whose_screen_it_is(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        await pilot.press("ctrl+t")
        fill(pilot, token=sandbox.token(JOHN))
        await pilot.press("enter")
        await settle(pilot)
        assert reveals(screen_text(app)) == []
        (answer,) = app.screen.query("#answer")
        assert str(answer.render()).strip()


async def test_whoever_finds_a_locked_screen_can_sign_the_person_out(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        await pilot.press("ctrl+o", "enter")
        await at_the_form(pilot)
        text = screen_text(app)
        assert "You are signed out" in text
        assert "could not be told" not in text
        assert "Meera" not in text
        assert not app.is_locked
        assert len(app.screen_stack) == 2
        assert [visit.part for visit in sandbox.visits].count("sign-out") == 1


async def test_a_school_that_told_no_address_is_asked_with_a_token(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    of_parent = '"isContact": true, "contactId": "c-meera", "contactType": "CONTACT_PARENT"'
    sandbox.weather.body("session", f'{{"user": {{"id": "u-7", {of_parent}}}}}')
    app = program(email=MEERA).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.screen.query_one("#token", Input).has_focus
        assert "Password" not in screen_text(app)


async def test_the_screen_locks_when_nobody_has_touched_anything_for_as_long_as_was_chosen(
    sandbox: Sandbox,
) -> None:
    now = [NOON]

    def clock() -> datetime:
        return now[0]

    settings = Settings(institution="riverside", idle_lock_minutes=5)
    app = Program(sandbox, clock, known=[MEERA], settings=settings).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        now[0] += timedelta(minutes=4)
        await pilot.press("2")
        now[0] += timedelta(minutes=4)
        app._look_for_nobody()
        await settle(pilot)
        assert not app.is_locked
        now[0] += timedelta(minutes=1)
        app._look_for_nobody()
        await settle(pilot)
        assert app.is_locked


@pytest.mark.parametrize(
    "event", [events.Key("b", "b"), events.Paste("b"), events.AppFocus()], ids=["key", "paste", "focus"]
)
async def test_whoever_wakes_a_sleeping_machine_sees_a_locked_screen_and_no_key_gets_through(
    event: events.Event, sandbox: Sandbox
) -> None:
    now = [NOON]
    settings = Settings(institution="riverside", idle_lock_minutes=5)
    app = Program(sandbox, lambda: now[0], known=[MEERA], settings=settings).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        now[0] += timedelta(hours=8)
        app.post_message(event)
        await settle(pilot)
        assert isinstance(app.screen, LockScreen)
        assert not any(field.value for field in app.screen.query(Input))
        assert not any(isinstance(screen, BoardScreen) for screen in app.screen_stack)
        await unlock(pilot)
        assert isinstance(app.screen, ParentScreen)


async def test_by_default_the_screen_does_not_lock_by_itself(sandbox: Sandbox) -> None:
    now = [NOON]
    app = Program(sandbox, lambda: now[0], known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        now[0] += timedelta(days=1)
        await pilot.press("2")
        await settle(pilot)
        assert not app.is_locked


async def test_there_is_nothing_to_lock_before_somebody_signed_in(program: ProgramOf) -> None:
    app = program().app
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_form(pilot)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.screen.id == "sign-in"


async def test_a_window_too_small_that_grows_while_locked_shows_nothing_but_the_lock(
    program: ProgramOf,
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.resize_terminal(50, 15)
        await settle(pilot)
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.press("ctrl+l")
        await settle(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert isinstance(app.screen, LockScreen)
        await unlock(pilot)
        await settle(pilot)
        assert isinstance(app.screen, ParentScreen)


async def test_a_session_that_ends_while_the_screen_is_locked_asks_nothing_over_it(
    program: ProgramOf,
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await locked(pilot)
        app.post_message(SessionLost())
        await settle(pilot)
        assert isinstance(app.screen, LockScreen)
        await unlock(pilot)
        assert isinstance(app.screen, ParentScreen)
        assert isinstance(app, OptiLearnApp)
        assert not app._lost


async def test_whoever_was_on_the_way_to_another_account_is_behind_the_lock_too(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA, JOHN]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        app.post_message(AccountWanted(account_here(sandbox, lambda: NOON, JOHN)))
        app.action_lock()
        await settle(pilot)
        assert isinstance(app.screen, LockScreen)
        assert "John" not in screen_text(app)


async def test_a_sign_in_that_is_answered_after_the_screen_was_locked_opens_nothing(
    program: ProgramOf, sandbox: Sandbox
) -> None:
    app = program(known=[MEERA]).app
    async with app.run_test(size=(80, 24)) as pilot:
        await confirmed(pilot)
        await pilot.press("f8", "n")
        await at_the_form(pilot)
        fill(pilot, school="riverside", email=JOHN, password=PASSWORD)
        gate = sandbox.weather.hold("sign-in")
        await pilot.press("ctrl+s")
        await gate.reached()
        await pilot.press("ctrl+l")
        gate.release()
        await settle(pilot)
        assert isinstance(app.screen, LockScreen)
        await unlock(pilot)
        assert app.screen.id == "sign-in"
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert "Meera Sharma" in screen_text(app)
