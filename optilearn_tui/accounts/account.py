"""An account: one person at one school, as it is known on this machine without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from optilearn_tui.api.identity import Identity
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.api.models import LEFT_OUT
from optilearn_tui.credentials import AccountKey

_LONGEST_PERSON = 320  # characters; no e-mail address is longer

_CONTACT_TYPES = {PersonKind.PARENT: "CONTACT_PARENT", PersonKind.STUDENT: "CONTACT_STUDENT"}


@dataclass(frozen=True, slots=True)
class Account:
    """One person at one school. Holds no secret.

    Attributes:
        person: what tells the people of a school apart: the e-mail address as the server tells it, without
            regard to case, else the id as it is. Never empty.
        name: what the school calls the person; empty where it told no name.
        school: the school's own name; empty until somebody looked it up.
        kind: whom the screens are for.
        contact_id: who the person is to the school's records, where it said so.
        last_used: when the school last confirmed the person here.
        expires: until when the session is valid, as last told; None where nobody knows.
        email: the address to sign in with, where the school told it.
        role: what a member of staff is at the school.
    """

    base_domain: str
    slug: str
    person: str
    name: str
    school: str
    kind: PersonKind
    contact_id: str | None
    last_used: datetime
    expires: datetime | None = None
    email: str | None = None
    role: str | None = None

    @property
    def key(self) -> AccountKey:
        """Under which name the session is kept."""
        return AccountKey(self.base_domain, self.slug, self.person)

    @property
    def label(self) -> str:
        """The account as somebody would write it on a command line, unlike any other's."""
        return f"{self.slug}/{self.person}"

    def is_same(self, other: Account | None) -> bool:
        """Whether both are one person at one school."""
        return other is not None and self.key == other.key

    def identity(self) -> Identity:
        """The person for a first paint, before the school has confirmed anything; never a permission."""
        is_staff = self.kind is PersonKind.STAFF
        contact_type = _CONTACT_TYPES.get(self.kind)
        return Identity(
            name=self.name or LEFT_OUT,
            email=self.email or LEFT_OUT,
            role=self.role if is_staff else None,
            institution_slug=self.slug,
            is_contact=not is_staff if is_staff or contact_type else LEFT_OUT,
            contact_id=self.contact_id or LEFT_OUT,
            contact_type=contact_type or LEFT_OUT,
            expires=self.expires or LEFT_OUT,
            verified=False,
        )


def person_of(identity: Identity) -> str:
    """What tells this person from others of their school; empty where the school told nothing that does."""
    for told in (identity.email, identity.id):
        person = as_person(told) if isinstance(told, str) else ""
        if person and person.isprintable() and len(person) <= _LONGEST_PERSON:
            return person
    return ""


def as_person(text: str) -> str:
    """A person as accounts have them: an e-mail address without regard to case, an id as it is."""
    text = text.strip()
    return text.casefold() if "@" in text else text


def account_of(
    identity: Identity, base_domain: str, slug: str, *, school: str, at: datetime, expires: datetime | None
) -> Account | None:
    """The account of a person whom the school has confirmed.

    Args:
        identity: the person.
        base_domain: at which deployment.
        slug: at which institution.
        school: the school's own name, or nothing.
        at: when.
        expires: until when the session says that it is valid, for where the school does not say.

    Returns:
        None where the school told nothing that tells the person from others.
    """
    person = person_of(identity)
    if not person:
        return None
    return Account(
        base_domain,
        slug,
        person,
        name=_told(identity.name) or "",
        school=school,
        kind=identity.kind,
        contact_id=_told(identity.contact_id),
        last_used=at,
        expires=identity.expires if isinstance(identity.expires, datetime) else expires,
        email=_told(identity.email),
        role=_told(identity.role),
    )


def _told(text: object) -> str | None:
    return text if isinstance(text, str) and text.strip() else None
