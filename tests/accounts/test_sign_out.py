"""The end of a run and the end of a session."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.errors import NotSignedIn
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import MemoryStore, StoreUnavailable
from optilearn_tui.settings import Settings
from tests.accounts.conftest import MEERA, MEERAS, PASSWORD, AccountsWith
from tests.accounts.stores import SlowToSave, Unusable
from tests.conftest import NOON

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

MEERA_CHOSEN = Settings(institution="riverside", account=MEERA)


async def test_the_session_as_renewed_by_the_server_is_kept_at_the_end(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    first = parse_token(sandbox.account(MEERA).session_token)
    store = MemoryStore({MEERAS: first})
    accounts = accounts_with(store, settings=MEERA_CHOSEN)
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert await store.load(MEERAS) == first
    assert await accounts.keep(signed_in) == ()
    assert await store.load(MEERAS) == signed_in.client.session.token != first


async def test_a_run_that_ends_late_does_not_undo_what_another_run_did(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = MemoryStore({MEERAS: parse_token(sandbox.account(MEERA).session_token)})
    accounts = accounts_with(store, settings=MEERA_CHOSEN)
    signed_in = await accounts.resume()
    assert signed_in is not None
    await store.erase(MEERAS)
    await accounts.keep(signed_in)
    assert await store.load(MEERAS) is None
    other = parse_token(sandbox.staff().session_token)
    await store.save(MEERAS, other)
    await accounts.keep(signed_in)
    assert await store.load(MEERAS) == other


async def test_a_keyring_that_is_stuck_at_the_end_does_not_hold_up_the_exit(
    accounts_with: AccountsWith, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optilearn_tui.accounts.sessions._EXIT_PATIENCE", 0.01)
    store = SlowToSave({MEERAS: parse_token(sandbox.account(MEERA).session_token)})
    accounts = accounts_with(store, settings=MEERA_CHOSEN)
    signed_in = await accounts.resume()
    assert signed_in is not None
    store.stuck = True
    (notice,) = await accounts.keep(signed_in)
    assert isinstance(notice, StoreUnavailable)
    assert notice.reason == "timeout"


async def test_signing_out_forgets_the_session_everywhere(accounts_with: AccountsWith) -> None:
    store = MemoryStore()
    accounts = accounts_with(store)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    signed_out = await accounts.sign_out(signed_in)
    assert signed_out.server_told
    assert signed_out.slug == "riverside"
    assert signed_in.client.session.token is None
    assert await store.load(MEERAS) is None
    assert await accounts.resume() is None


async def test_signing_out_says_until_when_a_copy_may_stay_valid(accounts_with: AccountsWith) -> None:
    accounts = accounts_with(MemoryStore())
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert (await accounts.sign_out(signed_in)).valid_until == NOON + timedelta(days=30)


@pytest.mark.parametrize("trouble", ["500", "html"])
async def test_whatever_the_server_says_the_session_is_forgotten_here(
    accounts_with: AccountsWith, sandbox: Sandbox, trouble: str
) -> None:
    store = MemoryStore()
    accounts = accounts_with(store)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    sandbox.weather.fail("sign-out", trouble)
    assert not (await accounts.sign_out(signed_in)).server_told
    assert await store.load(MEERAS) is None


async def test_a_session_that_is_over_is_not_written_down_again(accounts_with: AccountsWith) -> None:
    store = MemoryStore()
    accounts = accounts_with(store)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await accounts.sign_out(signed_in)
    assert await accounts.keep(signed_in) == ()
    assert await store.load(MEERAS) is None
    with pytest.raises(NotSignedIn):
        signed_in.client.session.cookie()


async def test_what_could_not_be_erased_is_told(accounts_with: AccountsWith, sandbox: Sandbox) -> None:
    accounts = accounts_with(MemoryStore(), Unusable())
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    (left,) = (await accounts.sign_out(signed_in)).left_behind
    assert left.reason == "locked"
    assert sandbox.visits


async def test_a_session_in_the_environment_is_told_to_be_still_there(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    environ = {"OPTILEARN_SESSION_TOKEN": sandbox.account(MEERA).session_token}
    accounts = accounts_with(environ=environ)
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert (await accounts.sign_out(signed_in)).still_in_environment


async def test_a_session_can_be_forgotten_while_the_school_is_down(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = MemoryStore({MEERAS: parse_token(sandbox.account(MEERA).session_token)})
    sandbox.weather.fail("*", "503")
    signed_out = await accounts_with(store, settings=MEERA_CHOSEN).forget()
    assert signed_out is not None
    assert not signed_out.server_told
    assert signed_out.valid_until == NOON + timedelta(days=30)
    assert await store.load(MEERAS) is None


async def test_where_nothing_is_kept_there_is_nothing_to_forget(accounts_with: AccountsWith) -> None:
    assert await accounts_with(MemoryStore()).forget() is None
    assert await accounts_with(MemoryStore(), settings=Settings()).forget() is None


async def test_forgetting_says_what_could_not_be_looked_into(accounts_with: AccountsWith) -> None:
    signed_out = await accounts_with(Unusable()).forget()
    assert signed_out is not None
    assert [left.reason for left in signed_out.left_behind] == ["locked"]


async def test_whoever_goes_away_while_they_are_signed_out_is_signed_out_in_the_end(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = MemoryStore()
    accounts = accounts_with(store)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    gate = sandbox.weather.hold("sign-out")
    asking = asyncio.create_task(accounts.sign_out(signed_in))
    await gate.reached()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert await store.load(MEERAS) is not None
    gate.release()
    await accounts.finish()
    assert await store.load(MEERAS) is None
    assert accounts.known() == ()
    assert [visit.part for visit in sandbox.visits].count("sign-out") == 1
