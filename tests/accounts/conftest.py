"""Accounts at the bundled school, in process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import keyring
import pytest
from keyring.backends import fail

from optilearn_tui.accounts import Accounts, Directory
from optilearn_tui.api.cache import SHELF_FILE, Shelf
from optilearn_tui.api.client import Client
from optilearn_tui.api.retry import Retry
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.credentials import AccountKey, Store
from optilearn_tui.settings import Places, Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from pathlib import Path

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.token import Token
    from optilearn_tui.sandbox import Sandbox

MEERA = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"
PASSWORD = "sandbox-2026"
RIVERSIDE = AccountKey("localhost", "riverside")
"""A session of which it is not known whose it is."""
MEERAS = AccountKey("localhost", "riverside", MEERA)
PRINCIPALS = AccountKey("localhost", "riverside", PRINCIPAL)


class AccountsWith(Protocol):
    """Makes accounts at the sandbox with the given stores, settings and environment."""

    def __call__(
        self,
        *stores: Store,
        settings: Settings = ...,
        environ: Mapping[str, str] | None = None,
        legacy_slug: str | None = None,
        who: str | None = None,
    ) -> Accounts: ...


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Three folders that do not exist yet."""
    return Places(tmp_path / "config", tmp_path / "data", tmp_path / "cache")


@pytest.fixture
async def clients() -> AsyncIterator[list[Client]]:
    """Every client that was made; what a test leaves open is closed."""
    made: list[Client] = []
    yield made
    for client in made:
        await client.aclose()


@pytest.fixture
def accounts_with(sandbox: Sandbox, noon: Clock, places: Places, clients: list[Client]) -> AccountsWith:
    """Makes accounts at the sandbox; each is another run of the program on this machine."""

    def make(
        *stores: Store,
        settings: Settings = Settings(institution="riverside"),  # noqa: B008 - immutable
        environ: Mapping[str, str] | None = None,
        legacy_slug: str | None = None,
        who: str | None = None,
    ) -> Accounts:
        deployment = Deployment(sandbox.base_domain, sandbox.protocol, legacy_slug)

        def connect(slug: str, token: Token | None) -> Client:
            never = Retry(attempts=1)
            client = Client(deployment, slug, token, clock=noon, app=sandbox.app, retry=never)
            clients.append(client)
            return client

        return Accounts(
            deployment,
            settings,
            stores,
            environ=environ or {},
            connect=connect,
            places=places,
            directory=Directory.at(places),
            shelf=Shelf(places.cache_dir / SHELF_FILE),
            who=who,
            clock=noon,
        )

    return make


@pytest.fixture
def no_keyring() -> Iterator[None]:
    """A computer without a keyring, as most servers are."""
    before = keyring.get_keyring()
    absent: type[keyring.backend.KeyringBackend] = fail.Keyring
    keyring.set_keyring(absent())
    yield
    keyring.set_keyring(before)
