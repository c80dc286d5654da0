"""A session is written down anew when its end has moved a good deal, and not each time it is renewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from optilearn_tui.accounts import Accounts, Directory, TokenSource
from optilearn_tui.accounts.rewriting import Rewriting
from optilearn_tui.accounts.signed_in import Recalled
from optilearn_tui.accounts.wallet import Wallet
from optilearn_tui.api.client import Client
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.sandbox import Sandbox
from optilearn_tui.settings import Settings
from tests.accounts.conftest import MEERA, MEERAS, PASSWORD
from tests.accounts.stores import Lasting, SlowToSave
from tests.conftest import NOON

if TYPE_CHECKING:
    from optilearn_tui.api.token import Token
    from optilearn_tui.credentials import MemoryStore


class Passing:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        """Begin at noon."""
        self.now = NOON

    def __call__(self) -> datetime:
        """What time it is."""
        return self.now


def accounts_at(clock: Passing, store: MemoryStore) -> Accounts:
    """Accounts at a school that lives by that clock."""
    sandbox = Sandbox(clock=clock)
    deployment = Deployment(sandbox.base_domain, sandbox.protocol)

    def connect(slug: str, token: Token | None) -> Client:
        return Client(deployment, slug, token, clock=clock, app=sandbox.app, retry=ONCE)

    settings = Settings(institution="riverside")
    return Accounts(
        deployment, settings, [store], environ={}, connect=connect, directory=Directory(None), clock=clock
    )


async def test_a_session_is_written_down_anew_some_hours_later_and_not_at_each_roll() -> None:
    clock, store = Passing(), Lasting()
    accounts = accounts_at(clock, store)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await signed_in.client.aclose()
    recalled = await accounts.recall(signed_in.account)
    assert recalled is not None
    written = []
    for passed in (timedelta(minutes=5), timedelta(hours=7), timedelta(hours=8), timedelta(days=2)):
        clock.now = NOON + passed
        await accounts.confirm(recalled)
        kept = await store.load(MEERAS)
        written.append(kept == recalled.client.session.token)
    await recalled.client.aclose()

    assert written == [False, True, False, True]


async def test_a_keyring_that_does_not_get_round_to_it_keeps_nobody_from_going_on() -> None:
    clock, store = Passing(), SlowToSave()
    accounts = accounts_at(clock, store)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    account, client = signed_in.account, signed_in.client
    assert account is not None
    wallet = Wallet(account.base_domain, [store])
    await wallet.find(account.key)
    store.stuck = True
    clock.now = NOON + timedelta(hours=7)
    await client.auth.who_am_i()
    later = replace(account, expires=client.session.expires)

    await Rewriting(wallet, patience=0).of(Recalled(client, account, TokenSource.KEYRING), later)

    assert await store.load(MEERAS) != client.session.token
    await client.aclose()
