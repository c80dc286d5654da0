"""Whether fees are paid, due or overdue: worked out when read, never a stored flag (FIELD.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.days import day_of

if TYPE_CHECKING:
    from optilearn_tui.api.fees import FeeRecord


class FeeStatus(StrEnum):
    """How the fees of one child stand today."""

    PAID = "PAID"
    DUE = "DUE"
    OVERDUE = "OVERDUE"
    UNKNOWN = "UNKNOWN"


class FeeStanding(NamedTuple):
    """How the fees of one child stand on one day at the school.

    Attributes:
        status: derived, see `fee_standing`.
        outstanding: rupees; below zero is a credit.
        due: the day by which it is to be paid; None where the server says that there is none.
        days: days from today until `due`, negative once it has passed; None without a known date.
    """

    status: FeeStatus
    outstanding: float | Unknown
    due: date | Unknown | None
    days: int | None


class FamilyTotal(NamedTuple):
    """What a family owes over all its children.

    Attributes:
        owed: rupees, `Unknown` as soon as one child's balance is unknown. One child's credit does not pay for
            another.
        overdue: the part of it that is overdue, `Unknown` as soon as one child's might be.
        unknown: for how many children the balance is unknown.
    """

    owed: float | Unknown
    overdue: float | Unknown
    unknown: int


def fee_standing(record: FeeRecord, now: datetime, zone: tzinfo) -> FeeStanding:
    """How the fees of one record stand at `now` in the school's `zone` (fields: PLATFORM.md §5 row 7).

    The balance and the due date decide, the stored word only where they cannot:

    - nothing owed, or a credit: PAID;
    - something owed: OVERDUE once the due day is over at the school, DUE up to and on that day; without a
      known due day a stored OVERDUE stands, anything else is DUE;
    - balance unknown: a stored PAID or OVERDUE stands, a stored PARTIAL is judged as something owed, any
      other word is UNKNOWN.
    """
    today = day_of(now, zone)
    due = record.due_date if not isinstance(record.due_date, date) else day_of(record.due_date, zone)
    days = (due - today).days if isinstance(due, date) else None
    return FeeStanding(_status(record, days), record.outstanding, due, days)


def unknown_standing(reason: Unknown = Unknown.LEFT_OUT) -> FeeStanding:
    """The standing of a child without a known record: never "paid" (PLATFORM.md §5 row 7)."""
    return FeeStanding(FeeStatus.UNKNOWN, reason, reason, None)


def family_total(standings: Iterable[FeeStanding]) -> FamilyTotal:
    """What the family owes, over one standing for each child."""
    owed = overdue = 0.0
    unknown = undecided = 0
    for standing in standings:
        if isinstance(standing.outstanding, Unknown):
            unknown += 1
            undecided += standing.status is not FeeStatus.PAID
        elif standing.status is not FeeStatus.PAID:
            owed += standing.outstanding
            overdue += standing.outstanding if standing.status is FeeStatus.OVERDUE else 0
    return FamilyTotal(
        owed=Unknown.LEFT_OUT if unknown else round(owed, 2),
        overdue=Unknown.LEFT_OUT if undecided else round(overdue, 2),
        unknown=unknown,
    )


def _status(record: FeeRecord, days: int | None) -> FeeStatus:
    stored = record.status.strip().upper() if isinstance(record.status, str) else ""
    if isinstance(record.outstanding, Unknown):
        if stored in {FeeStatus.PAID, FeeStatus.OVERDUE}:
            return FeeStatus(stored)
        if stored != "PARTIAL":
            return FeeStatus.UNKNOWN
    elif round(record.outstanding, 2) <= 0:
        return FeeStatus.PAID
    if days is None:
        return FeeStatus.OVERDUE if stored == FeeStatus.OVERDUE else FeeStatus.DUE
    return FeeStatus.OVERDUE if days < 0 else FeeStatus.DUE
