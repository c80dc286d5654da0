"""Keyrings and tokens for the tests of this folder."""

from __future__ import annotations

import base64
import gc
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import keyring
import keyring.backends.SecretService
import pytest
from keyring.backend import KeyringBackend

from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import ALLOWED_BACKENDS, AccountKey, KeyringStore
from tests.credentials import backends
from tests.secret_service import SecretService, skip_where_missing

RIVERSIDE = AccountKey("opticrm.app", "riverside")
SPRINGDALE = AccountKey("opticrm.app", "springdale")

ALLOWED = ALLOWED_BACKENDS | {
    f"{backends.__name__}.{name}"
    for name in (
        "Healthy",
        "Filling",
        "Forgetful",
        "Locked",
        "Overtaken",
        "WithoutPrompter",
        "Broken",
        "Hanging",
    )
}

Install = Callable[[KeyringBackend], KeyringStore]
SetUp = Callable[..., SecretService]


def make_token(length: int = 200, fill: str = "x") -> Token:
    """A well-formed token of about `length` characters."""
    header = base64.urlsafe_b64encode(json.dumps({"alg": "HS256"}).encode()).decode().rstrip("=")
    return parse_token(f"{header}.{fill * max(1, length - len(header) - 6)}.sign")


@pytest.fixture
def install() -> Iterator[Install]:
    """Makes a keyring the one of this computer, and gives a store that uses it."""
    before = keyring.get_keyring()

    def set_up(backend: KeyringBackend) -> KeyringStore:
        keyring.set_keyring(backend)
        return KeyringStore(allowed_backends=ALLOWED)

    yield set_up
    keyring.set_keyring(before)


@pytest.fixture
def set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SetUp]:
    """Makes a D-Bus for a genuine GNOME keyring, which is this computer's from then on."""
    skip_where_missing()
    before = keyring.get_keyring()
    genuine: Callable[[], KeyringBackend] = keyring.backends.SecretService.Keyring
    with ExitStack() as made:

        def make(*, activates: bool = True) -> SecretService:
            service = made.enter_context(SecretService(tmp_path / "home", activates=activates))
            for name, value in service.environ.items():
                monkeypatch.setenv(name, value)
            keyring.set_keyring(genuine())
            return service

        yield make
        keyring.set_keyring(before)
    gc.collect()  # keyring leaves connections open where a keyring is locked; nobody else shall hear of it.
