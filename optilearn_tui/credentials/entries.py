"""What can be kept, and under which name: a person's session, and beside it the institution's service key."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

from typing_extensions import override

from optilearn_tui.api.secret import Secret
from optilearn_tui.api.service_key import ServiceKey, parse_service_key
from optilearn_tui.api.token import Token, parse_token

S = TypeVar("S", bound=Secret)


@dataclass(frozen=True, slots=True)
class Entry(ABC, Generic[S]):
    """One secret of one institution of one deployment."""

    base_domain: str
    slug: str

    @property
    def name(self) -> str:
        """The entry as one word, unlike that of any other."""
        return f"{self.slug}.{self.base_domain}"

    @abstractmethod
    def written(self, secret: S) -> str:
        """The secret as ASCII text that `read` reads back."""

    @abstractmethod
    def read(self, text: str) -> S:
        """The secret that was written.

        Raises:
            Misconfigured: the text is none.
        """


@dataclass(frozen=True, slots=True)
class AccountKey(Entry[Token]):
    """Whose session: one person's at an institution.

    Attributes:
        person: who, as `accounts.Account` tells people apart; empty where it is not known yet.
    """

    person: str = ""

    @property
    @override
    def name(self) -> str:
        host = f"{self.slug}.{self.base_domain}"
        # An address may be long and of any script; the places that keep secrets want short, plain names.
        return f"{_short(self.person)}@{host}" if self.person else host

    @override
    def written(self, secret: Token) -> str:
        # With its cookie's name where that is known: a JWE is bound to it.
        return f"{secret.cookie_name}={secret.reveal()}" if secret.cookie_name else secret.reveal()

    @override
    def read(self, text: str) -> Token:
        return parse_token(text)


def _short(person: str) -> str:
    return hashlib.sha256(person.encode()).hexdigest()[:20]


SERVICE_KEY_PREFIX = "service_key."
"""No host has an underscore in it, so no session's name begins like this."""


class ServiceKeyEntry(Entry[ServiceKey]):
    """Whose service key: an institution's, on a staff machine."""

    @property
    @override
    def name(self) -> str:
        return f"{SERVICE_KEY_PREFIX}{self.slug}.{self.base_domain}"

    @override
    def written(self, secret: ServiceKey) -> str:
        return secret.reveal()

    @override
    def read(self, text: str) -> ServiceKey:
        return parse_service_key(text)
