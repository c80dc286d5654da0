"""What is owed for a child, and by when, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from optilearn_tui.api.errors import NotFound
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ptr, tr
from optilearn_tui.i18n.dates import day, relative, weekday_day
from optilearn_tui.i18n.numbers import rupees
from optilearn_tui.school.fees import FeeStanding, FeeStatus, fee_standing
from optilearn_tui.tui.columns import Lines, prose, spread
from optilearn_tui.tui.due import late
from optilearn_tui.tui.facts.facts import Facts
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.mask import is_masked, veiled
from optilearn_tui.tui.paint import QUIET, bad, good, quiet, strong, warning
from optilearn_tui.tui.standing import Standing, told
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.fees import FeeRecord


class FeesFacts(Facts):
    """The fee record; how it stands is worked out when it is worded.

    Attributes:
        feed: what is known of the record; whoever draws the facts sets it.
    """

    TITLE: ClassVar[str] = N_("Fees")
    ROOM: ClassVar[str] = "brief"

    def __init__(self, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(clock=clock, zone=zone)
        self.feed: Feed[FeeRecord] = Feed()

    @override
    def feeds(self) -> Sequence[Standing]:
        return (replace(self.feed, error=None) if self.has_no_record else self.feed,)

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        if self.has_no_record:
            return iter([prose(width, tr("Not known: the school has no fee record for this child."), QUIET)])
        return told(self.feed, width, lambda record: self._forms_of(record, width), zone=self.zone)

    @property
    def has_no_record(self) -> bool:
        """Whether the school says that it keeps no record for this child."""
        # PLATFORM.md §5 row 7: no record is unknown, neither paid nor a failure.
        return self.feed.reading is None and isinstance(self.feed.error, NotFound)

    def _forms_of(self, record: FeeRecord, width: int) -> Iterator[Lines]:
        standing = fee_standing(record, self.now, self.zone)
        if is_masked():
            yield [veiled(amount_of(standing))]
            return
        first = spread(width, amount_of(standing), status_of(standing))
        due = [*prose(width, self._by(standing, in_full=True)), *prose(width, self._when(standing), QUIET)]
        rule = tr("Worked out today from the balance and the due date.")
        yield [first, *due, Styled(), *prose(width, rule, QUIET)]
        yield [
            first,
            *prose(width, self._by(standing, in_full=False)),
            *prose(width, self._when(standing), QUIET),
        ]

    def _by(self, standing: FeeStanding, *, in_full: bool) -> str:
        if standing.status is FeeStatus.PAID:
            return tr("Nothing is owed.")
        if isinstance(standing.due, Unknown):
            return tr("Due date not known.")
        if standing.due is None:
            return tr("No due date.")
        return tr("To pay by {day}", day=(day if in_full else weekday_day)(standing.due))

    def _when(self, standing: FeeStanding) -> str:
        if standing.status is FeeStatus.PAID or standing.days is None or not isinstance(standing.due, date):
            return ""
        if standing.days < 0:
            return late(timedelta(days=-standing.days))
        return relative(self.now + timedelta(days=standing.days), self.now) if standing.days else tr("today")


def amount_of(standing: FeeStanding) -> Styled:
    """The balance: what is owed, or a credit."""
    if isinstance(standing.outstanding, Unknown):
        return quiet(tr("amount not known"))
    if standing.outstanding < 0:
        return strong(tr("{amount} credit", amount=rupees(-standing.outstanding)))
    return strong(rupees(standing.outstanding))


def status_of(standing: FeeStanding) -> Styled:
    """How the fees stand, in a word."""
    match standing.status:
        case FeeStatus.PAID:
            return good(tr("✓ Paid"))
        case FeeStatus.DUE:
            return warning(ptr("fees", "Due"))
        case FeeStatus.OVERDUE:
            return bad(tr("! Overdue"))
    return quiet(tr("Not known"))
