"""What is known after signing in, and what can truthfully be said after signing out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.errors import InvalidServiceKey
from optilearn_tui.credentials import StoreUnavailable
from optilearn_tui.settings import SettingsError

if TYPE_CHECKING:
    from optilearn_tui.accounts.account import Account
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.credentials import AccountKey

Notice = StoreUnavailable | SettingsError | InvalidServiceKey
"""Something that did not work and did not matter enough to stop: `i18n.problems` words it."""

LeftBehind = StoreUnavailable | SettingsError
"""Something of an account that could not be erased."""


class TokenSource(StrEnum):
    """Where the session in use came from (`whoami --json`: `source`)."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    FILE = "file"
    MEMORY = "memory"

    @property
    def outlasts_the_run(self) -> bool:
        """Whether the session is on this machine when the program has ended."""
        return self in {TokenSource.KEYRING, TokenSource.FILE}


@dataclass(frozen=True)
class Recalled:
    """A session found on this machine, which no school has confirmed yet. Whoever gets it closes the client.

    Attributes:
        account: whose it was when it was kept; None where that is not known.
        source: where the session is kept.
        notices: what did not work.
        entry: under which name it is kept, where that is not the account's.
    """

    client: Client
    account: Account | None
    source: TokenSource
    notices: tuple[Notice, ...] = ()
    entry: AccountKey | None = None


@dataclass(frozen=True)
class SignedIn:
    """A person at an institution, and the client that speaks for them. Whoever gets it closes the client.

    Attributes:
        source: where the session is kept; `MEMORY` means until the program ends.
        notices: what could not be kept or remembered.
        account: the account; None where the school told nothing that tells the person from others.
    """

    client: Client
    identity: Identity
    source: TokenSource
    notices: tuple[Notice, ...] = ()
    account: Account | None = None


@dataclass(frozen=True)
class KeyKept:
    """A service key that its institution has accepted.

    Attributes:
        slug: the institution.
        source: where the key is kept; `MEMORY` means until the program ends.
        notices: what could not be kept or remembered.
    """

    slug: str
    source: TokenSource
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class SignedOut:
    """The truth about a sign-out: the server revokes nothing (AUTH.md, fact 4).

    Attributes:
        slug: the institution signed out of.
        account: the account that is no longer known here; None where nobody knew whose session it was.
        server_told: the server confirmed that it cleared its cookies.
        valid_until: until when a copy of the session may stay valid on the server; None where nobody knows.
        still_in_environment: `OPTILEARN_SESSION_TOKEN` still holds a session; only its owner can unset it.
        left_behind: what could not be erased.
        had_session: there was a session to forget, or one that could not be looked for; False where only a
            service key was kept.
        service_key_forgotten: the institution's service key was kept here, and is no longer.
        key_still_in_environment: `OPTICRM_API_KEY` still holds a service key; only its owner can unset it.
    """

    slug: str
    server_told: bool
    valid_until: datetime | None
    still_in_environment: bool = False
    left_behind: tuple[LeftBehind, ...] = ()
    had_session: bool = True
    service_key_forgotten: bool = False
    key_still_in_environment: bool = False
    account: Account | None = None


_Failure = TypeVar("_Failure", bound=Exception)


def each_once(failures: Iterable[_Failure]) -> tuple[_Failure, ...]:
    """A place that fails, fails at all that is asked of it: that is said once."""
    once = {
        (failure.store, failure.reason) if isinstance(failure, StoreUnavailable) else str(failure): failure
        for failure in failures
    }
    return tuple(once.values())
