"""Keyrings and tokens for the tests of this folder."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import ALLOWED_BACKENDS, AccountKey, KeyringStore
from tests.credentials import backends

RIVERSIDE = AccountKey("opticrm.app", "riverside")
SPRINGDALE = AccountKey("opticrm.app", "springdale")

ALLOWED = ALLOWED_BACKENDS | {
    f"{backends.__name__}.{name}"
    for name in ("Healthy", "Forgetful", "Locked", "WithoutPrompter", "Broken", "Hanging")
}

Install = Callable[[KeyringBackend], KeyringStore]


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
