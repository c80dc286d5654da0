"""Sessions of a long run written down anew, so that a run that ends badly leaves a recent one (AUTH.md)."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from optilearn_tui.credentials import AccountKey, StoreUnavailable

if TYPE_CHECKING:
    from optilearn_tui.accounts.account import Account
    from optilearn_tui.accounts.signed_in import Recalled
    from optilearn_tui.accounts.wallet import Wallet

_WORTH_IT = timedelta(hours=6)
"""How far the end of a session moves before it is written down anew; the server renews it at each answer."""

_PATIENCE = 3.0  # seconds for a place to take it


class Rewriting:
    """Knows until when each session was valid when it was written down last."""

    def __init__(self, wallet: Wallet, *, patience: float = _PATIENCE) -> None:
        """Write into `wallet`, and give each writing up after `patience` seconds."""
        self._wallet = wallet
        self._patience = patience
        self._written: dict[AccountKey, datetime | None] = {}

    async def of(self, recalled: Recalled, account: Account) -> None:
        """Write the session of a confirmed account down where its end has moved a good deal.

        A place that fails is no reason to stop: at the end of the run it is tried again, and told.
        """
        key, token, former = account.key, recalled.client.session.token, recalled.account
        before = self._written.setdefault(key, former.expires if former else None)
        if token is None or account.expires is None or not recalled.source.outlasts_the_run:
            return
        if before is not None and account.expires - before < _WORTH_IT:
            return
        with suppress(StoreUnavailable, TimeoutError):
            async with asyncio.timeout(self._patience):
                await self._wallet.update(key, token)
                self._written[key] = account.expires
