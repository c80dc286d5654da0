"""Names by id: contacts, students and users (PLATFORM.md §5, rows 1, 2 and 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import FIVE_MINUTES, Refusal, success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.questions import Question


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
