"""Who is signed in, as the server tells it."""

from __future__ import annotations

from optilearn_tui.api.claims import Claims
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.api.models import LEFT_OUT, Maybe, Moment, Unknown

__all__ = ["Identity", "PersonKind"]

_KINDS = {"CONTACT_PARENT": PersonKind.PARENT, "CONTACT_STUDENT": PersonKind.STUDENT}


class Identity(Claims, frozen=True):
    """The person a session belongs to (PLATFORM.md §2), and until when.

    `verified` is False where the server left parts out and the claims of a readable token filled them in
    that nobody has vouched for.
    """

    expires: Maybe[Moment | None] = LEFT_OUT
    verified: bool = True

    @property
    def kind(self) -> PersonKind:
        """Whom the screens are for: chosen from `isContact`, `contactType` and `role` (PLATFORM.md §2)."""
        if self.is_contact is not False and isinstance(self.contact_type, str):
            return _KINDS.get(self.contact_type.upper(), PersonKind.STRANGER)
        if self.is_contact is not True and isinstance(self.role, str) and self.role.strip():
            return PersonKind.STAFF
        return PersonKind.STRANGER

    def filled_in(self, claims: Claims, *, proven: bool = False) -> Identity:
        """This identity with what the server left out taken from the claims of a token.

        Claims about somebody else (another e-mail address or id) add nothing. `proven` ones, verified with
        the platform's key, are as good as the server's word.
        """
        if _differ(_folded(self.email), _folded(claims.email)) or _differ(self.id, claims.id):
            return self
        missing = {
            name: getattr(claims, name)
            for name in Claims.model_fields
            if isinstance(getattr(self, name), Unknown) and not isinstance(getattr(claims, name), Unknown)
        }
        return self.model_copy(update={**missing, "verified": proven}) if missing else self


def _folded(email: Maybe[str | None]) -> str | None:
    """An e-mail address without regard to case."""
    return email.casefold() if isinstance(email, str) else None


def _differ(own: Maybe[str | None], other: Maybe[str | None]) -> bool:
    return isinstance(own, str) and isinstance(other, str) and own != other
