"""What is owed for a child, as OptiCRM tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Day, Maybe, Record, Text
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class FeeRecord(Record, frozen=True):
    """One student's fee record (PLATFORM.md §5 row 7). No record at all (404) is unknown, not paid.

    `outstanding` is in rupees. `status` is the server's stored word; `school.fees` derives the true one from
    balance and due date.
    """

    status: Maybe[Text] = LEFT_OUT
    outstanding: Maybe[float] = LEFT_OUT
    due_date: Maybe[Day | None] = LEFT_OUT


FEE_STATUS = Endpoint(Host.TENANT, "/api/lms/students/{contact_id}/fee-status", FeeRecord, NO_STORE)


class Fees:
    """Asks for fee records."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of(self, contact_id: str) -> Reading[FeeRecord]:
        """A child's fee record.

        Raises:
            NotFound: there is none: what is owed is unknown, not nothing.
            ApiError: it cannot be told.
        """
        return await self._calls.lms_fetch(FEE_STATUS.call(contact_id=contact_id))
