"""Signing out of accounts that are not open: one, or all of them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.accounts import Directory
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.models import to_wire
from optilearn_tui.api.token import parse_token
from optilearn_tui.settings import load
from tests.accounts.conftest import MEERA, MEERAS, PASSWORD, RIVERSIDE, AccountsWith
from tests.accounts.people import account
from tests.accounts.stores import Lasting, S, Unusable
from tests.api.tokens import jwe
from tests.conftest import NOON

if TYPE_CHECKING:
    from optilearn_tui.credentials import Entry
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.settings import Places


class Counting(Unusable):
    """A keyring that fails at everything, and counts how often it was to erase something."""

    def __init__(self) -> None:
        self.erasing: list[str] = []

    @override
    async def erase(self, entry: Entry[S]) -> None:
        self.erasing.append(entry.name)
        await super().erase(entry)


async def test_signing_out_of_all_goes_on_when_the_environment_names_one_of_them(
    accounts_with: AccountsWith, places: Places
) -> None:
    store = Lasting()
    await accounts_with(store).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    settings = load(places, {"OPTILEARN_ACCOUNT": "meera"})
    accounts = accounts_with(store, settings=settings)
    (gone,) = await accounts.forget_all()
    assert gone.account is not None
    assert gone.account.person == MEERA
    assert accounts.known() == ()


async def test_signing_out_of_all_finds_a_session_of_nobodys_beside_the_last_account(
    accounts_with: AccountsWith, places: Places, sandbox: Sandbox
) -> None:
    store = Lasting()
    await accounts_with(store).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await store.save(RIVERSIDE, parse_token(sandbox.token("guest@example.com")))
    gone = await accounts_with(store, settings=load(places, {})).forget_all()
    assert [out.account.person if out.account else None for out in gone] == [MEERA, None]
    assert await store.load(RIVERSIDE) is None


async def test_signing_out_of_all_tries_a_place_that_resists_once_for_each_account(
    accounts_with: AccountsWith, places: Places
) -> None:
    Directory.at(places).note(account(MEERA), lasting=True)
    locked = Counting()
    gone = await accounts_with(locked).forget_all()
    assert [out.account.person for out in gone if out.account] == [MEERA]
    assert locked.erasing.count(MEERAS.name) == 1


async def test_an_account_without_a_session_is_forgotten_and_the_one_in_the_environment_is_told(
    accounts_with: AccountsWith, places: Places, sandbox: Sandbox
) -> None:
    Directory.at(places).note(account(MEERA), lasting=True)
    environ = {"OPTILEARN_SESSION_TOKEN": sandbox.token("guest@example.com")}
    signed_out = await accounts_with(Lasting(), environ=environ).forget()
    assert signed_out is not None
    assert not signed_out.had_session
    assert signed_out.still_in_environment


async def test_signing_out_tells_the_end_that_the_school_named_last(
    accounts_with: AccountsWith, sandbox: Sandbox
) -> None:
    accounts = accounts_with(Lasting())
    first, last = NOON + timedelta(days=1), NOON + timedelta(days=30)
    sandbox.weather.body("session", _answer(first))
    signed_in = await accounts.sign_in_with_token("riverside", jwe().reveal())
    sandbox.weather.clear()
    sandbox.weather.body("session", _answer(last))
    await signed_in.client.auth.who_am_i()
    assert (await accounts.sign_out(signed_in)).valid_until == last


def _answer(expires: datetime) -> str:
    return json.dumps({"user": {"email": MEERA}, "expires": to_wire(expires)})
