"""What `--json` prints: the platform's key names, null for what is not known (COMMANDS.md, JSON).

Keys, their order and the words for reasons are a promise to scripts and never follow the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import (
    ApiError,
    Forbidden,
    NotFound,
    NotSignedIn,
    ServerTrouble,
    TimedOut,
    Unreachable,
    UnreadableAnswer,
)
from optilearn_tui.api.models import Record, Unknown, to_wire
from optilearn_tui.school.fees import fee_standing

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.export.dossier import Dossier

JsonObject = dict[str, object]

_REASONS: tuple[tuple[type[ApiError], str], ...] = (
    (TimedOut, "timed-out"),
    (Unreachable, "unreachable"),
    (ServerTrouble, "server-trouble"),
    (UnreadableAnswer, "unreadable"),
    (NotSignedIn, "not-signed-in"),
    (Forbidden, "forbidden"),
    (NotFound, "not-found"),
)


def reason_of(why: ApiError | Unknown) -> str:
    """The word for why something is not known.

    `left-out` and `unreadable` speak of the server's answer; `timed-out`, `unreachable`, `server-trouble`,
    `not-signed-in`, `forbidden`, `not-found` (no record) and `failed` of the question.
    """
    if isinstance(why, Unknown):
        return why.value
    return next((word for kind, word in _REASONS if isinstance(why, kind)), "failed")


def whoami(identity: Identity, institution: str, source: str) -> JsonObject:
    """Who is signed in, where, and where the session is kept."""
    return {
        "institution": institution,
        "name": to_wire(identity.name),
        "email": to_wire(identity.email),
        "role": to_wire(identity.role),
        "isContact": to_wire(identity.is_contact),
        "contactType": to_wire(identity.contact_type),
        "contactId": to_wire(identity.contact_id),
        "expires": to_wire(identity.expires),
        "source": source,
    }


def children(every: Sequence[Child]) -> list[object]:
    """The children in the order given."""
    return [to_wire(child) for child in every]


def overview(dossier: Dossier) -> JsonObject:
    """Everything about one child.

    `unknown` names each part that is null, and inside the parts that are objects each field that is not known
    (`liveClasses.missedThisMonth`).
    """
    parts = _parts(dossier)
    unknown = [{"part": part, "reason": reason_of(why)} for part, why in _unknown(parts)]
    return {
        "child": to_wire(dossier.child),
        **{name: None if isinstance(part, ApiError) else to_wire(part) for name, part in parts.items()},
        "fees": None
        if isinstance(dossier.fees, ApiError)
        else fee_document(dossier.fees, dossier.now, dossier.zone),
        "unknown": unknown,
    }


def _parts(dossier: Dossier) -> dict[str, object]:
    told = dossier.overview
    return {
        "courses": told.courses,
        "recentGrades": told.recent_grades,
        "upcoming": told.upcoming,
        "liveClasses": told.live_classes,
        "attendance": dossier.attendance,
        "gamification": told.gamification,
        "certificates": told.certificates,
        "fees": dossier.fees,
    }


def _unknown(parts: dict[str, object]) -> Iterator[tuple[str, ApiError | Unknown]]:
    for name, part in parts.items():
        if isinstance(part, ApiError | Unknown):
            yield name, part
        elif isinstance(part, Record):
            for field, info in type(part).model_fields.items():
                value = getattr(part, field)
                if isinstance(value, Unknown):
                    yield f"{name}.{info.alias or field}", value


def fee_document(record: FeeRecord, now: datetime, zone: tzinfo) -> JsonObject:
    """A fee record with one key more than the platform's: `derivedStatus`, from balance and due date."""
    return {**to_wire(record), "derivedStatus": fee_standing(record, now, zone).status.value}
