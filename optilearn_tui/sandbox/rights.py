"""Which roles may look at what. One table; everything that is not in it is open as its own noun says.

| view | service key | staff | parents and students |
|---|---|---|---|
| `STAFF_ROOM` | all | all | none |
| fees | all | `FEE_READERS` | their own |
| everything else about a pupil | all | all | their own |

Roles are text (PLATFORM.md §2 names them, not how they are spelled): one that is not known here is a member
of staff who does not read fees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import Refusal

if TYPE_CHECKING:
    from optilearn_tui.sandbox.asker import Asker

STAFF_ROOM = frozenset({"classes", "roster", "parents", "courses", "announcements", "enrollments"})
"""The parts of the platform that are for staff alone."""

FEE_READERS = frozenset({"INSTITUTION_ADMIN", "SUPER_ADMIN", "PRINCIPAL", "FINANCE", "ADMISSIONS"})
"""Roles that may read fee records. Not HOD, TEACHER, INSTRUCTOR and LIBRARIAN."""


def authorise(asker: Asker, part: str) -> None:
    """Let somebody on to a part of the platform.

    Raises:
        Refusal: FORBIDDEN, whatever they would ask there.
    """
    if part in STAFF_ROOM and not asker.is_staff:
        raise Refusal("FORBIDDEN", "Only those who work at this school may see this")
    if part == "fees" and asker.is_staff and not (asker.by_key or asker.role in FEE_READERS):
        raise Refusal("FORBIDDEN", "Your role does not read fee records")
