"""Whose parents are whose: from a student to the parents, and from a parent to all the children."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.folding import folded
from optilearn_tui.school.needle import identifies, numbers_in

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent

MOST_SHARING = 6
"""An e-mail address or phone number of more contacts than this is nobody's own: it links nobody."""


class LinkedBy(StrEnum):
    """What makes a student somebody's child, the surest first."""

    CONTACT = "contact"
    """The school links this very contact to the student."""
    EMAIL = "email"
    """It links a contact with the same e-mail address: probably the same person, or the household."""
    PHONE = "phone"
    """It links a contact with the same phone number: the same."""


@dataclass(frozen=True, slots=True)
class Link:
    """One student who is, or may be, a parent's child.

    `relation` and `is_primary` are as in `api.parents.Parent`; of another contact's they would say nothing,
    so they are unknown unless `linked_by` is `CONTACT`.
    """

    student_contact_id: str
    linked_by: LinkedBy
    relation: str | Unknown | None = LEFT_OUT
    is_primary: bool | Unknown = LEFT_OUT


class Families:
    """The parents of many students, put in student by student."""

    def __init__(self) -> None:
        self._parents_of: dict[str, tuple[Parent, ...]] = {}
        self._children_of: dict[str, dict[str, Parent]] = {}
        self._addresses_of: dict[str, tuple[tuple[LinkedBy, str], ...]] = {}
        self._sharers: dict[tuple[LinkedBy, str], set[str]] = {}

    def put(self, student_contact_id: str, parents: Iterable[Parent]) -> frozenset[str]:
        """Take over a student's parents in place of those known before; the contact ids of all concerned."""
        before = self._parents_of.get(student_contact_id, ())
        after = self._parents_of[student_contact_id] = tuple(parents)
        for parent in before:
            self._children_of.get(parent.parent_contact_id, {}).pop(student_contact_id, None)
        for parent in after:
            self._children_of.setdefault(parent.parent_contact_id, {})[student_contact_id] = parent
        concerned = frozenset(parent.parent_contact_id for parent in (*before, *after))
        for parent_contact_id in concerned:
            self._readdress(parent_contact_id)
        return concerned

    def parents_of(self, student_contact_id: str) -> tuple[Parent, ...] | None:
        """A student's parents in the server's order; None where they were not put in."""
        return self._parents_of.get(student_contact_id)

    def rows_of(self, parent_contact_id: str) -> Mapping[str, Parent]:
        """What the school says about one parent, by the student it says it beside."""
        return MappingProxyType(self._children_of.get(parent_contact_id, {}))

    def links_of(self, parent_contact_id: str) -> tuple[Link, ...]:
        """The students who are, or may be, a parent's children, the surest first; each once."""
        links = {
            student: Link(student, LinkedBy.CONTACT, row.relation, row.is_primary)
            for student, row in self._children_of.get(parent_contact_id, {}).items()
        }
        for address in self._addresses_of.get(parent_contact_id, ()):
            sharers = self._sharers[address]
            if len(sharers) <= MOST_SHARING:
                for student in (each for sharer in sharers for each in self._children_of[sharer]):
                    links.setdefault(student, Link(student, address[0]))
        return tuple(links.values())

    def _readdress(self, parent_contact_id: str) -> None:
        for address in self._addresses_of.pop(parent_contact_id, ()):
            self._sharers[address].discard(parent_contact_id)
        rows = self._children_of[parent_contact_id].values()
        if not rows:
            del self._children_of[parent_contact_id]
            return
        addresses = tuple(dict.fromkeys((*_emails(rows), *_phones(rows))))
        self._addresses_of[parent_contact_id] = addresses
        for address in addresses:
            self._sharers.setdefault(address, set()).add(parent_contact_id)


def _emails(rows: Iterable[Parent]) -> Iterable[tuple[LinkedBy, str]]:
    for row in rows:
        if isinstance(row.email, str) and "@" in row.email:
            yield LinkedBy.EMAIL, folded(row.email)


def _phones(rows: Iterable[Parent]) -> Iterable[tuple[LinkedBy, str]]:
    for row in rows:
        for number in numbers_in(row.mobile) if isinstance(row.mobile, str) else ():
            if identifies(number):
                yield LinkedBy.PHONE, number
