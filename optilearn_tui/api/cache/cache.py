"""Whose answers are kept where: for one client, which may change hands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.cache.kept import digest
from optilearn_tui.api.cache.memory import MemoryShelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from optilearn_tui.api.cache import AnyShelf
    from optilearn_tui.api.endpoint import Call
    from optilearn_tui.api.session import Session

T = TypeVar("T")


class Credential(StrEnum):
    """What a question is asked with: answers to one kind never serve another."""

    SESSION = "session"
    KEY = "key"
    NONE = "none"


@dataclass(frozen=True)
class Place:
    """A part of a shelf: one person's at one institution, or this run's."""

    shelf: AnyShelf
    scope: bytes

    def key_of(self, call: Call[T], credential: Credential) -> bytes:
        """The name under which the answer to a question is kept here."""
        return digest(self.scope, credential, call.endpoint.host.value, call.path)


@dataclass(frozen=True, slots=True)
class _Owner:
    person: str
    contact_id: str | None
    generation: int


class Cache:
    """Where the answers of one client are kept.

    On the shelf as long as it is known whose they are; else in memory, and no longer than the session lasts.
    A change of the session (a sign-in, a sign-out, its end) makes that unknown again.

    Attributes:
        shelf: keeps what belongs to a person.
    """

    def __init__(self, base_domain: str, session: Session, shelf: AnyShelf | None) -> None:
        self.shelf: AnyShelf = shelf or MemoryShelf()
        self._of_this_run = MemoryShelf()
        self._institution = (base_domain, session.slug)
        self._session = session
        self._owner: _Owner | None = None
        self._scopes: set[bytes] = set()
        self._asked_since: set[bytes] | None = None

    def belongs_to(self, person: str, contact_id: str | None) -> None:
        """From now on, until the session changes, answers are this person's."""
        self._owner = _Owner(person, contact_id, self._session.generation)
        self._scopes.add(self._scope_of(person))

    def renew(self) -> None:
        """What is kept by now is not to be used without asking any more."""
        self._asked_since = set()

    def is_renewed(self, key: bytes) -> bool:
        """Whether what is kept under that name is not from before the last `renew`."""
        return self._asked_since is None or key in self._asked_since

    def note_asked(self, key: bytes) -> None:
        """The school has told what is kept under that name."""
        if self._asked_since is not None:
            self._asked_since.add(key)

    @property
    def contact_id(self) -> str | None:
        """The contact id of the person whose answers these are, where it is known."""
        owner = self._present_owner
        return None if owner is None else owner.contact_id

    @property
    def place(self) -> Place:
        """Where answers to this person's questions are kept now."""
        owner = self._present_owner
        if owner is not None:
            return Place(self.shelf, self._scope_of(owner.person))
        nobody = digest("nobody", str(self._session.generation))
        return Place(self._of_this_run, nobody)

    @property
    def public_place(self) -> Place:
        """Where answers are kept that anybody may have: for this run only."""
        return Place(self._of_this_run, digest("public"))

    def drop_other_snapshots(self, calls: Iterable[Call[T]]) -> None:
        """Keep no snapshots but the answers to these questions."""
        place = self.place
        keys = frozenset(place.key_of(call, Credential.SESSION) for call in calls)
        place.shelf.drop_other_snapshots(place.scope, keys)

    async def forget_everything(self) -> bool:
        """Erase what is kept of everybody this client belonged to; True where no byte of it is left."""
        self._owner = None
        await self._of_this_run.forget_all()
        return await self.shelf.forget(self._scopes)

    @property
    def _present_owner(self) -> _Owner | None:
        owner = self._owner
        return owner if owner is not None and owner.generation == self._session.generation else None

    def _scope_of(self, person: str) -> bytes:
        return digest("person", *self._institution, person)
