"""Who is asking, and what they may see. Rights are the server's: nothing a client claims widens them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.register import Register
    from optilearn_tui.sandbox.wire import Row

PARENT = "CONTACT_PARENT"
STUDENT = "CONTACT_STUDENT"
"""The kinds of contact (PLATFORM.md §2)."""


@dataclass(frozen=True, slots=True)
class Asker:
    """A person with a session, or a machine with the service key (`by_key`), which has no claims."""

    claims: Row = field(default_factory=dict)
    by_key: bool = False

    @property
    def slug(self) -> object:
        """The institution the session is for."""
        return self.claims.get("institutionSlug")

    @property
    def contact_id(self) -> object:
        """The contact who asks; None for staff and for the service key."""
        return self.claims.get("contactId")

    @property
    def role(self) -> str:
        """What a member of staff is, in capital letters; empty for everybody else."""
        return "" if self.claims.get("isContact") else str(self.claims.get("role") or "").upper()

    @property
    def is_parent(self) -> bool:
        """A contact of the parents' kind."""
        return self.claims.get("contactType") == PARENT

    @property
    def is_student(self) -> bool:
        """A contact of the students' kind."""
        return self.claims.get("contactType") == STUDENT

    @property
    def is_staff(self) -> bool:
        """A user with a role, or the service key: reads its own institution, within `rights`."""
        return self.by_key or bool(self.role)

    @property
    def is_known(self) -> bool:
        """Anybody but a stranger."""
        return self.is_staff or self.is_parent or self.is_student

    def may_see(self, contact_id: str, register: Register) -> bool:
        """Staff see everybody; others themselves, and a parent their own children as well."""
        if self.is_staff:
            return True
        if not self.is_known:
            return False
        own = contact_id == self.contact_id
        return own or (self.is_parent and contact_id in register.children_of(self.contact_id))
