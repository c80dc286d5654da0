"""What `--json` prints for staff: the platform's key names, null for what is not known (COMMANDS.md, JSON).

Keys and their order are a promise to scripts and never follow the language. `documents` has those for
parents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.models import to_wire
from optilearn_tui.export.documents import JsonObject, fee_document, reason_of
from optilearn_tui.export.gaps import gap_rows
from optilearn_tui.school.finding import Guardian, Pupil

if TYPE_CHECKING:
    from optilearn_tui.api.classes import SchoolClass
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.export.search_result import SearchResult
    from optilearn_tui.export.student_dossier import StudentDossier
    from optilearn_tui.school.finding import Found
    from optilearn_tui.school.places import Places

ROSTER_KEYS = ("studentContactId", "name", "rollNumber")
"""The columns of `roster --csv`: the keys of its JSON."""


def classes(every: Sequence[SchoolClass]) -> list[object]:
    """The classes with their sections, as the server orders them."""
    return [to_wire(each) for each in every]


def roster(entries: Sequence[RosterEntry]) -> list[object]:
    """Who sits in a section, as the server orders them."""
    return [to_wire(entry) for entry in entries]


def roster_cells(entries: Sequence[RosterEntry]) -> list[tuple[str | None, ...]]:
    """The same as cells under `ROSTER_KEYS`: None for not known, empty for none."""
    return [
        (
            entry.student_contact_id,
            entry.name if isinstance(entry.name, str) else None,
            "" if entry.roll_number is None else to_wire(entry.roll_number),
        )
        for entry in entries
    ]


def student(dossier: StudentDossier) -> JsonObject:
    """One student. `fees` is there where somebody asked for it; `unknown` names the parts that are null."""
    parts: dict[str, object] = {"parents": dossier.parents, "attendance": dossier.attendance}
    if dossier.fees is not None:
        parts["fees"] = dossier.fees
    told = {name: None if isinstance(part, ApiError) else to_wire(part) for name, part in parts.items()}
    if dossier.fees is not None and not isinstance(dossier.fees, ApiError):
        told["fees"] = fee_document(dossier.fees, dossier.now, dossier.zone)
    return {
        "student": to_wire(dossier.student),
        **told,
        "unknown": [
            {"part": name, "reason": reason_of(part)}
            for name, part in parts.items()
            if isinstance(part, ApiError)
        ],
    }


def search_result(result: SearchResult) -> JsonObject:
    """Whoever was found, the best fits first; `unknown` names each thing that could not be looked into."""
    return {
        "found": [_found(each, result.places) for each in result.found],
        "unknown": gap_rows(result.gaps),
    }


def _found(found: Found, places: Places) -> JsonObject:
    by = found.by.value
    if isinstance(found.person, Guardian):
        return {"kind": "parent", **_guardian(found.person, places), "by": by}
    return {"kind": "student", **_pupil(found.person, places), "by": by}


def _pupil(pupil: Pupil, places: Places) -> JsonObject:
    return {
        "contactId": pupil.contact_id,
        "name": to_wire(pupil.name),
        "studentCode": to_wire(pupil.student_code),
        "sections": [
            {
                "id": seat.section_id,
                "name": places.of_section(seat.section_id),
                "rollNumber": to_wire(seat.roll_number),
            }
            for seat in pupil.seats
        ],
        "parents": None if pupil.parents is None else to_wire(pupil.parents),
    }


def _guardian(guardian: Guardian, places: Places) -> JsonObject:
    return {
        "contactId": guardian.contact_id,
        "name": to_wire(guardian.name),
        "email": to_wire(guardian.email),
        "mobile": to_wire(guardian.mobile),
        "children": [
            {
                **_pupil(child.pupil, places),
                "linkedBy": child.linked_by.value,
                "relation": to_wire(child.relation),
                "isPrimary": to_wire(child.is_primary),
            }
            for child in guardian.children
        ],
    }
