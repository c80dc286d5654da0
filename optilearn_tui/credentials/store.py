"""What every place for sessions can do, and the one that forgets when the program ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from optilearn_tui.api.token import Token


class StoreKind(StrEnum):
    """The kinds of places, by the names `optilearn login --store` knows (COMMANDS.md)."""

    KEYRING = "keyring"
    FILE = "file"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class AccountKey:
    """Whose session: one institution of one deployment."""

    base_domain: str
    slug: str

    @property
    def name(self) -> str:
        """The account as one word: the institution's host."""
        return f"{self.slug}.{self.base_domain}"


def written(token: Token) -> str:
    """`token` as text that `parse_token` reads back, with its cookie's name where that is known."""
    return f"{token.cookie_name}={token.reveal()}" if token.cookie_name else token.reveal()


class Store(Protocol):
    """A place that keeps one session for each account.

    Each method raises StoreUnavailable when the place cannot be used, and does so within a bounded time.
    """

    @property
    def kind(self) -> StoreKind:
        """Which kind of place it is."""
        ...

    async def load(self, key: AccountKey) -> Token | None:
        """The session kept for `key`; None where there is none."""
        ...

    async def save(self, key: AccountKey, token: Token) -> None:
        """Keep `token` for `key`, in place of an older one."""
        ...

    async def erase(self, key: AccountKey) -> None:
        """Keep nothing for `key`; nothing to erase is fine."""
        ...


class MemoryStore:
    """Sessions for this run only. May be built with some, as the demo does."""

    kind = StoreKind.MEMORY

    def __init__(self, tokens: Mapping[AccountKey, Token] | None = None) -> None:
        self._tokens = dict(tokens or {})

    async def load(self, key: AccountKey) -> Token | None:
        """The session kept for `key`; None where there is none."""
        return self._tokens.get(key)

    async def save(self, key: AccountKey, token: Token) -> None:
        """Keep `token` for `key` until the program ends."""
        self._tokens[key] = token

    async def erase(self, key: AccountKey) -> None:
        """Keep nothing for `key`."""
        self._tokens.pop(key, None)
