"""What is owed for a child, in plain text."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError, NotFound
from optilearn_tui.export.plain.facts import Lines, fact, gap, section
from optilearn_tui.i18n import dates, ntr, tr
from optilearn_tui.i18n.numbers import rupees
from optilearn_tui.school.fees import FeeStanding, FeeStatus, fee_standing

if TYPE_CHECKING:
    from optilearn_tui.api.fees import FeeRecord


def fees(told: FeeRecord | ApiError, now: datetime, zone: tzinfo) -> Lines:
    """Paid, due or overdue; how much; by when."""
    title = tr("Fees")
    if isinstance(told, NotFound):
        return section(title, [tr("Not known: the school keeps no fee record for this child.")])
    if isinstance(told, ApiError):
        return gap(title, told)
    standing = fee_standing(told, now, zone)
    return section(
        title,
        [
            fact(tr("Status"), _status(standing.status) or told.status),
            *_balance(standing),
            fact(tr("Due"), standing.due, lambda due: _due(due, standing)),
        ],
    )


def _status(status: FeeStatus) -> str | None:
    match status:
        case FeeStatus.PAID:
            return tr("paid")
        case FeeStatus.DUE:
            return tr("due")
        case FeeStatus.OVERDUE:
            return tr("overdue")
        case FeeStatus.UNKNOWN:
            return None


def _balance(standing: FeeStanding) -> Lines:
    balance = standing.outstanding
    if isinstance(balance, float) and balance < 0:
        return [fact(tr("Credit"), rupees(-balance))]
    return [fact(tr("Outstanding"), balance, rupees)]


def _due(due: date, standing: FeeStanding) -> str:
    if standing.status is FeeStatus.PAID or standing.days is None:
        return dates.day(due)
    return tr("{day}, {distance}", day=dates.day(due), distance=_distance(standing.days))


def _distance(days: int) -> str:
    if days == 0:
        return tr("today")
    if days > 0:
        return ntr("in {n} day", "in {n} days", days)
    return ntr("{n} day ago", "{n} days ago", -days)
