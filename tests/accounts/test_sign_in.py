"""Signing in, and what is kept of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import TokenSource
from optilearn_tui.api.errors import (
    InvalidSlug,
    InvalidToken,
    NoSuchInstitution,
    ServerTrouble,
    SessionEnded,
    TenantMismatch,
    WrongCredentials,
)
from optilearn_tui.api.kinds import AccountKind, PersonKind
from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import MemoryStore, StoreUnavailable
from optilearn_tui.settings import Places, UnreadableSettings, load
from tests.accounts.conftest import MEERA, MEERAS, PASSWORD, PRINCIPAL, PRINCIPALS, AccountsWith
from tests.accounts.stores import Lasting, Unusable

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox


async def test_an_institution_tells_its_name_to_everybody(accounts_with: AccountsWith) -> None:
    institution = await accounts_with().look_up("Riverside")
    assert institution.name == "Riverside Public School"


async def test_a_parent_signs_in_and_stays_signed_in(accounts_with: AccountsWith, places: Places) -> None:
    store = Lasting()
    accounts = accounts_with(store)
    signed_in = await accounts.sign_in("Riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert signed_in.identity.kind is PersonKind.PARENT
    assert signed_in.notices == ()
    assert await store.load(MEERAS) == signed_in.client.session.token
    settings = load(places, {})
    assert (settings.institution, settings.account_kind) == ("riverside", "parent")
    assert settings.account == MEERA
    later = await accounts_with(store, settings=settings).resume()
    assert later is not None
    assert later.identity.email == MEERA


async def test_staff_sign_in_through_their_own_door(accounts_with: AccountsWith, places: Places) -> None:
    signed_in = await accounts_with(MemoryStore()).sign_in(
        "riverside", AccountKind.STAFF, PRINCIPAL, PASSWORD
    )
    assert signed_in.identity.kind is PersonKind.STAFF
    assert load(places, {}).account_kind == "staff"


async def test_a_wrong_password_keeps_and_remembers_nothing(
    accounts_with: AccountsWith, places: Places
) -> None:
    store = MemoryStore()
    with pytest.raises(WrongCredentials):
        await accounts_with(store).sign_in("riverside", AccountKind.PARENT, MEERA, "wrong")
    assert await store.load(MEERAS) is None
    assert not places.settings_file.exists()


async def test_where_nothing_can_be_kept_the_session_lasts_for_this_run_and_that_is_said(
    accounts_with: AccountsWith,
) -> None:
    accounts = accounts_with(Unusable())
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert signed_in.source is TokenSource.MEMORY
    (notice,) = signed_in.notices
    assert isinstance(notice, StoreUnavailable)
    again = await accounts.resume()
    assert again is not None
    assert again.identity.email == MEERA


async def test_the_secret_is_in_no_notice(accounts_with: AccountsWith) -> None:
    signed_in = await accounts_with(Unusable()).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    token = signed_in.client.session.token
    assert token is not None
    assert token.reveal() not in f"{signed_in.notices} {signed_in!r}"


async def test_a_new_sign_in_leaves_no_older_session_of_the_same_person_behind(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    elsewhere = MemoryStore({MEERAS: parse_token(sandbox.parent().session_token)})
    accounts = accounts_with(MemoryStore(), elsewhere)
    await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert await elsewhere.load(MEERAS) is None


async def test_settings_that_cannot_be_read_are_left_alone_and_the_sign_in_holds(
    accounts_with: AccountsWith, places: Places
) -> None:
    places.config_dir.mkdir()
    places.settings_file.write_text("theme = = 1")
    signed_in = await accounts_with(MemoryStore()).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    (notice,) = signed_in.notices
    assert isinstance(notice, UnreadableSettings)
    assert places.settings_file.read_text() == "theme = = 1"


async def test_a_pasted_session_is_kept_once_the_school_has_accepted_it(
    accounts_with: AccountsWith, sandbox: Sandbox, places: Places
) -> None:
    store = MemoryStore()
    pasted = f"Cookie: authjs.session-token={sandbox.staff().session_token}; theme=dark"
    signed_in = await accounts_with(store).sign_in_with_token("riverside", pasted)
    assert signed_in.identity.email == PRINCIPAL
    assert await store.load(PRINCIPALS) == signed_in.client.session.token
    assert load(places, {}).account_kind == "staff"


async def test_a_pasted_session_that_has_ended_is_not_kept(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    store = MemoryStore()
    with pytest.raises(SessionEnded):
        await accounts_with(store).sign_in_with_token(
            "riverside", sandbox.token(MEERA, lifetime=timedelta(days=-1))
        )
    assert await store.load(MEERAS) is None


async def test_a_pasted_session_for_another_school_is_not_sent(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    with pytest.raises(TenantMismatch):
        await accounts_with(MemoryStore()).sign_in_with_token("springdale", sandbox.parent().session_token)
    assert not sandbox.visits


async def test_what_cannot_be_is_refused_before_anything_is_sent(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    accounts = accounts_with(MemoryStore())
    with pytest.raises(InvalidSlug):
        await accounts.sign_in("learn", AccountKind.PARENT, MEERA, PASSWORD)
    with pytest.raises(InvalidSlug):
        await accounts.look_up("evil.com/")
    with pytest.raises(InvalidToken):
        await accounts.sign_in_with_token("riverside", "nonsense")
    assert not sandbox.visits


async def test_an_unknown_school_is_called_unknown_and_not_in_trouble(accounts_with: AccountsWith) -> None:
    with pytest.raises(NoSuchInstitution) as unknown:
        await accounts_with().sign_in("nowhere", AccountKind.PARENT, MEERA, PASSWORD)
    assert unknown.value.slug == "nowhere"


async def test_a_token_pasted_for_an_unknown_school_is_not_called_ended(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    pasted = sandbox.token(MEERA, institutionSlug="nowhere")
    with pytest.raises(NoSuchInstitution):
        await accounts_with().sign_in_with_token("nowhere", pasted)


async def test_a_school_whose_sign_in_alone_is_missing_is_in_trouble(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    sandbox.weather.answer("providers", status=404)
    with pytest.raises(ServerTrouble):
        await accounts_with().sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
