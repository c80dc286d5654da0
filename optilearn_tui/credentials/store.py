"""What every place for secrets can do, and the one that forgets when the program ends."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from optilearn_tui.api.secret import Secret

if TYPE_CHECKING:
    from optilearn_tui.api.token import Token
    from optilearn_tui.credentials.entries import AccountKey, Entry

S = TypeVar("S", bound=Secret)


class StoreKind(StrEnum):
    """The kinds of places, by the names `optilearn login --store` knows (COMMANDS.md)."""

    KEYRING = "keyring"
    FILE = "file"
    MEMORY = "memory"


class Store(Protocol):
    """A place that keeps one secret for each entry: an account's session, an institution's service key.

    Each method raises StoreUnavailable when the place cannot be used, and does so within a bounded time.
    """

    @property
    def kind(self) -> StoreKind:
        """Which kind of place it is."""
        ...

    async def load(self, entry: Entry[S]) -> S | None:
        """What is kept in `entry`; None where there is nothing."""
        ...

    async def save(self, entry: Entry[S], secret: S) -> None:
        """Keep `secret` in `entry`, in place of an older one."""
        ...

    async def erase(self, entry: Entry[S]) -> None:
        """Keep nothing in `entry`; nothing to erase is fine."""
        ...


class MemoryStore:
    """Secrets for this run only. May be built with sessions, as the demo does."""

    kind = StoreKind.MEMORY

    def __init__(self, sessions: Mapping[AccountKey, Token] | None = None) -> None:
        self._written: dict[str, Secret] = {}
        for entry, token in (sessions or {}).items():
            self._write(entry, token)

    async def load(self, entry: Entry[S]) -> S | None:
        """What is kept in `entry`; None where there is nothing."""
        written = self._written.get(entry.name)
        return entry.read(written.reveal()) if written is not None else None

    async def save(self, entry: Entry[S], secret: S) -> None:
        """Keep `secret` in `entry` until the program ends."""
        self._write(entry, secret)

    async def erase(self, entry: Entry[S]) -> None:
        """Keep nothing in `entry`."""
        self._written.pop(entry.name, None)

    def _write(self, entry: Entry[S], secret: S) -> None:
        self._written[entry.name] = Secret(entry.written(secret))
