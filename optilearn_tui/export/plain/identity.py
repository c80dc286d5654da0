"""Who is signed in, in plain text."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.export.plain.facts import fact, text_of
from optilearn_tui.i18n import dates, tr

if TYPE_CHECKING:
    from optilearn_tui.api.identity import Identity


def whoami(identity: Identity, institution: str, source: str, zone: tzinfo, now: datetime) -> str:
    """Who is signed in, at which institution, until when, and where the session is kept."""

    def until(moment: datetime) -> str:
        when, left = dates.moment(moment, zone), dates.relative(moment, now)
        return tr("{when} ({left})", when=when, left=left)

    lines = [
        fact(tr("Name"), identity.name),
        fact(tr("Email"), identity.email),
        fact(tr("Institution"), institution),
        fact(tr("Signed in as"), _kind(identity)),
        fact(tr("Session valid until"), identity.expires, until),
        fact(tr("Session kept in"), _source(source)),
    ]
    if not identity.verified:
        lines.append(tr("Part of this is read from the session itself, not confirmed by the school."))
    return text_of([lines])


def _kind(identity: Identity) -> str:
    match identity.kind:
        case PersonKind.PARENT:
            return tr("parent")
        case PersonKind.STUDENT:
            return tr("student")
        case PersonKind.STAFF:
            role = identity.role if isinstance(identity.role, str) else ""
            return tr("staff ({role})", role=role)
        case PersonKind.STRANGER:
            return tr("neither parent, student nor staff")


def _source(source: str) -> str:
    return {
        "environment": tr("the environment, for this run only"),
        "keyring": tr("the system's keyring"),
        "file": tr("a private file"),
        "memory": tr("memory, for this run only"),
    }.get(source, source)
