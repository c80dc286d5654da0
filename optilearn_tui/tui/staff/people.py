"""How people are named, related and reached: as they are shown wherever staff look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.i18n import N_, tr
from optilearn_tui.school.finding import Pupil, Seat

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import CurrentEnrolment, Student
    from optilearn_tui.api.rosters import RosterEntry

_RELATIONS = {
    "FATHER": N_("Father"),
    "MOTHER": N_("Mother"),
    "GUARDIAN": N_("Guardian"),
    "OTHER": N_("Other relation"),
}


def pupil_name(entry: RosterEntry) -> str:
    """A student's name on a roster; "Student" where the school does not say it (PLATFORM.md §5)."""
    return entry.name if isinstance(entry.name, str) and entry.name.strip() else tr("Student")


def pupil_of(section_id: str, entry: RosterEntry) -> Pupil:
    """Somebody on a roster, as the student that a page is about."""
    return Pupil(entry.student_contact_id, entry.name, LEFT_OUT, (Seat(section_id, entry.roll_number),))


def full_name(student: Student) -> str:
    """First and last name, as far as the school says them."""
    parts = (student.first_name, student.last_name)
    return " ".join(part for part in parts if isinstance(part, str) and part.strip())


def parent_name(parent: Parent) -> str:
    """A parent's name; "Parent" where the school does not say it."""
    return parent.name if isinstance(parent.name, str) and parent.name.strip() else tr("Parent")


def relation_words(parent: Parent) -> str | Unknown | None:
    """How a parent is related."""
    return relation_of(parent.relation)


def relation_of(relation: str | Unknown | None) -> str | Unknown | None:
    """A relation in words; one this program does not know is shown as the school sends it."""
    if not isinstance(relation, str):
        return relation
    word = relation.strip().upper()
    return tr(_RELATIONS[word]) if word in _RELATIONS else relation


def enrolment_words(enrolment: CurrentEnrolment | Unknown | None) -> str | Unknown | None:
    """Where a student's own record says they sit: `8-B`."""
    if enrolment is None or isinstance(enrolment, Unknown):
        return enrolment
    parts = (enrolment.class_name, enrolment.section_name)
    known = [part.strip() for part in parts if isinstance(part, str) and part.strip()]
    if known:
        return "-".join(known)
    return None if all(part is None for part in parts) else Unknown.LEFT_OUT
