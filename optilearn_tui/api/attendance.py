"""A child's daily attendance at school, as OptiCRM tells it."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Day, Maybe, Record, Text


class AttendanceDay(Record, frozen=True):
    """One marked school day (PLATFORM.md §5 row 8).

    `status`: `PRESENT`, `ABSENT`, `LATE` or `EXCUSED`; open-ended.
    """

    date: Maybe[Day] = LEFT_OUT
    status: Maybe[Text] = LEFT_OUT
    note: Maybe[Text | None] = LEFT_OUT
