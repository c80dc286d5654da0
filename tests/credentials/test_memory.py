"""Sessions for one run."""

from __future__ import annotations

from optilearn_tui.credentials import MemoryStore
from tests.credentials.conftest import RIVERSIDE, SPRINGDALE, make_token


async def test_memory_keeps_what_it_was_given_until_told_otherwise() -> None:
    store = MemoryStore({RIVERSIDE: make_token()})
    assert await store.load(RIVERSIDE) == make_token()
    await store.save(SPRINGDALE, make_token(300))
    await store.erase(RIVERSIDE)
    assert await store.load(RIVERSIDE) is None
    assert await store.load(SPRINGDALE) == make_token(300)


async def test_two_runs_share_nothing() -> None:
    tokens = {RIVERSIDE: make_token()}
    await MemoryStore(tokens).erase(RIVERSIDE)
    assert await MemoryStore(tokens).load(RIVERSIDE) == make_token()
