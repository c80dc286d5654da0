"""The places for secrets, used by several parts of the program at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from optilearn_tui.accounts.wallet import Wallet
from tests.accounts.conftest import MEERAS
from tests.accounts.stores import Lasting, S
from tests.api.tokens import jws

if TYPE_CHECKING:
    from optilearn_tui.credentials import Entry

OLD, NEW, OTHER = (jws(salt=each) for each in ("old", "new", "other"))


class Gated(Lasting):
    """A keyring that takes its time over reading: until `gate` is open, once it has been looked up."""

    def __init__(self) -> None:
        super().__init__({MEERAS: OLD})
        self.gate = asyncio.Event()
        self.gate.set()
        self.asked = asyncio.Event()

    @override
    async def load(self, entry: Entry[S]) -> S | None:
        found = await super().load(entry)
        self.asked.set()
        await self.gate.wait()
        return found


@pytest.fixture
async def store() -> Gated:
    """Where the session is."""
    return Gated()


@pytest.fixture
async def wallet(store: Gated) -> Wallet:
    """A wallet that has found it, and whose store reads slowly from now on."""
    wallet = Wallet("localhost", [store])
    await wallet.find(MEERAS)
    store.gate.clear()
    store.asked.clear()
    return wallet


async def test_a_session_erased_while_its_renewal_is_written_down_stays_erased(
    wallet: Wallet, store: Gated
) -> None:
    renewing = asyncio.create_task(wallet.update(MEERAS, NEW))
    await store.asked.wait()
    await wallet.erase(MEERAS)
    store.gate.set()
    await renewing
    assert await store.load(MEERAS) is None


async def test_a_session_begun_while_the_former_is_discarded_is_kept(wallet: Wallet, store: Gated) -> None:
    discarding = asyncio.create_task(wallet.discard(MEERAS))
    await store.asked.wait()
    await wallet.put(MEERAS, OTHER)
    store.gate.set()
    await discarding
    assert await store.load(MEERAS) == OTHER
