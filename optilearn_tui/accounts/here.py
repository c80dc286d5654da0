"""The accounts of the person at this machine: real servers, real keyring, real settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from optilearn_tui.accounts.accounts import Accounts
from optilearn_tui.accounts.directory import Directory
from optilearn_tui.api.cache import SHELF_FILE, Shelf
from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.session_key import SessionKey
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.credentials import FileStore, KeyringStore, MemoryStore, Store, StoreKind

if TYPE_CHECKING:
    from optilearn_tui.accounts.machine import Connect
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.token import Token
    from optilearn_tui.settings import Places, Settings


def accounts_here(
    settings: Settings,
    places: Places,
    environ: Mapping[str, str],
    *,
    clock: Clock = utc_now,
    store: StoreKind | None = None,
    who: str | None = None,
) -> Accounts:
    """Accounts at the deployment that the environment names.

    With the setting `keep_nothing` all of it lasts for the run only, and what earlier runs have kept goes.

    Args:
        settings: the person's choices.
        places: where they are remembered, and where a private file would lie.
        environ: the environment (PLATFORM.md §1, COMMANDS.md).
        clock: what time it is.
        store: where a new session is kept: the keyring, unless the person once asked for a file and still has
            one. Sessions of earlier runs are found in both. Memory only tries a sign-in out: what is kept
            elsewhere is left alone.
        who: whom the person named for this run.

    Raises:
        InvalidBaseDomain: a variable cannot be read.
        InsecureProtocol: `http` for a public domain.
    """
    deployment = Deployment.from_environment(environ)
    connect = _connect(deployment, settings, environ, clock)
    make = partial(Accounts, deployment, settings, environ=environ, connect=connect, who=who, clock=clock)
    stores, shelf = _stores(places, store), Shelf(places.cache_dir / SHELF_FILE)
    kept = make(stores, places=places, directory=Directory.at(places), shelf=shelf)
    return make([MemoryStore()], leftovers=kept.erase) if settings.keep_nothing else kept


def _connect(deployment: Deployment, settings: Settings, environ: Mapping[str, str], clock: Clock) -> Connect:
    session_key = SessionKey.from_environment(environ)

    def connect(slug: str, token: Token | None) -> Client:
        from optilearn_tui.api.client import Client

        return Client(
            deployment,
            slug,
            token,
            session_key=session_key,
            clock=clock,
            http2=settings.http2,
            low_data=settings.low_data,
        )

    return connect


def _stores(places: Places, first: StoreKind | None) -> list[Store]:
    keyring, file = KeyringStore(), FileStore(places.data_dir)
    match first:
        case StoreKind.MEMORY:
            return [MemoryStore()]
        case StoreKind.FILE:
            return [file, keyring]
        case None if file.is_used:
            # Whoever asked for a file may have a keyring that lets everybody wait: it comes second.
            return [file, keyring]
        case _:
            return [keyring, file]
