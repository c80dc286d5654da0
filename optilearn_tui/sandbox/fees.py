"""What is owed for a pupil: `GET /api/lms/students/{contactId}/fee-status` (PLATFORM.md §5 row 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.chance import draw, pick
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


_UNIT = 500
_STORED: tuple[tuple[int, tuple[str, int, range] | None], ...] = (
    (62, ("PAID", 0, range(-30, 0))),
    (14, ("PARTIAL", 30, range(3, 46))),
    (8, ("PARTIAL", 25, range(-25, 0))),  # stored before the date had passed
    (10, ("OVERDUE", 90, range(-90, -4))),
    (6, None),
)
"""Of made-up pupils: how many have which status, what they owe at most, and in how many days it is due."""


def fee_of(pupil: str) -> Fee | None:
    """What is stored about a made-up pupil's fee; None where nothing is."""
    stored = pick(_STORED, pupil, "fee")
    if stored is None:
        return None
    status, most, due = stored
    owed = _UNIT * (1 + draw(most, pupil, "owed")) if most else 0
    return Fee(status, owed, due=due[draw(len(due), pupil, "due")])


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
