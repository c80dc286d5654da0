"""The parents of one student: `GET /api/lms/student/{contactId}/parents` (PLATFORM.md §5 row 3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.people import Parent
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row


def parent_rows(pupil: str, known: Iterable[Parent]) -> list[Row]:
    """The rows of those among the known parents who are linked to this pupil."""
    return [
        {
            "parentContactId": parent.contact_id,
            "email": parent.email,
            "name": parent.name,
            "relation": link.relation,
            "mobile": parent.mobile,
            "isPrimary": link.is_primary,
        }
        for parent in known
        for link in parent.links
        if link.contact_id == pupil
    ]


def parents(question: Question) -> Response:
    """Answer row 3; a student of whom no parent is known has an empty list."""
    return success(question.register.parents.get(question.pupil_in_path(), []))
