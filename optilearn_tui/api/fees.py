"""What is owed for a child, as OptiCRM tells it."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Day, Maybe, Record, Text


class FeeRecord(Record, frozen=True):
    """One student's fee record (PLATFORM.md §5 row 7). No record at all (404) is unknown, not paid.

    `outstanding` is in rupees. `status` is the server's stored word; `school.fees` derives the true one from
    balance and due date.
    """

    status: Maybe[Text] = LEFT_OUT
    outstanding: Maybe[float] = LEFT_OUT
    due_date: Maybe[Day | None] = LEFT_OUT
