"""Who sits in a section: `GET /api/lms/sections/{id}/students` (PLATFORM.md §5 row 6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import Refusal, success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.people import Pupil
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row


def roster_rows(pupils: Iterable[Pupil], *, rolls_as_text: bool) -> list[Row]:
    """The rows of one section by roll number; those without one come last."""
    in_order = sorted(pupils, key=lambda pupil: (pupil.roll is None, pupil.roll or 0))
    return [_row(pupil, rolls_as_text=rolls_as_text) for pupil in in_order]


def _row(pupil: Pupil, *, rolls_as_text: bool) -> Row:
    as_text = rolls_as_text and pupil.roll is not None
    return {
        "studentContactId": pupil.contact_id,
        "name": pupil.name,
        "rollNumber": f"{pupil.roll:02}" if as_text else pupil.roll,
    }


def roster(question: Question) -> Response:
    """Answer row 6."""
    rows = question.register.rosters.get(question.named("section_id"))
    if rows is None:
        raise Refusal("NOT_FOUND", "No such section")
    return success(rows)
