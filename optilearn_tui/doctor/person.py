"""Who the school says is signed in, and whether this program is for them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError, ServerTrouble, SessionEnded, TenantMismatch
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.api.models import Unknown
from optilearn_tui.doctor.finding import Check, Fact, Finding, failed, ok, unknown, written
from optilearn_tui.doctor.refusals import refused

if TYPE_CHECKING:
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.doctor.patient import Patient

_MISCONFIGURED = 500


async def who_am_i(patient: Patient) -> Finding:
    """Whether the school knows the session, and whose it is."""
    try:
        identity = await patient.person.auth.who_am_i()
    except (SessionEnded, TenantMismatch) as error:
        return refused(Check.WHO_AM_I, error, is_dead_end=True)
    except ServerTrouble as error:
        reason = "misconfigured" if error.status == _MISCONFIGURED else None
        return refused(Check.WHO_AM_I, error, reason)
    except ApiError as error:
        return refused(Check.WHO_AM_I, error)
    patient.identity = identity
    return ok(Check.WHO_AM_I, "ok", _told(identity))


async def person(patient: Patient) -> Finding:
    """Whether there are screens for this person, and whether the session names the contact they need."""
    identity = patient.identity
    if identity is None:
        return unknown(Check.PERSON, "not-told")
    evidence: dict[str, Fact] = {
        "kind": identity.kind.value,
        "isContact": _known(identity.is_contact),
        "contactType": _known(identity.contact_type),
        "contactId": _known(identity.contact_id),
        "role": _known(identity.role),
    }
    match identity.kind:
        case PersonKind.PARENT if isinstance(identity.contact_id, str):
            return ok(Check.PERSON, "parent", evidence)
        case PersonKind.PARENT:
            return failed(Check.PERSON, "no-contact-id", evidence, is_dead_end=False)
        case PersonKind.STAFF:
            return ok(Check.PERSON, "staff", evidence)
        case PersonKind.STUDENT:
            return failed(Check.PERSON, "student", evidence)
        case _ if isinstance(identity.contact_type, Unknown) and isinstance(identity.role, Unknown):
            return failed(Check.PERSON, "claims-hidden", evidence)
        case _:
            return failed(Check.PERSON, "stranger", evidence)


def _told(identity: Identity) -> dict[str, Fact]:
    expires = identity.expires
    return {
        "email": _known(identity.email),
        "id": _known(identity.id),
        "institution": _known(identity.institution_slug),
        "expires": written(expires) if isinstance(expires, datetime) else None,
        "confirmed": identity.verified,
    }


def _known(value: str | bool | Unknown | None) -> str | bool | None:
    return None if isinstance(value, Unknown) else value
