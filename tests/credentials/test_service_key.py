"""An institution's service key beside a person's session, in every kind of place."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.service_key import ServiceKey
from optilearn_tui.credentials import FileStore, MemoryStore, ServiceKeyEntry, Store, StoreUnavailable
from tests.credentials.backends import Forgetful, Healthy
from tests.credentials.conftest import RIVERSIDE, SPRINGDALE, Install, make_token

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = ServiceKey("sk-0123456789+/=~")
RIVERSIDES_KEY = ServiceKeyEntry(RIVERSIDE.base_domain, RIVERSIDE.slug)
SPRINGDALES_KEY = ServiceKeyEntry(SPRINGDALE.base_domain, SPRINGDALE.slug)


@pytest.fixture(params=["keyring", "file", "memory"])
def store(request: pytest.FixtureRequest, install: Install, tmp_path: Path) -> Store:
    """One of each kind of place."""
    make: dict[str, Callable[[], Store]] = {
        "keyring": lambda: install(Healthy()),
        "file": lambda: FileStore(tmp_path),
        "memory": MemoryStore,
    }
    return make[request.param]()


async def test_session_and_key_lie_side_by_side(store: Store) -> None:
    await store.save(RIVERSIDES_KEY, KEY)
    await store.save(RIVERSIDE, make_token())

    assert await store.load(RIVERSIDES_KEY) == KEY
    assert await store.load(RIVERSIDE) == make_token()
    assert await store.load(SPRINGDALES_KEY) is None


async def test_erasing_one_leaves_the_other(store: Store) -> None:
    await store.save(RIVERSIDES_KEY, KEY)
    await store.save(RIVERSIDE, make_token())
    await store.erase(RIVERSIDE)

    assert await store.load(RIVERSIDES_KEY) == KEY
    await store.erase(RIVERSIDES_KEY)
    await store.erase(RIVERSIDES_KEY)
    assert await store.load(RIVERSIDES_KEY) is None


async def test_a_key_as_long_as_can_be_is_kept(store: Store) -> None:
    longest = ServiceKey("k" * 4_096)
    await store.save(RIVERSIDES_KEY, longest)

    assert await store.load(RIVERSIDES_KEY) == longest


def test_session_and_key_are_never_equal_entries() -> None:
    assert len({RIVERSIDE, RIVERSIDES_KEY, SPRINGDALES_KEY}) == 3
    assert ServiceKeyEntry("opticrm.app", "riverside") == RIVERSIDES_KEY
    assert RIVERSIDES_KEY.name != RIVERSIDE.name


async def test_no_place_shows_what_it_keeps(store: Store) -> None:
    await store.save(RIVERSIDES_KEY, KEY)

    assert KEY.reveal() not in f"{store!r} {vars(store)!r} {RIVERSIDES_KEY!r}".replace("\\", "")


async def test_a_strange_entry_is_no_key(install: Install) -> None:
    backend = Healthy()
    keyring = install(backend)
    backend.entries["optilearn-tui", RIVERSIDES_KEY.name] = "two words"

    assert await keyring.load(RIVERSIDES_KEY) is None


async def test_a_keyring_that_loses_the_key_is_told(install: Install) -> None:
    with pytest.raises(StoreUnavailable, match="lost"):
        await install(Forgetful()).save(RIVERSIDES_KEY, KEY)


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
async def test_the_file_with_the_key_is_private_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    await store.save(RIVERSIDES_KEY, KEY)
    (file,) = (tmp_path / "sessions").iterdir()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("two words")
    with pytest.raises(StoreUnavailable, match="lost"):
        await store.load(RIVERSIDES_KEY)


async def test_a_key_in_a_file_does_not_ask_for_sessions_in_files(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    await store.save(RIVERSIDES_KEY, KEY)
    assert not store.is_used

    await store.save(RIVERSIDE, make_token())
    assert store.is_used
