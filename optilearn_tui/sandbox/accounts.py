"""Who can sign in at the bundled schools, and as what."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.asker import PARENT, STUDENT

if TYPE_CHECKING:
    from optilearn_tui.sandbox.people import Parent, Pupil, School, Staff
    from optilearn_tui.sandbox.wire import Row

PASSWORD = "sandbox-2026"  # noqa: S105 - the password of everybody in a school that does not exist
CONTACT_PROVIDER = "student-parent"
STAFF_PROVIDER = "staff"
"""The two ways to sign in with e-mail and password (AUTH.md, `providers`)."""

CLAIMS = (
    "id",
    "email",
    "name",
    "role",
    "institutionId",
    "institutionSlug",
    "isContact",
    "contactId",
    "contactType",
)
"""What a session tells about a person (PLATFORM.md §2)."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person one can sign in as, for whoever points a client at the sandbox.

    `role` is `parent`, `student`, `stranger`, or the role of staff in lower case; `institution` is a slug.
    """

    role: str
    institution: str
    email: str
    password: str = field(repr=False)
    session_token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known to the sign-in of one school, with the claims of their token (PLATFORM.md §2)."""

    role: str
    provider: str
    claims: Row
    status: str = "ACTIVE"
    one_time_code: bool = False

    @property
    def email(self) -> str:
        """What they sign in with."""
        return str(self.claims["email"])

    @property
    def institution(self) -> str:
        """The slug of their school."""
        return str(self.claims["institutionSlug"])

    @property
    def is_welcome(self) -> bool:
        """Whether e-mail and password are enough to come in."""
        return self.status == "ACTIVE" and not self.one_time_code


class People:
    """Everybody with a password, at all schools."""

    def __init__(self, schools: Iterable[School]) -> None:
        everybody = [person for school in schools for person in _people_of(school)]
        self._by_address = {(person.institution, person.email): person for person in everybody}

    def __iter__(self) -> Iterator[Person]:
        return iter(self._by_address.values())

    def find(self, institution: str, provider: str, email: str, password: str) -> Person | None:
        """The person these credentials belong to, at this school, through this provider."""
        person = self._by_address.get((institution, email.strip().casefold()))
        is_right = hmac.compare_digest(password.encode(), PASSWORD.encode())
        return person if person and is_right and person.provider == provider else None


def _people_of(school: School) -> Iterator[Person]:
    for parent in school.parents:
        if not parent.email:
            continue
        role = "parent" if parent.contact_type == PARENT else "stranger"
        claims = _contact_claims(school, parent, parent.contact_type)
        yield Person(role, CONTACT_PROVIDER, claims, parent.status, parent.one_time_code)
    for pupil in school.pupils:
        if pupil.signs_in:
            yield Person("student", CONTACT_PROVIDER, _contact_claims(school, pupil, STUDENT))
    for one in school.staff:
        if one.signs_in:
            claims = _claims(school, one) | {"id": one.id, "role": one.role, "isContact": False}
            yield Person(one.role.lower(), STAFF_PROVIDER, claims)


def _contact_claims(school: School, person: Parent | Pupil, contact_type: str | None) -> Row:
    who: Row = {"id": person.contact_id, "contactId": person.contact_id, "contactType": contact_type}
    return _claims(school, person) | who | {"isContact": True}


def _claims(school: School, person: Parent | Pupil | Staff) -> Row:
    return {
        **dict.fromkeys(CLAIMS),
        "email": person.email,
        "name": person.name,
        "institutionId": school.id,
        "institutionSlug": school.slug,
    }
