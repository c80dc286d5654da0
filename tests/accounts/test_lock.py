"""A screen that is locked: nobody's session is kept anywhere, and only the same person gets back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import AnotherPerson, SignedIn, TokenSource
from optilearn_tui.api.errors import BrowserOnly, ServerTrouble, SessionEnded, WrongCredentials
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import FileStore, Store
from optilearn_tui.i18n.problems import problem
from tests.accounts.conftest import MEERA, MEERAS, PASSWORD, PRINCIPAL, PRINCIPALS, RIVERSIDE, AccountsWith
from tests.accounts.stores import Failing, Lasting, Unusable

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.settings import Places


@pytest.fixture
def store(places: Places) -> Store:
    """Where sessions are kept; not the first choice."""
    return FileStore(places.data_dir)


@pytest.fixture
def accounts(accounts_with: AccountsWith, store: Store) -> Accounts:
    """Accounts on a machine whose keyring fails, so that a private file is used when it is asked for."""
    return accounts_with(store)


@pytest.fixture
async def meera(accounts: Accounts) -> SignedIn:
    """A mother who has locked her screen."""
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert await accounts.lock(signed_in) == ()
    return signed_in


async def test_a_run_that_starts_while_the_screen_is_locked_has_to_sign_in(
    accounts_with: AccountsWith, store: Store, meera: SignedIn
) -> None:
    assert await store.load(MEERAS) is None
    assert meera.client.session.token is not None
    later = accounts_with(store)
    assert [account.person for account in later.known()] == [MEERA]
    assert await later.recall() is None


async def test_a_run_that_ends_while_its_screen_is_locked_leaves_no_session(
    accounts: Accounts, store: Store, meera: SignedIn
) -> None:
    await accounts.keep(meera)
    assert await store.load(MEERAS) is None


async def test_the_password_of_the_same_person_unlocks_with_a_fresh_session(
    accounts: Accounts, store: Store, meera: SignedIn
) -> None:
    back = await accounts.unlock_with_password(meera, PASSWORD)
    assert back.account is not None
    assert back.account.is_same(meera.account)
    assert back.source is TokenSource.FILE
    assert await store.load(MEERAS) == back.client.session.token
    assert meera.client.session.token is not None


async def test_a_pasted_session_of_the_same_person_unlocks_as_well(
    accounts: Accounts, store: Store, meera: SignedIn, sandbox: Sandbox
) -> None:
    back = await accounts.unlock_with_token(meera, sandbox.token(MEERA))
    assert await store.load(MEERAS) == back.client.session.token


async def test_somebody_else_does_not_get_in_and_nothing_of_theirs_is_kept(
    accounts: Accounts, store: Store, meera: SignedIn, sandbox: Sandbox
) -> None:
    with pytest.raises(AnotherPerson) as caught:
        await accounts.unlock_with_token(meera, sandbox.staff().session_token)
    assert (caught.value.expected, caught.value.told) == (MEERA, PRINCIPAL)
    assert PRINCIPAL not in str(problem(caught.value))
    assert [account.person for account in accounts.known()] == [MEERA]
    assert accounts.default is not None
    assert accounts.default.person == MEERA
    assert await store.load(MEERAS) is None


@pytest.mark.parametrize("trouble", ["wrong password", "school down", "ended token"])
async def test_whatever_goes_wrong_the_screen_stays_locked(
    accounts: Accounts, store: Store, meera: SignedIn, sandbox: Sandbox, trouble: str
) -> None:
    if trouble == "wrong password":
        with pytest.raises(WrongCredentials):
            await accounts.unlock_with_password(meera, "wrong")
    elif trouble == "school down":
        sandbox.weather.fail("*", "500")
        with pytest.raises(ServerTrouble):
            await accounts.unlock_with_password(meera, PASSWORD)
    else:
        sandbox.weather.body("session", "null")
        with pytest.raises(SessionEnded):
            await accounts.unlock_with_token(meera, sandbox.token(MEERA))
    assert await store.load(MEERAS) is None
    assert meera.client.session.token is not None


async def test_without_an_address_only_a_pasted_session_unlocks(accounts: Accounts, meera: SignedIn) -> None:
    from dataclasses import replace

    assert meera.account is not None
    unknown = replace(meera, account=replace(meera.account, email=None))
    with pytest.raises(BrowserOnly):
        await accounts.unlock_with_password(unknown, PASSWORD)


@pytest.fixture
async def beside(accounts: Accounts) -> SignedIn:
    """A principal who shares the computer with a mother, and was there before her."""
    return await accounts.sign_in("riverside", AccountKind.STAFF, PRINCIPAL, PASSWORD)


@pytest.mark.usefixtures("beside", "meera")
async def test_nobody_elses_session_is_left_for_a_run_that_starts_while_the_screen_is_locked(
    accounts_with: AccountsWith, store: Store
) -> None:
    assert [await store.load(key) for key in (MEERAS, PRINCIPALS)] == [None, None]
    later = accounts_with(store)
    assert {account.person for account in later.known()} == {MEERA, PRINCIPAL}
    assert [await later.recall(account) for account in later.known()] == [None, None]
    assert await later.recall() is None


async def test_a_session_of_nobody_knows_whom_is_not_left_either(
    accounts: Accounts, store: Store, sandbox: Sandbox
) -> None:
    await store.save(RIVERSIDE, parse_token(sandbox.token(PRINCIPAL)))
    meera = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await accounts.lock(meera)
    assert await store.load(RIVERSIDE) is None
    await accounts.unlock_with_password(meera, PASSWORD)
    assert await store.load(RIVERSIDE) is not None


async def test_whoever_unlocks_finds_the_other_accounts_as_they_were(
    accounts: Accounts, store: Store, beside: SignedIn, meera: SignedIn
) -> None:
    token = beside.client.session.token
    with pytest.raises(WrongCredentials):
        await accounts.unlock_with_password(meera, "wrong")
    assert await store.load(PRINCIPALS) is None
    await accounts.unlock_with_password(meera, PASSWORD)
    assert await store.load(PRINCIPALS) == token
    (principals,) = (account for account in accounts.known() if account.person == PRINCIPAL)
    recalled = await accounts.recall(principals)
    assert recalled is not None
    assert recalled.source is TokenSource.FILE


async def test_an_account_that_another_run_signed_out_of_meanwhile_stays_signed_out(
    accounts: Accounts, accounts_with: AccountsWith, store: Store, beside: SignedIn, meera: SignedIn
) -> None:
    await accounts_with(store).forget(beside.account)
    await accounts.unlock_with_password(meera, PASSWORD)
    assert await store.load(PRINCIPALS) is None
    assert await store.load(MEERAS) is not None


@pytest.mark.usefixtures("beside")
async def test_a_session_that_another_run_began_meanwhile_is_left_alone(
    accounts: Accounts, accounts_with: AccountsWith, store: Store, meera: SignedIn
) -> None:
    elsewhere = await accounts_with(store).sign_in("riverside", AccountKind.STAFF, PRINCIPAL, PASSWORD)
    await accounts.unlock_with_password(meera, PASSWORD)
    assert await store.load(PRINCIPALS) == elsewhere.client.session.token


@pytest.mark.usefixtures("beside")
async def test_whoever_signs_a_locked_screen_out_gets_at_nobodys_session(
    accounts: Accounts, store: Store, meera: SignedIn
) -> None:
    await accounts.sign_out(meera)
    again = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await accounts.lock(again)
    await accounts.unlock_with_password(again, PASSWORD)
    assert await store.load(PRINCIPALS) is None


async def test_a_place_that_takes_a_session_no_more_is_told(accounts_with: AccountsWith) -> None:
    keyring = Failing()
    accounts = accounts_with(keyring)
    beside = await accounts.sign_in("riverside", AccountKind.STAFF, PRINCIPAL, PASSWORD)
    meera = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await accounts.lock(meera)
    keyring.fails = True
    back = await accounts.unlock_with_password(meera, PASSWORD)
    assert [str(notice) for notice in back.notices] == ["keyring: locked (riverside)"]
    assert beside.account is not None
    assert await accounts.recall(beside.account) is not None


async def test_a_place_that_still_has_the_session_is_told(accounts_with: AccountsWith) -> None:
    accounts = accounts_with(Lasting(), Unusable())
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert [str(notice) for notice in await accounts.lock(signed_in)] == ["keyring: locked (riverside)"]


async def test_the_session_of_the_environment_cannot_be_taken_out_of_it(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    environ = {"OPTILEARN_SESSION_TOKEN": sandbox.parent().session_token}
    accounts = accounts_with(Lasting(), environ=environ)
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert await accounts.lock(signed_in) == ()
    back = await accounts.unlock_with_password(signed_in, PASSWORD)
    assert back.source is TokenSource.MEMORY


async def test_beside_the_session_of_the_environment_the_others_are_put_away_too(
    accounts_with: AccountsWith, store: Store, beside: SignedIn, sandbox: Sandbox
) -> None:
    accounts = accounts_with(store, environ={"OPTILEARN_SESSION_TOKEN": sandbox.parent().session_token})
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert await accounts.lock(signed_in) == ()
    assert await store.load(PRINCIPALS) is None
    await accounts.unlock_with_password(signed_in, PASSWORD)
    assert await store.load(PRINCIPALS) == beside.client.session.token
