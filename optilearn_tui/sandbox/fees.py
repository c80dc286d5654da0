"""What is owed for a pupil: `GET /api/lms/students/{contactId}/fee-status` (PLATFORM.md §5 row 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import Refusal, success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row


@dataclass(frozen=True, slots=True)
class Fee:
    """A stored fee record: the status somebody once saved, rupees, and in how many days it is due.

    `as_moment`: the due date is told as the moment at which that day begins in India; in UTC that is still
    the day before.
    """

    status: str
    outstanding: float = 0
    due: int | None = None
    as_moment: bool = False


def fee_record(fee: Fee, almanac: Almanac) -> Row:
    """The record as the wire carries it."""
    due: str | None = None
    if fee.due is not None:
        due = almanac.ahead(fee.due, "00:00") if fee.as_moment else almanac.day(fee.due).isoformat()
    return {"status": fee.status, "outstanding": fee.outstanding, "dueDate": due}


def fee_status(question: Question) -> Response:
    """Answer row 7: the stored record, or 404 where there is none."""
    contact_id = question.pupil_in_path()
    record = question.register.fees.get(contact_id)
    if record is None:
        raise Refusal("NOT_FOUND", "No fee record for this student")
    return success(record)
