"""The ways of signing in that a school offers, and which of them a person means (AUTH.md: providers)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from optilearn_tui.api.errors import BrowserOnly
from optilearn_tui.api.kinds import AccountKind
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text

_WORDS = {
    AccountKind.PARENT: ("parent", "student", "contact", "guardian", "family", "pupil"),
    AccountKind.STAFF: ("staff", "teacher", "user", "employee", "faculty", "admin"),
}


class Provider(Record, frozen=True):
    """One way of signing in."""

    id: Identifier
    name: Maybe[Text] = LEFT_OUT
    type: Maybe[Text] = LEFT_OUT

    @property
    def takes_a_password(self) -> bool:
        """Whether it takes an e-mail address and a password from a program."""
        return self.type == "credentials"

    def fitness(self, kind: AccountKind) -> int:
        """How much its id and name speak for one kind of account, and not for the other."""
        own = f"{self.id} {self.name if isinstance(self.name, str) else ''}".casefold()
        return sum(
            (1 if kind is hinted else -1) * (word in own)
            for hinted, words in _WORDS.items()
            for word in words
        )


def read_providers(content: Mapping[str, object]) -> tuple[Provider, ...]:
    """The providers in the answer of `/api/auth/providers`, in its order; unreadable ones are left out."""
    providers: list[Provider] = []
    for given in content.values():
        try:
            providers.append(Provider.model_validate(given))
        except ValidationError:
            continue
    return tuple(providers)


def provider_for(kind: AccountKind, providers: Sequence[Provider]) -> Provider:
    """The provider through which an account of a kind signs in with a password.

    With one that takes passwords, that one. With several, the one whose id and name speak most for the kind:
    words like *parent*, *student*, *contact* against *staff*, *teacher*, *user*; the first where none does.
    [A]: neither the platform's owner nor its documentation names the providers.

    Raises:
        BrowserOnly: none takes a password.
    """
    candidates = [provider for provider in providers if provider.takes_a_password]
    if not candidates:
        raise BrowserOnly
    return max(candidates, key=lambda provider: provider.fitness(kind))
