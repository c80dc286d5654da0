"""The platform's key in the environment: sessions are verified here, and nobody needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import accounts_here
from optilearn_tui.api.errors import WrongSessionKey
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.credentials import StoreKind
from optilearn_tui.settings import Places, load
from tests.accounts.conftest import MEERA, PASSWORD

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.live import LiveSandbox


@pytest.mark.parametrize("is_right", [True, False])
async def test_the_key_of_the_environment_opens_the_session(
    live_sandbox: LiveSandbox, places: Places, noon: Clock, *, is_right: bool
) -> None:
    environ = {
        "OPTICRM_BASE_DOMAIN": live_sandbox.base_domain,
        "OPTICRM_PROTOCOL": "http",
        "NEXTAUTH_SECRET": live_sandbox.sandbox._mint._secret if is_right else "another",
    }
    accounts = accounts_here(load(places, environ), places, environ, clock=noon, store=StoreKind.MEMORY)

    signed_in = await accounts.sign_in("riverside", AccountKind.PARENT, MEERA, PASSWORD)

    session = signed_in.client.session
    assert (session.verified is not None) is is_right
    assert isinstance(session.doubt, WrongSessionKey) is not is_right
    assert signed_in.identity.verified
    await signed_in.client.aclose()
