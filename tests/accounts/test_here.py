"""The accounts of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import TokenSource, accounts_here
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.credentials import StoreKind
from optilearn_tui.settings import Places, load
from tests.accounts.conftest import MEERA, PASSWORD

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.live import LiveSandbox


pytestmark = pytest.mark.usefixtures("no_keyring")


async def test_a_session_in_a_file_is_found_by_a_run_that_did_not_ask_for_one(
    live_sandbox: LiveSandbox, places: Places, noon: Clock
) -> None:
    environ = {"OPTICRM_BASE_DOMAIN": live_sandbox.base_domain, "OPTICRM_PROTOCOL": "http"}
    first = accounts_here(load(places, environ), places, environ, clock=noon, store=StoreKind.FILE)
    signed_in = await first.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert signed_in.source is TokenSource.FILE
    await first.keep(signed_in)
    await signed_in.client.aclose()
    later = await accounts_here(load(places, environ), places, environ, clock=noon).resume()
    assert later is not None
    assert later.source is TokenSource.FILE
    await later.client.aclose()


async def test_without_a_keyring_a_session_lasts_for_the_run(
    live_sandbox: LiveSandbox, places: Places, noon: Clock
) -> None:
    environ = {"OPTICRM_BASE_DOMAIN": live_sandbox.base_domain, "OPTICRM_PROTOCOL": "http"}
    accounts = accounts_here(load(places, environ), places, environ, clock=noon)
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    assert signed_in.source is TokenSource.MEMORY
    assert [str(notice) for notice in signed_in.notices] == [
        "keyring: missing (keyring.backends.fail.Keyring)"
    ]
    await signed_in.client.aclose()
    assert not places.data_dir.exists()


async def test_whoever_once_asked_for_a_file_and_still_has_one_keeps_it(
    live_sandbox: LiveSandbox, places: Places, noon: Clock
) -> None:
    environ = {"OPTICRM_BASE_DOMAIN": live_sandbox.base_domain, "OPTICRM_PROTOCOL": "http"}
    for store in (StoreKind.FILE, None):
        accounts = accounts_here(load(places, environ), places, environ, clock=noon, store=store)
        signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
        await signed_in.client.aclose()
        assert (signed_in.source, signed_in.notices) == (TokenSource.FILE, ())


async def test_trying_a_sign_in_out_in_memory_leaves_the_kept_session_alone(
    live_sandbox: LiveSandbox, places: Places, noon: Clock
) -> None:
    environ = {"OPTICRM_BASE_DOMAIN": live_sandbox.base_domain, "OPTICRM_PROTOCOL": "http"}
    for store in (StoreKind.FILE, StoreKind.MEMORY):
        accounts = accounts_here(load(places, environ), places, environ, clock=noon, store=store)
        signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
        await signed_in.client.aclose()
    kept = await accounts_here(load(places, environ), places, environ, clock=noon).resume()
    assert kept is not None
    assert kept.source is TokenSource.FILE
    await kept.client.aclose()
