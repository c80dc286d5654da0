"""Several accounts on one machine: two people at one school, one person at two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import Directory, Recalled, SignedIn, TokenSource, UnknownAccount, accounts_here
from optilearn_tui.api.errors import SessionEnded
from optilearn_tui.api.kinds import AccountKind, PersonKind
from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import FileStore, MemoryStore
from optilearn_tui.i18n.problems import problem
from optilearn_tui.settings import Places, load
from tests.accounts.conftest import MEERA, MEERAS, PASSWORD, PRINCIPAL, PRINCIPALS, RIVERSIDE, AccountsWith
from tests.accounts.people import account
from tests.accounts.stores import Lasting, Unusable

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts
    from optilearn_tui.credentials import Store
    from optilearn_tui.sandbox import Sandbox

JOHN = "john.dsouza@example.com"
SUNITA = "sunita.verma@example.com"


async def both(accounts: Accounts) -> tuple[SignedIn, SignedIn]:
    """A mother and a principal of the same school, one after the other."""
    return (
        await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD),
        await accounts.sign_in("riverside", AccountKind.STAFF, PRINCIPAL, PASSWORD),
    )


@pytest.fixture(params=["keyring", "file"])
def store(request: pytest.FixtureRequest, places: Places) -> Store:
    """Where sessions are kept."""
    return Lasting() if request.param == "keyring" else FileStore(places.data_dir)


async def test_two_people_at_one_school_both_stay_signed_in(
    accounts_with: AccountsWith, store: Store, sandbox: Sandbox, places: Places
) -> None:
    await both(accounts_with(store))
    later = accounts_with(store, settings=load(places, {}))
    sandbox.visits.clear()
    assert [account.person for account in later.known()] == [MEERA, PRINCIPAL]
    recalled = [await later.recall(account) for account in later.known()]
    assert not sandbox.visits
    for each in recalled:
        assert each is not None
        signed_in = await later.confirm(each)
        assert signed_in.account is not None
        assert signed_in.account.is_same(each.account)


async def test_whoever_signed_in_last_is_who_the_next_run_begins_with(
    accounts_with: AccountsWith, store: Store, places: Places
) -> None:
    await both(accounts_with(store))
    signed_in = await accounts_with(store, settings=load(places, {})).resume()
    assert signed_in is not None
    assert signed_in.identity.email == PRINCIPAL


async def test_signing_out_of_one_leaves_the_other(
    accounts_with: AccountsWith, store: Store, places: Places
) -> None:
    accounts = accounts_with(store)
    _, principal = await both(accounts)
    signed_out = await accounts.sign_out(principal)
    assert signed_out.account is not None
    assert (signed_out.account.person, signed_out.left_behind) == (PRINCIPAL, ())
    assert await store.load(PRINCIPALS) is None
    assert await store.load(MEERAS) is not None
    settings = load(places, {})
    assert (settings.institution, settings.account) == ("riverside", None)
    signed_in = await accounts_with(store, settings=settings).resume()
    assert signed_in is not None
    assert signed_in.identity.email == MEERA


async def test_with_the_last_account_every_trace_goes(
    accounts_with: AccountsWith, store: Store, places: Places
) -> None:
    accounts = accounts_with(store)
    await both(accounts)
    gone = await accounts_with(store, settings=load(places, {})).forget_all()
    assert {out.account.person for out in gone if out.account} == {MEERA, PRINCIPAL}
    folders = (places.config_dir, places.data_dir, places.cache_dir)
    written = [file.read_bytes() for folder in folders for file in folder.rglob("*") if file.is_file()]
    for trace in (b"meera", b"principal", b"riverside", b"c-meera", b"Sharma"):
        assert not any(trace in content for content in written)
    assert accounts_with(store, settings=load(places, {})).known() == ()


async def test_one_person_at_two_schools_has_two_accounts(
    accounts_with: AccountsWith, sandbox: Sandbox, places: Places
) -> None:
    store = Lasting()
    accounts = accounts_with(store)
    here = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    there = await accounts.sign_in_with_token(
        "springdale", sandbox.token(MEERA, institutionSlug="springdale")
    )
    assert here.account is not None
    assert there.account is not None
    assert not here.account.is_same(there.account)
    assert here.account.person == there.account.person
    await accounts.sign_out(there)
    settings = load(places, {})
    assert (settings.institution, settings.account) == (None, None)
    later = await accounts_with(store, settings=settings).resume()
    assert later is not None
    assert later.client.slug == "riverside"


async def test_an_account_is_recalled_with_what_is_known_of_it_and_nothing_is_asked(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    sandbox.visits.clear()
    recalled = await accounts_with(store, who="principal").recall()
    assert recalled is not None
    account = recalled.account
    assert account is not None
    provisional = account.identity()
    assert (provisional.kind, provisional.name, provisional.verified) == (
        PersonKind.STAFF,
        account.name,
        False,
    )
    assert not sandbox.visits


async def test_a_parent_is_recalled_as_the_parent_the_school_knows(accounts_with: AccountsWith) -> None:
    store = Lasting()
    await both(accounts_with(store))
    recalled = await accounts_with(store, who=MEERA).recall()
    assert recalled is not None
    assert recalled.account is not None
    provisional = recalled.account.identity()
    assert (provisional.kind, provisional.contact_id) == (PersonKind.PARENT, "c-meera")


async def test_trouble_while_confirming_leaves_the_client_open_for_another_try(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    from optilearn_tui.api.errors import ServerTrouble

    store = Lasting()
    await both(accounts_with(store))
    accounts = accounts_with(store, who=MEERA)
    recalled = await accounts.recall()
    assert recalled is not None
    sandbox.weather.fail("session", "500")
    with pytest.raises(ServerTrouble):
        await accounts.confirm(recalled)
    sandbox.weather.clear()
    assert (await accounts.confirm(recalled)).identity.email == MEERA


async def test_an_ended_session_is_forgotten_and_the_account_is_not(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    accounts = accounts_with(store, who=MEERA)
    sandbox.weather.body("session", "null")
    with pytest.raises(SessionEnded):
        await accounts.resume()
    assert await store.load(MEERAS) is None
    assert await store.load(PRINCIPALS) is not None
    assert [account.person for account in accounts.known()] == [MEERA, PRINCIPAL]


async def test_a_run_whose_session_has_ended_leaves_the_new_one_of_another_run_alone(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    here = accounts_with(store, who=MEERA)
    recalled = await here.recall()
    assert recalled is not None
    fresh = parse_token(sandbox.token(MEERA))
    await store.save(MEERAS, fresh)
    sandbox.weather.body("session", "null")
    with pytest.raises(SessionEnded):
        await here.confirm(recalled)
    assert await store.load(MEERAS) == fresh


async def test_signing_out_in_one_run_holds_against_another_that_ends_later(
    accounts_with: AccountsWith, places: Places
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    here, elsewhere = accounts_with(store, who=MEERA), accounts_with(store, who=MEERA)
    signed_in = await here.resume()
    assert signed_in is not None
    assert await elsewhere.forget() is not None
    await here.keep(signed_in)
    await signed_in.client.aclose()
    assert await store.load(MEERAS) is None
    assert [account.person for account in here.known()] == [PRINCIPAL]
    assert not any(b"meera" in file.read_bytes() for file in places.cache_dir.rglob("*") if file.is_file())


async def test_a_session_kept_under_no_name_is_kept_under_the_persons_once_that_is_known(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = Lasting({RIVERSIDE: parse_token(sandbox.parent().session_token)})
    accounts = accounts_with(store)
    recalled = await accounts.recall()
    assert recalled is not None
    assert recalled.account is None
    signed_in = await accounts.confirm(recalled)
    assert await store.load(RIVERSIDE) is None
    assert await store.load(MEERAS) == signed_in.client.session.token
    assert [account.person for account in accounts.known()] == [MEERA]


async def test_a_session_of_somebody_with_another_address_leaves_nothing_under_the_former(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    await store.save(MEERAS, parse_token(sandbox.account(JOHN).session_token))
    accounts = accounts_with(store, who=MEERA)
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert signed_in.account is not None
    assert signed_in.account.person == JOHN
    assert await store.load(MEERAS) is None
    assert await store.load(signed_in.account.key) is not None
    assert {account.person for account in accounts.known()} == {JOHN, PRINCIPAL}


async def test_the_former_address_of_somebody_leaves_the_settings_as_well(
    accounts_with: AccountsWith, sandbox: Sandbox, places: Places
) -> None:
    store = Lasting()
    await accounts_with(store).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await store.save(MEERAS, parse_token(sandbox.token(JOHN)))
    accounts = accounts_with(store, settings=load(places, {}))
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert (load(places, {}).institution, load(places, {}).account) == ("riverside", None)
    assert accounts.default is not None
    assert accounts.default.person == JOHN


async def test_a_list_that_cannot_be_written_stops_nobody_with_another_address(
    accounts_with: AccountsWith, sandbox: Sandbox, places: Places
) -> None:
    store = Lasting()
    await accounts_with(store).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await store.save(MEERAS, parse_token(sandbox.token(JOHN)))
    accounts = accounts_with(store, who=MEERA)
    recalled = await accounts.recall()
    assert recalled is not None
    file = places.data_dir / "accounts.json"
    file.unlink()
    file.mkdir()
    signed_in = await accounts.confirm(recalled)
    assert signed_in.identity.email == JOHN
    assert any("list of accounts" in problem(notice).sentence for notice in signed_in.notices)


async def test_without_a_list_the_chosen_account_is_found_all_the_same(
    accounts_with: AccountsWith, places: Places
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    (places.data_dir / "accounts.json").write_text("{")
    accounts = accounts_with(store, settings=load(places, {}))
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert signed_in.identity.email == PRINCIPAL
    assert [account.person for account in accounts.known()] == [PRINCIPAL]


@pytest.mark.parametrize("kept_in", [MemoryStore(), Unusable()])
async def test_whoever_is_kept_in_memory_leaves_no_name_on_disk(
    accounts_with: AccountsWith, places: Places, kept_in: Store
) -> None:
    accounts = accounts_with(kept_in)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert signed_in.source is TokenSource.MEMORY
    assert [account.person for account in accounts.known()] == [MEERA]
    again = await accounts.recall(signed_in.account)
    assert again is not None
    await signed_in.client.aclose()
    assert not places.data_dir.exists()
    assert not places.cache_dir.exists()
    assert load(places, {}).account is None


async def test_the_session_of_the_environment_can_be_left_and_taken_up_again(
    accounts_with: AccountsWith, sandbox: Sandbox, places: Places
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    guest = sandbox.stranger().session_token
    accounts = accounts_with(store, environ={"OPTILEARN_SESSION_TOKEN": guest})
    first = await accounts.resume()
    assert first is not None
    assert first.account is not None
    other = await accounts.recall(accounts.called(MEERA))
    again = await accounts.recall(first.account)
    assert other is not None
    assert again is not None
    assert (other.source, again.source) == (TokenSource.KEYRING, TokenSource.ENVIRONMENT)
    assert b"guest" not in (places.data_dir / "accounts.json").read_bytes()


async def test_the_session_of_the_environment_goes_back_to_its_own_school_from_another(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    environ = {"OPTILEARN_SESSION_TOKEN": sandbox.token(MEERA)}
    accounts = accounts_with(Lasting(), environ=environ)
    first = await accounts.resume()
    assert first is not None
    await accounts.sign_in("springdale", AccountKind.PARENT, SUNITA, PASSWORD)
    again = await accounts.recall(first.account)
    assert again is not None
    assert (again.client.slug, again.source) == ("riverside", TokenSource.ENVIRONMENT)


async def test_a_name_on_the_command_line_wins_over_the_session_of_the_environment(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    environ = {"OPTILEARN_SESSION_TOKEN": sandbox.stranger().session_token}
    recalled = await accounts_with(store, environ=environ, who=MEERA).recall()
    assert recalled is not None
    assert recalled.source is TokenSource.KEYRING


async def test_a_service_key_stays_while_somebody_who_works_there_is_left(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = Lasting()
    accounts = accounts_with(store)
    mother, principal = await both(accounts)
    await accounts.keep_service_key("riverside", sandbox.api_key)
    assert not (await accounts.sign_out(mother)).service_key_forgotten
    recalled = await accounts.recall()
    assert recalled is not None
    assert recalled.client.has_service_key
    assert (await accounts.sign_out(principal)).service_key_forgotten


async def test_the_service_key_alone_is_used_at_the_school_of_the_account_that_was_named(
    accounts_with: AccountsWith, places: Places, sandbox: Sandbox
) -> None:
    Directory.at(places).note(account("t-7", "springdale", kind=PersonKind.STAFF), lasting=True)
    environ = {"OPTICRM_API_KEY": sandbox.api_key}
    client = await accounts_with(Lasting(), environ=environ, who="t-7").service_client()
    assert client is not None
    assert client.slug == "springdale"
    with pytest.raises(UnknownAccount):
        await accounts_with(Lasting(), environ=environ, who="nobody").service_client()


async def test_a_run_that_asks_again_after_another_signed_out_keeps_nothing_more(
    accounts_with: AccountsWith,
) -> None:
    store = Lasting()
    await both(accounts_with(store))
    here, elsewhere = accounts_with(store, who=MEERA), accounts_with(store, who=MEERA)
    signed_in = await here.resume()
    assert signed_in is not None
    await elsewhere.forget()
    again = await here.confirm(Recalled(signed_in.client, signed_in.account, signed_in.source))
    assert again.identity.email == MEERA
    assert [account.person for account in here.known()] == [PRINCIPAL]
    assert await store.load(MEERAS) is None


async def test_the_list_of_accounts_that_cannot_be_written_is_told(
    accounts_with: AccountsWith, places: Places
) -> None:
    places.data_dir.write_text("a file where the folder should be")
    signed_in = await accounts_with(Lasting()).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert [str(notice).partition(" ")[0] for notice in signed_in.notices] == ["file:"]
    assert "list of accounts" in problem(signed_in.notices[0]).sentence


async def test_an_account_whose_session_could_not_be_erased_stays_known_for_another_try(
    accounts_with: AccountsWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Lasting()
    accounts = accounts_with(store)
    _, principal = await both(accounts)
    locked = Unusable()
    monkeypatch.setattr(store, "erase", locked.erase)
    assert [left.args for left in (await accounts.sign_out(principal)).left_behind] != []
    assert PRINCIPAL in {account.person for account in accounts.known()}
    monkeypatch.undo()
    signed_out = await accounts_with(store, who=PRINCIPAL).forget()
    assert signed_out is not None
    assert signed_out.left_behind == ()
    assert [account.person for account in accounts.known()] == [MEERA]


@pytest.mark.usefixtures("no_keyring")
async def test_what_earlier_runs_kept_goes_once_nothing_is_to_be_kept(
    accounts_with: AccountsWith, places: Places, sandbox: Sandbox
) -> None:
    store = FileStore(places.data_dir)
    await both(accounts_with(store))
    sandbox.visits.clear()
    environ = {"OPTICRM_BASE_DOMAIN": "localhost", "OPTICRM_PROTOCOL": "http"}
    keeping_nothing = replace(load(places, {}), keep_nothing=True)
    accounts = accounts_here(keeping_nothing, places, environ)
    assert await accounts.recall() is None
    assert accounts.known() == Directory.at(places).known() == ()
    assert await store.load(MEERAS) is await store.load(PRINCIPALS) is None
    assert (load(places, {}).institution, load(places, {}).account) == (None, None)
    assert not places.cache_dir.exists() or not list(places.cache_dir.iterdir())
    assert not sandbox.visits
