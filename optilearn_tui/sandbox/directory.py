"""Names by id: contacts, students and users (PLATFORM.md §5, rows 1, 2 and 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.asker import STUDENT
from optilearn_tui.sandbox.envelope import FIVE_MINUTES, Refusal, success
from optilearn_tui.sandbox.ids import class_id, section_id

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.people import Parent, Pupil, Staff
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row


def pupil_contact_row(pupil: Pupil) -> Row:
    """Row 1 of a pupil."""
    return _person(pupil.contact_id, pupil) | {"contactType": STUDENT, "status": pupil.status}


def parent_contact_row(parent: Parent) -> Row:
    """Row 1 of a parent."""
    return _person(parent.contact_id, parent) | {"contactType": parent.contact_type, "status": parent.status}


def student_row(pupil: Pupil, prefix: str) -> Row:
    """Row 2, at a school whose ids begin with `prefix`."""
    return {
        "id": pupil.student_id,
        "contactId": pupil.contact_id,
        "firstName": pupil.first_name,
        "lastName": pupil.last_name,
        "studentCode": pupil.code,
        "currentEnrolment": _enrolment(pupil, prefix),
    }


def _enrolment(pupil: Pupil, prefix: str) -> Row | None:
    if pupil.class_name is None or pupil.section is None:
        return None
    return {
        "classId": class_id(prefix, pupil.class_name),
        "className": pupil.class_name,
        "sectionId": section_id(prefix, pupil.class_name, pupil.section),
        "sectionName": pupil.section,
    }


def user_row(staff: Staff) -> Row:
    """Row 4."""
    return _person(staff.id, staff) | {"role": staff.role}


def _person(person_id: str, person: Pupil | Parent | Staff) -> Row:
    return {
        "id": person_id,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "email": person.email,
    }


def contact(question: Question) -> Response:
    """Answer row 1: staff about anybody, others about themselves and their own children."""
    contact_id = question.named()
    if not question.asker.may_see(contact_id, question.register):
        raise Refusal("FORBIDDEN", "This contact is not open to you")
    row = question.register.contacts.get(contact_id)
    if row is None:
        raise Refusal("NOT_FOUND", "No such contact")
    return success(row, FIVE_MINUTES)


def student(question: Question) -> Response:
    """Answer row 2, under the same rights."""
    return success(question.register.students[question.pupil_in_path()], FIVE_MINUTES)


def user(question: Question) -> Response:
    """Answer row 4: anybody of the school may know who works there."""
    if not question.asker.is_known:
        raise Refusal("FORBIDDEN", "Only people of this school may ask")
    row = question.register.users.get(question.named("user_id"))
    if row is None:
        raise Refusal("NOT_FOUND", "No such user")
    return success(row, FIVE_MINUTES)
