"""Sessions in a genuine GNOME keyring, whatever state it is in (AUTH.md: the keyring in practice)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest

from optilearn_tui.api.service_key import ServiceKey
from optilearn_tui.credentials import KeyringStore, ServiceKeyEntry, StoreUnavailable
from tests.credentials.conftest import RIVERSIDE, SPRINGDALE, SetUp, make_token

if TYPE_CHECKING:
    from tests.secret_service import SecretService

# keyring leaves its connection open where a keyring is locked.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


@pytest.fixture
def healthy(set_up: SetUp) -> SecretService:
    """A keyring as a person has it who sits before it."""
    service = set_up()
    service.start(unlocked=True)
    return service


def files_of(service: SecretService) -> bytes:
    """Every byte that the keyring has written."""
    return b"".join(path.read_bytes() for path in (service.home / "data").rglob("*") if path.is_file())


@pytest.mark.parametrize("length", [200, 1_201, 32_000])
@pytest.mark.usefixtures("healthy")
async def test_a_healthy_keyring_keeps_what_it_is_given(length: int) -> None:
    await KeyringStore().save(RIVERSIDE, make_token(length))

    assert await KeyringStore().load(RIVERSIDE) == make_token(length)
    assert await KeyringStore().load(SPRINGDALE) is None


async def test_a_keyring_keeps_over_a_restart_and_shows_nobody(healthy: SecretService) -> None:
    token = make_token(fill="hunter2")
    await KeyringStore().save(RIVERSIDE, token)
    healthy.kill()
    healthy.start(unlocked=True)

    assert await KeyringStore().load(RIVERSIDE) == token
    assert files_of(healthy)
    assert b"hunter2" not in files_of(healthy)


@pytest.mark.usefixtures("healthy")
async def test_session_and_key_lie_side_by_side_and_go_one_by_one() -> None:
    store, entry = KeyringStore(), ServiceKeyEntry(RIVERSIDE.base_domain, RIVERSIDE.slug)
    await store.save(RIVERSIDE, make_token(9_000))
    await store.save(entry, ServiceKey("sk-0123456789"))

    await store.erase(RIVERSIDE)

    assert await store.load(RIVERSIDE) is None
    assert await store.load(entry) == ServiceKey("sk-0123456789")
    await store.erase(entry)
    assert keyring.get_credential("optilearn-tui", None) is None


@pytest.mark.parametrize("length", [200, 9_000])
@pytest.mark.usefixtures("healthy")
async def test_erasing_leaves_no_entry(length: int) -> None:
    await KeyringStore().save(RIVERSIDE, make_token(length))

    await KeyringStore().erase(RIVERSIDE)

    assert keyring.get_credential("optilearn-tui", None) is None


async def test_a_keyring_that_is_locked_with_nobody_to_open_it_is_told_as_such(
    healthy: SecretService,
) -> None:
    await KeyringStore().save(RIVERSIDE, make_token())
    healthy.kill()
    healthy.start(unlocked=False)

    with pytest.raises(StoreUnavailable) as caught:
        await KeyringStore().load(RIVERSIDE)

    assert caught.value.reason == "locked"


async def test_a_keyring_that_was_never_set_up_and_cannot_ask_is_told_as_locked(set_up: SetUp) -> None:
    set_up().start(unlocked=False)

    with pytest.raises(StoreUnavailable) as caught:
        await KeyringStore().save(RIVERSIDE, make_token())

    assert caught.value.reason == "locked"


async def test_a_keyring_that_the_bus_starts_by_itself_is_as_locked_as_any(set_up: SetUp) -> None:
    set_up()

    with pytest.raises(StoreUnavailable) as caught:
        await KeyringStore().load(RIVERSIDE)

    assert caught.value.reason == "locked"


async def test_a_keyring_killed_meanwhile_is_told_and_is_used_again_once_it_is_back(set_up: SetUp) -> None:
    service = set_up(activates=False)
    service.start(unlocked=True)
    store = KeyringStore()
    await store.save(RIVERSIDE, make_token())
    service.kill()

    for asking in (store.load(RIVERSIDE), store.save(RIVERSIDE, make_token(300)), store.erase(RIVERSIDE)):
        with pytest.raises(StoreUnavailable) as caught:
            await asking
        # Not "missing": a session may still lie there, and a sign-out has to say so.
        assert caught.value.reason == "failed"

    service.start(unlocked=True)
    assert await store.load(RIVERSIDE) == make_token()


async def test_a_bus_that_went_away_is_told(healthy: SecretService) -> None:
    store = KeyringStore()
    await store.save(RIVERSIDE, make_token())
    healthy.kill_bus()

    with pytest.raises(StoreUnavailable) as caught:
        await store.load(RIVERSIDE)

    assert caught.value.reason == "failed"


async def test_a_keyring_that_asks_on_another_display_is_given_up(healthy: SecretService) -> None:
    store = KeyringStore(timeout=0.05)
    healthy.pause()

    with pytest.raises(StoreUnavailable) as caught:
        await store.load(RIVERSIDE)

    assert caught.value.reason == "timeout"
    healthy.go_on()
    assert await KeyringStore().load(RIVERSIDE) is None


def test_without_a_bus_there_is_no_keyring(tmp_path: Path) -> None:
    program = """
import asyncio
from tests.credentials.conftest import RIVERSIDE, make_token
from optilearn_tui.credentials import KeyringStore, StoreUnavailable
async def ask():
    for asking in (KeyringStore().load(RIVERSIDE), KeyringStore().save(RIVERSIDE, make_token())):
        try:
            await asking
        except StoreUnavailable as error:
            print(error.reason)
asyncio.run(ask())
"""
    # An address that leads nowhere: without any, a bus of the whole computer may be found.
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path)}
    environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **nowhere}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environ, check=True, capture_output=True, text=True
    )
    assert done.stdout == "missing\nmissing\n"
