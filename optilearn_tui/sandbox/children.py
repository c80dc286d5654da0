"""A parent's children: row 9 of PLATFORM.md §5 on the tenant's host, and its proxy on `learn` (§6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import Refusal, success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.people import Link, Pupil
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row


def child_row(pupil: Pupil, link: Link) -> Row:
    """One row of a parent's list."""
    return {
        "studentId": pupil.student_id,
        "contactId": pupil.contact_id,
        "name": pupil.name,
        "email": pupil.email,
        "studentCode": pupil.code,
        "class": pupil.class_name,
        "section": pupil.section,
        "photoUrl": None,
        "status": pupil.status,
        "relation": link.relation,
        "isPrimary": link.is_primary,
    }


def children_of_parent(question: Question) -> Response:
    """Answer row 9: for staff about any parent, for a parent about themselves."""
    asker, register, parent_id = question.asker, question.register, question.named()
    if not asker.is_staff and not (asker.is_parent and asker.contact_id == parent_id):
        raise Refusal("FORBIDDEN", "Only this parent and the school may see this list")
    if parent_id not in register.children:
        raise Refusal("NOT_FOUND", "No such parent")
    return success(register.children[parent_id])


def my_children(question: Question) -> Response:
    """Answer `GET /api/parent/children`: the same rows, each with its institution."""
    institution = question.register.institution["id"]
    rows = linked_children(question).values()
    return success({"children": [{**row, "institutionId": institution} for row in rows]})


def linked_children(question: Question) -> dict[str, Row]:
    """The children of the parent who asks, resolved at this moment, by contact id.

    Raises:
        Refusal: FORBIDDEN for anybody but a parent; VALIDATION_ERROR where the session names no contact.
    """
    if not question.asker.is_parent:
        raise Refusal("FORBIDDEN", "Only parents have a list of children")
    if not question.asker.contact_id:
        raise Refusal("VALIDATION_ERROR", "The session names no contact")
    return question.register.children_of(question.asker.contact_id)
