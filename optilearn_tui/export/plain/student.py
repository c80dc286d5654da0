"""One student, as staff are told, in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.attendance import attendance
from optilearn_tui.export.plain.facts import Lines, fact, section, text_of
from optilearn_tui.export.plain.fees import fees
from optilearn_tui.export.plain.parents import parents
from optilearn_tui.i18n import dates, tr
from optilearn_tui.school.persons import full_name

if TYPE_CHECKING:
    from optilearn_tui.api.people import Student
    from optilearn_tui.export.student_dossier import StudentDossier


def student(dossier: StudentDossier) -> str:
    """A student's record, parents in contact order, this month's attendance; fees where asked for."""
    now, zone = dossier.now, dossier.zone
    record = dossier.student
    return text_of(
        [
            section(
                student_name(record),
                [
                    *enrolment(record),
                    fact(tr("Student code"), record.student_code),
                    fact(tr("Contact id"), record.contact_id),
                    fact(tr("As of"), dates.moment(now, zone)),
                ],
            ),
            parents(dossier.parents),
            attendance(dossier.attendance, now, zone),
            *([] if dossier.fees is None else [fees(dossier.fees, now, zone)]),
        ]
    )


def student_name(record: Student) -> str:
    """What a student is called; "Student" where the school does not say (PLATFORM.md §5)."""
    name = full_name(record)
    return name if isinstance(name, str) else tr("Student")


def enrolment(record: Student) -> Lines:
    """Class and section, a line each, or that there are none now."""
    told = record.current_enrolment
    if told is None:
        return [tr("In no class now.")]
    if isinstance(told, Unknown):
        return [fact(tr("Class"), told)]
    return [fact(tr("Class"), told.class_name), fact(tr("Section"), told.section_name)]
