"""Sessions in the keyring, whatever the keyring does."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from optilearn_tui.credentials import ALLOWED_BACKENDS, KeyringStore, StoreUnavailable
from tests.credentials.backends import (
    Broken,
    Filling,
    Forgetful,
    Hanging,
    Healthy,
    Locked,
    Overtaken,
    WithoutPrompter,
)
from tests.credentials.conftest import ALLOWED, RIVERSIDE, SPRINGDALE, Install, make_token


async def test_what_is_saved_is_found_again(install: Install) -> None:
    store = install(Healthy())
    await store.save(RIVERSIDE, make_token())
    assert await store.load(RIVERSIDE) == make_token()
    assert await store.load(SPRINGDALE) is None


async def test_the_cookie_name_a_token_is_bound_to_is_kept(install: Install) -> None:
    store = install(Healthy())
    token = make_token()
    token.cookie_name = "__Secure-next-auth.session-token"
    await store.save(RIVERSIDE, token)
    found = await store.load(RIVERSIDE)
    assert found is not None
    assert found.cookie_name == "__Secure-next-auth.session-token"


async def test_erasing_leaves_nothing(install: Install) -> None:
    backend = Healthy()
    store = install(backend)
    await store.save(RIVERSIDE, make_token(9_000))
    await store.erase(RIVERSIDE)
    await store.erase(RIVERSIDE)
    assert backend.entries == {}


@pytest.mark.parametrize("length", [200, 1_200, 1_201, 5_000, 32_000])
async def test_long_sessions_fit_into_short_entries(install: Install, length: int) -> None:
    store = install(Healthy())
    await store.save(RIVERSIDE, make_token(length))
    assert await store.load(RIVERSIDE) == make_token(length)


async def test_a_shorter_session_leaves_no_parts_of_the_longer_one(install: Install) -> None:
    backend = Healthy()
    store = install(backend)
    await store.save(RIVERSIDE, make_token(9_000))
    await store.save(RIVERSIDE, make_token(300))
    assert len(backend.entries) == 1


async def test_a_long_session_with_a_part_missing_is_none(install: Install) -> None:
    backend = Healthy()
    store = install(backend)
    await store.save(RIVERSIDE, make_token(9_000))
    del backend.entries[next(iter(backend.entries))]
    assert await store.load(RIVERSIDE) is None


async def test_a_strange_entry_is_no_session(install: Install) -> None:
    backend = Healthy()
    store = install(backend)
    backend.entries["optilearn-tui", RIVERSIDE.name] = "shards:many:of"
    assert await store.load(RIVERSIDE) is None
    backend.entries["optilearn-tui", RIVERSIDE.name] = "not a token"
    assert await store.load(RIVERSIDE) is None


@pytest.mark.parametrize(
    ("backend", "reason"),
    [
        (fail.Keyring, "missing"),
        (null.Keyring, "missing"),
        (Forgetful, "lost"),
        (Locked, "locked"),
        (WithoutPrompter, "locked"),
        (Broken, "failed"),
    ],
)
async def test_a_keyring_that_cannot_be_used_says_why(
    install: Install, backend: Callable[[], KeyringBackend], reason: str
) -> None:
    store = install(backend())
    with pytest.raises(StoreUnavailable) as caught:
        await store.save(RIVERSIDE, make_token())
    assert (caught.value.store, caught.value.reason) == ("keyring", reason)


async def test_what_a_keyring_says_of_a_secret_goes_nowhere(install: Install) -> None:
    for backend in (Locked(), Broken()):
        with pytest.raises(StoreUnavailable) as caught:
            await install(backend).load(RIVERSIDE)
        assert "hunter2" not in str(caught.value)
        assert caught.value.__cause__ is None


async def test_only_the_operating_systems_own_keyrings_are_used(install: Install) -> None:
    backend = Healthy()
    install(backend)
    with pytest.raises(StoreUnavailable, match="unsafe"):
        await KeyringStore().save(RIVERSIDE, make_token())
    assert backend.entries == {}


@pytest.mark.parametrize(
    "name",
    [
        "keyrings.cryptfile.cryptfile.CryptFileKeyring",
        "keyrings.alt.file.PlaintextKeyring",
        "keyrings.alt.file.EncryptedKeyring",
    ],
)
async def test_a_keyring_that_asks_on_our_terminal_or_stores_plain_text_is_never_asked(
    install: Install, name: str
) -> None:
    module, _, kind = name.rpartition(".")
    backend: Healthy = type(kind, (Healthy,), {"__module__": module})()
    install(backend)
    store = KeyringStore()
    for asking in (store.load(RIVERSIDE), store.save(RIVERSIDE, make_token()), store.erase(RIVERSIDE)):
        with pytest.raises(StoreUnavailable, match="unsafe"):
            await asking
    assert backend.threads == set()
    assert backend.entries == {}


async def test_of_chained_keyrings_only_an_allowed_one_is_used(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Forgetful, "priority", 2)
    monkeypatch.setattr(Healthy, "priority", 1)
    chained: Callable[[], KeyringBackend] = chainer.ChainerBackend
    install(chained())
    store = KeyringStore(allowed_backends={f"{Healthy.__module__}.{Healthy.__qualname__}"})
    await store.save(RIVERSIDE, make_token())
    assert await store.load(RIVERSIDE) == make_token()
    await store.erase(RIVERSIDE)
    with pytest.raises(StoreUnavailable, match="unsafe"):
        await KeyringStore(allowed_backends=()).load(RIVERSIDE)


async def test_a_keyring_that_hangs_is_given_up(install: Install) -> None:
    backend = Hanging()
    install(backend)
    store = KeyringStore(timeout=0.01, allowed_backends=ALLOWED)
    with pytest.raises(StoreUnavailable, match="timeout"):
        await store.load(RIVERSIDE)
    backend.answered.set()


async def test_while_a_keyring_hangs_no_further_question_is_put_to_it(install: Install) -> None:
    backend = Hanging()
    install(backend)
    store = KeyringStore(timeout=0.01, allowed_backends=ALLOWED)
    for _ in range(3):
        with pytest.raises(StoreUnavailable, match="timeout"):
            await store.load(RIVERSIDE)
    assert len(_keyring_threads()) == 1
    backend.answered.set()


async def test_whoever_asks_a_keyring_that_hangs_is_refused_without_waiting(install: Install) -> None:
    backend = Hanging()
    install(backend)
    store = KeyringStore(timeout=0.01, allowed_backends=ALLOWED)
    with pytest.raises(StoreUnavailable):
        await store.load(RIVERSIDE)
    with pytest.raises(StoreUnavailable, match="timeout"):
        store.load(RIVERSIDE).send(None)  # raises at once, where one that waits would be suspended
    backend.answered.set()


async def test_a_keyring_that_answers_late_is_used_again(install: Install) -> None:
    backend = Hanging()
    install(backend)
    store = KeyringStore(timeout=0.01, allowed_backends=ALLOWED)
    with pytest.raises(StoreUnavailable, match="timeout"):
        await store.load(RIVERSIDE)
    backend.answered.set()
    for thread in _keyring_threads():
        await asyncio.to_thread(thread.join)
    patient = KeyringStore(timeout=60, allowed_backends=ALLOWED)
    await patient.save(RIVERSIDE, make_token())
    assert await store.load(RIVERSIDE) == make_token()


async def test_a_question_given_up_by_its_asker_does_not_spoil_the_next(install: Install) -> None:
    backend = Hanging()
    store = install(backend)
    asking = asyncio.create_task(store.load(RIVERSIDE))
    await asyncio.to_thread(backend.asked.wait)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    next_one = asyncio.create_task(store.load(RIVERSIDE))
    for _ in range(3):  # as far as it gets
        await asyncio.sleep(0)
    assert len(_keyring_threads()) == 1
    backend.answered.set()
    assert await next_one is None


async def test_the_keyring_is_asked_off_the_event_loop_in_a_thread_that_holds_up_no_exit(
    install: Install,
) -> None:
    backend = Healthy()
    store = install(backend)
    await store.load(RIVERSIDE)
    assert threading.current_thread() not in backend.threads
    assert all(thread.daemon for thread in backend.threads)


def test_a_program_ends_while_its_keyring_hangs() -> None:
    program = """
import asyncio, keyring
from tests.credentials.backends import Hanging
from tests.credentials.conftest import ALLOWED, RIVERSIDE
from optilearn_tui.credentials import KeyringStore, StoreUnavailable
keyring.set_keyring(Hanging())
async def ask():
    try:
        await KeyringStore(timeout=0.01, allowed_backends=ALLOWED).load(RIVERSIDE)
    except StoreUnavailable as error:
        print(error.reason)
asyncio.run(ask())
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "timeout\n"


def test_building_a_store_does_not_import_keyring() -> None:
    program = "import sys; from optilearn_tui.credentials import KeyringStore; KeyringStore();"
    subprocess.run([sys.executable, "-c", program + "sys.exit('keyring' in sys.modules)"], check=True)


@pytest.mark.parametrize("name", sorted(ALLOWED_BACKENDS))
def test_the_allow_list_names_backends_that_keyring_has(name: str) -> None:
    module, _, kind = name.rpartition(".")
    assert issubclass(getattr(importlib.import_module(module), kind), KeyringBackend)


def _keyring_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "optilearn-keyring"]


async def test_a_keyring_that_breaks_half_way_keeps_the_former_session_and_no_part_of_the_new(
    install: Install,
) -> None:
    backend = Filling(room=3)
    store = install(backend)
    await store.save(RIVERSIDE, make_token())
    before = dict(backend.entries)
    with pytest.raises(StoreUnavailable, match="failed"):
        await store.save(RIVERSIDE, make_token(9_000))
    assert backend.entries == before


async def test_a_keyring_that_loses_a_part_keeps_no_part(install: Install) -> None:
    backend = Filling(room=3, is_silent=True)
    store = install(backend)
    with pytest.raises(StoreUnavailable, match="lost") as caught:
        await store.save(RIVERSIDE, make_token(9_000))
    assert backend.entries == {}
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert make_token(9_000).reveal()[:200] not in shown


async def test_a_reader_finds_the_new_session_where_the_former_goes_while_it_reads(install: Install) -> None:
    backend = Overtaken()
    store = install(backend)
    await store.save(RIVERSIDE, make_token(9_000, "n"))
    later = dict(backend.entries)
    await store.save(RIVERSIDE, make_token(9_000, "f"))
    backend.later = later
    assert await store.load(RIVERSIDE) == make_token(9_000, "n")
