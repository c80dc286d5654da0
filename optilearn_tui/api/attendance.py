"""A child's daily attendance at school, as OptiCRM tells it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Day, Maybe, Record, Text
from optilearn_tui.api.policy import REUSE_300
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class AttendanceDay(Record, frozen=True):
    """One marked school day (PLATFORM.md §5 row 8).

    `status`: `PRESENT`, `ABSENT`, `LATE` or `EXCUSED`; open-ended.
    """

    date: Maybe[Day] = LEFT_OUT
    status: Maybe[Text] = LEFT_OUT
    note: Maybe[Text | None] = LEFT_OUT


ATTENDANCE = Endpoint(
    Host.TENANT, "/api/lms/students/{contact_id}/attendance", tuple[AttendanceDay, ...], REUSE_300
)


class Attendance:
    """Asks for attendance feeds."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of(
        self, contact_id: str, start: date, end: date, *, anew: bool = False
    ) -> Reading[tuple[AttendanceDay, ...]]:
        """A child's marked school days from `start` to `end`, both included; from the school if `anew`.

        Raises:
            ApiError: it cannot be told.
        """
        period = {"from": start.isoformat(), "to": end.isoformat()}
        return await self._calls.lms_fetch(ATTENDANCE.call(period, contact_id=contact_id), anew=anew)
