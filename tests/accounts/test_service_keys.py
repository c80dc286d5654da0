"""An institution's service key: whose client gets it, where it is kept, and how it is forgotten."""

from __future__ import annotations

import io
import traceback
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.traceback import Traceback

from optilearn_tui.accounts import Directory, TokenSource
from optilearn_tui.api.errors import (
    ApiError,
    InvalidServiceKey,
    InvalidSlug,
    MissingSlug,
    ServerTrouble,
    ServiceKeyRefused,
)
from optilearn_tui.api.kinds import AccountKind, PersonKind
from optilearn_tui.api.service_key import ServiceKey
from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import MemoryStore, ServiceKeyEntry, StoreUnavailable
from optilearn_tui.settings import Places, Settings, load
from tests.accounts.conftest import MEERA, MEERAS, PASSWORD, PRINCIPAL, RIVERSIDE, AccountsWith
from tests.accounts.people import account
from tests.accounts.stores import Lasting, NeverAnswers, Unusable

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

RIVERSIDES_KEY = ServiceKeyEntry("localhost", "riverside")
KEY = ServiceKey("sk-riverside-0123456789")


async def stored(sandbox: Sandbox, email: str, key: ServiceKey | None = KEY) -> MemoryStore:
    """A place with this person's session, and a service key beside it."""
    store = MemoryStore({RIVERSIDE: parse_token(sandbox.account(email).session_token)})
    if key is not None:
        await store.save(RIVERSIDES_KEY, key)
    return store


async def test_staff_go_on_with_the_key_that_is_kept_beside_their_session(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    signed_in = await accounts_with(await stored(sandbox, PRINCIPAL)).resume()

    assert signed_in is not None
    assert signed_in.client.has_service_key
    assert signed_in.notices == ()


async def test_a_parent_never_gets_the_key_whoever_kept_it(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    environ = {"OPTICRM_API_KEY": sandbox.api_key}
    for email in (MEERA, "aarav.sharma@example.com"):
        resumed = await accounts_with(await stored(sandbox, email), environ=environ).resume()
        assert resumed is not None
        assert not resumed.client.has_service_key
    signed_in = await accounts_with(MemoryStore(), environ=environ).sign_in(
        "riverside", AccountKind.PARENT, MEERA, PASSWORD
    )
    assert not signed_in.client.has_service_key


async def test_the_key_of_the_environment_goes_before_the_one_kept(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    environ = {"OPTICRM_API_KEY": f" {sandbox.api_key}\n"}
    accounts = accounts_with(await stored(sandbox, PRINCIPAL), environ=environ)

    assert await accounts.service_key("riverside") == ServiceKey(sandbox.api_key)
    signed_in = await accounts.resume()
    assert signed_in is not None
    assert (await signed_in.client.people.student("c-aarav")).value.student_code == "RPS-0801"


async def test_an_empty_variable_counts_as_none(accounts_with: AccountsWith, sandbox: Sandbox) -> None:
    accounts = accounts_with(await stored(sandbox, PRINCIPAL), environ={"OPTICRM_API_KEY": " "})

    assert await accounts.service_key("riverside") == KEY


async def test_each_institution_has_its_own_key(accounts_with: AccountsWith, sandbox: Sandbox) -> None:
    accounts = accounts_with(await stored(sandbox, PRINCIPAL))

    assert await accounts.service_key("Riverside") == KEY
    assert await accounts.service_key("springdale") is None
    with pytest.raises(InvalidSlug):
        await accounts.service_key("../etc")


async def test_staff_who_sign_in_get_the_key_as_well(accounts_with: AccountsWith, sandbox: Sandbox) -> None:
    store = await stored(sandbox, MEERA)

    by_password = await accounts_with(store).sign_in("riverside", AccountKind.STAFF, PRINCIPAL, PASSWORD)
    by_token = await accounts_with(store).sign_in_with_token("riverside", sandbox.staff().session_token)

    assert by_password.client.has_service_key
    assert by_token.client.has_service_key


async def test_a_malformed_variable_is_told_and_stops_nobody_from_signing_in(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    environ = {"OPTICRM_API_KEY": "not a key"}
    accounts = accounts_with(await stored(sandbox, PRINCIPAL), environ=environ)

    signed_in = await accounts.resume()

    assert signed_in is not None
    assert not signed_in.client.has_service_key
    (notice,) = signed_in.notices
    assert isinstance(notice, InvalidServiceKey)
    with pytest.raises(InvalidServiceKey):
        await accounts.service_key("riverside")


async def test_a_keyring_that_fails_is_told_to_staff_and_the_session_does_its_best(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    accounts = accounts_with(Unusable(), await stored(sandbox, PRINCIPAL, None))

    signed_in = await accounts.resume()

    assert signed_in is not None
    (notice,) = signed_in.notices
    assert isinstance(notice, StoreUnavailable)
    assert notice.reason == "locked"


async def test_a_keyring_that_does_not_answer_is_not_waited_for(
    accounts_with: AccountsWith, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optilearn_tui.accounts.wallet._KEY_PATIENCE", 0.01)
    accounts = accounts_with(NeverAnswers(), await stored(sandbox, PRINCIPAL, None))

    signed_in = await accounts.resume()

    assert signed_in is not None
    (notice,) = signed_in.notices
    assert isinstance(notice, StoreUnavailable)
    assert notice.reason == "timeout"


async def test_a_machine_where_nobody_is_signed_in_works_with_the_key_alone(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    accounts = accounts_with(environ={"OPTICRM_API_KEY": sandbox.api_key})

    client = await accounts.service_client()

    assert client is not None
    assert client.session.token is None
    assert (await client.people.student("c-aarav")).value.student_code == "RPS-0801"


async def test_without_a_key_or_an_institution_there_is_no_such_client(accounts_with: AccountsWith) -> None:
    assert await accounts_with(MemoryStore()).service_client() is None
    with pytest.raises(MissingSlug):
        await accounts_with(MemoryStore(), settings=Settings()).service_client()


async def test_a_key_is_kept_once_the_institution_has_accepted_it(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = MemoryStore()
    accounts = accounts_with(store)

    kept = await accounts.keep_service_key("Riverside", f"{sandbox.api_key}\n")

    assert (kept.slug, kept.source, kept.notices) == ("riverside", TokenSource.MEMORY, ())
    assert await store.load(RIVERSIDES_KEY) == ServiceKey(sandbox.api_key)
    assert await store.load(RIVERSIDE) is None
    assert [(visit.part, visit.host) for visit in sandbox.visits] == [("classes", "riverside.localhost")]
    assert await accounts_with(store).service_key("riverside") == ServiceKey(sandbox.api_key)


async def test_a_key_the_institution_refuses_is_not_kept(accounts_with: AccountsWith) -> None:
    store = MemoryStore()

    with pytest.raises(ServiceKeyRefused):
        await accounts_with(store).keep_service_key("riverside", "sk-of-somebody-else")

    assert await store.load(RIVERSIDES_KEY) is None


@pytest.mark.parametrize("status", [500, 403, 401])
async def test_a_key_nobody_could_check_is_not_kept_and_the_former_one_stays(
    accounts_with: AccountsWith, sandbox: Sandbox, status: int
) -> None:
    store = await stored(sandbox, PRINCIPAL)
    sandbox.weather.answer("classes", status=status)

    with pytest.raises((ServerTrouble, ServiceKeyRefused)):
        await accounts_with(store).keep_service_key("riverside", sandbox.api_key)

    assert await store.load(RIVERSIDES_KEY) == KEY


async def test_what_cannot_be_a_key_is_not_sent(accounts_with: AccountsWith, sandbox: Sandbox) -> None:
    with pytest.raises(InvalidServiceKey):
        await accounts_with(MemoryStore()).keep_service_key("riverside", "two words")
    with pytest.raises(InvalidSlug):
        await accounts_with(MemoryStore()).keep_service_key("evil.com/", KEY.reveal())

    assert not sandbox.visits


async def test_a_new_key_leaves_no_older_one_in_another_place(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    elsewhere = await stored(sandbox, PRINCIPAL)

    await accounts_with(MemoryStore(), elsewhere).keep_service_key("riverside", sandbox.api_key)

    assert await elsewhere.load(RIVERSIDES_KEY) is None
    assert await elsewhere.load(RIVERSIDE) is not None


async def test_where_a_key_cannot_be_kept_it_lasts_for_this_run_and_that_is_said(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    accounts = accounts_with(Unusable())

    kept = await accounts.keep_service_key("riverside", sandbox.api_key)

    assert kept.source is TokenSource.MEMORY
    (notice,) = kept.notices
    assert isinstance(notice, StoreUnavailable)
    assert sandbox.api_key not in f"{kept!r}{kept.notices}"
    assert await accounts.service_key("riverside") == ServiceKey(sandbox.api_key)


async def test_the_institution_is_remembered_only_where_none_was(
    accounts_with: AccountsWith, sandbox: Sandbox, places: Places
) -> None:
    await accounts_with(MemoryStore()).keep_service_key("springdale", sandbox.api_key)
    assert not places.settings_file.exists()

    await accounts_with(MemoryStore(), settings=Settings()).keep_service_key("springdale", sandbox.api_key)
    assert load(places, {}).institution == "springdale"
    assert sandbox.api_key not in places.settings_file.read_text()


async def test_signing_out_forgets_the_key_as_well(accounts_with: AccountsWith, sandbox: Sandbox) -> None:
    store = await stored(sandbox, PRINCIPAL)
    accounts = accounts_with(store)
    signed_in = await accounts.resume()
    assert signed_in is not None

    signed_out = await accounts.sign_out(signed_in)

    assert (signed_out.service_key_forgotten, signed_out.key_still_in_environment) == (True, False)
    assert await store.load(RIVERSIDES_KEY) is None
    assert await accounts.service_key("riverside") is None


async def test_a_key_without_a_session_is_forgotten_too(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = MemoryStore()
    await store.save(RIVERSIDES_KEY, KEY)

    signed_out = await accounts_with(store).forget()

    assert signed_out is not None
    assert (signed_out.had_session, signed_out.service_key_forgotten) == (False, True)
    assert await store.load(RIVERSIDES_KEY) is None
    assert not sandbox.visits
    assert await accounts_with(store).forget() is None


async def test_a_key_in_the_environment_is_told_to_be_still_there(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    accounts = accounts_with(await stored(sandbox, PRINCIPAL), environ={"OPTICRM_API_KEY": sandbox.api_key})
    signed_in = await accounts.resume()
    assert signed_in is not None

    assert (await accounts.sign_out(signed_in)).key_still_in_environment


async def test_a_session_that_has_ended_costs_nobody_the_key(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    from datetime import timedelta

    store = MemoryStore({RIVERSIDE: parse_token(sandbox.token(PRINCIPAL, lifetime=timedelta(days=-1)))})
    await store.save(RIVERSIDES_KEY, KEY)

    with pytest.raises(ApiError):
        await accounts_with(store).resume()

    assert await store.load(RIVERSIDE) is None
    assert await store.load(RIVERSIDES_KEY) == KEY


@pytest.mark.parametrize("given", ["do-not-show me", "do-not-show-me-either"])
async def test_no_failure_to_keep_a_key_shows_it(
    accounts_with: AccountsWith, given: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    with pytest.raises(ApiError) as caught:
        await accounts_with(Unusable()).keep_service_key("riverside", given)

    problem = caught.value
    assert problem.__traceback__ is not None
    problem = problem.with_traceback(problem.__traceback__.tb_next)
    screen = Console(file=io.StringIO(), width=300)
    screen.print(Traceback.from_exception(type(problem), problem, problem.__traceback__, show_locals=True))
    assert isinstance(screen.file, io.StringIO)
    told = traceback.TracebackException.from_exception(problem, capture_locals=True).format()
    said = "".join(told) + screen.file.getvalue() + caplog.text
    assert "service_keys.py" in said
    assert "do-not-show" not in said


async def test_the_key_is_taken_back_from_somebody_whom_the_school_calls_a_parent_now(
    accounts_with: AccountsWith, sandbox: Sandbox, places: Places
) -> None:
    Directory.at(places).note(account(MEERA, kind=PersonKind.STAFF), lasting=True)
    store = Lasting({MEERAS: parse_token(sandbox.token(MEERA))})
    accounts = accounts_with(store, environ={"OPTICRM_API_KEY": sandbox.api_key})
    recalled = await accounts.recall()
    assert recalled is not None
    assert recalled.client.has_service_key
    await accounts.confirm(recalled)
    assert not recalled.client.has_service_key
