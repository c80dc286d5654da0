"""Answers of the school, kept from one run to the next for those who stay signed in, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.accounts import Recalled
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.settings import load
from tests.accounts.conftest import MEERA, PASSWORD, AccountsWith
from tests.accounts.stores import Lasting

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, SignedIn
    from optilearn_tui.settings import Places

CHILD = "c-aarav"


async def signed_in_and_reading(accounts: Accounts) -> SignedIn:
    """A mother who has looked at a child."""
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    await signed_in.client.overview.of(CHILD)
    return signed_in


async def is_kept(accounts: Accounts) -> bool:
    """Whether a run that begins now knows that child."""
    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    known = await signed_in.client.overview.last_known(CHILD)
    await signed_in.client.aclose()
    return known is not None


async def test_what_was_read_is_kept_for_the_next_run(accounts_with: AccountsWith) -> None:
    store = Lasting()
    signed_in = await signed_in_and_reading(accounts_with(store))
    await signed_in.client.aclose()
    assert await is_kept(accounts_with(store))


async def test_signing_out_takes_what_was_read_along(accounts_with: AccountsWith) -> None:
    store = Lasting()
    accounts = accounts_with(store)
    signed_in = await signed_in_and_reading(accounts)
    assert (await accounts.sign_out(signed_in)).left_behind == ()
    assert not await is_kept(accounts_with(store))


async def test_what_is_read_after_another_run_signed_out_goes_with_the_next_who_am_i(
    accounts_with: AccountsWith,
) -> None:
    store = Lasting()
    accounts = accounts_with(store)
    signed_in = await signed_in_and_reading(accounts)
    assert await accounts_with(store).forget() is not None
    signed_in.client.renew()
    await signed_in.client.overview.of(CHILD)
    await accounts.confirm(Recalled(signed_in.client, signed_in.account, signed_in.source))
    await signed_in.client.aclose()
    assert not await is_kept(accounts_with(store))


async def test_without_a_list_what_is_read_is_kept_under_the_name_that_the_school_confirmed(
    accounts_with: AccountsWith, places: Places
) -> None:
    store = Lasting()
    await accounts_with(store).sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)
    (places.data_dir / "accounts.json").unlink()
    signed_in = await accounts_with(store, settings=load(places, {})).resume()
    assert signed_in is not None
    await signed_in.client.overview.of(CHILD)
    await signed_in.client.aclose()
    assert await is_kept(accounts_with(store))
