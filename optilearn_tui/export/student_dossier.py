"""What staff are told about one student at one moment, from up to four endpoints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.attendance import AttendanceDay
    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student


@dataclass(frozen=True)
class StudentDossier:
    """One student's record, parents, attendance and fees.

    Attributes:
        student: the student's own record.
        parents: in the server's order, or why they are not known.
        attendance: the marked days of the school's current month, or why they are not known.
        fees: the fee record, or why it is not known; None where nobody asked for it.
        now: when it was asked (aware).
        zone: the school's time zone.
    """

    student: Student
    parents: tuple[Parent, ...] | ApiError
    attendance: tuple[AttendanceDay, ...] | ApiError
    fees: FeeRecord | ApiError | None
    now: datetime
    zone: tzinfo
