"""What is owed for a child, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.errors import NotFound
from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ptr, tr
from optilearn_tui.i18n.dates import day, relative, weekday_day
from optilearn_tui.i18n.numbers import rupees
from optilearn_tui.school.fees import FeeStanding, FeeStatus, fee_standing
from optilearn_tui.tui.columns import Lines, prose, spread
from optilearn_tui.tui.due import late
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.mask import is_masked, veiled
from optilearn_tui.tui.paint import QUIET, bad, good, quiet, strong, warning
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.question import Ask, Question, Rhythm
from optilearn_tui.tui.standing import Standing, told
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.economy import Economy

AskFees = Ask[str, FeeRecord]


class FeesPanel(Panel):
    """The fee record, which it asks for by itself; how it stands is worked out when it is shown."""

    TITLE: ClassVar[str] = N_("Fees")
    ROOM: ClassVar[str] = "brief"

    subject: var[str | None] = var(None)
    """The child whose fees are shown. Bind it to the screen's."""

    def __init__(
        self,
        ask: AskFees,
        *,
        clock: Clock,
        zone: tzinfo,
        rhythm: Rhythm,
        economy: Economy | None = None,
    ) -> None:
        super().__init__(clock=clock, zone=zone)
        self._fees: Feed[FeeRecord] = Feed()
        self._question: Question[str, FeeRecord] = Question(
            self, ask, self.hear, rhythm=rhythm, clock=clock, economy=economy, name="fees"
        )

    @override
    def feeds(self) -> Sequence[Standing]:
        return (replace(self._fees, error=None) if self._has_no_record else self._fees,)

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        if self._has_no_record:
            return iter([prose(width, tr("Not known: the school has no fee record for this child."), QUIET)])
        return told(self._fees, width, lambda record: self._forms_of(record, width), zone=self.zone)

    def on_unmount(self) -> None:
        """Ask no more."""
        self._question.stop()

    def again(self) -> None:
        """Ask for the record again."""
        self._question.again()

    def watch_subject(self, subject: str | None) -> None:
        """Another child: its fees."""
        self._question.about(subject)

    @property
    def _has_no_record(self) -> bool:
        # PLATFORM.md §5 row 7: no record is unknown, neither paid nor a failure.
        return self._fees.reading is None and isinstance(self._fees.error, NotFound)

    def hear(self, feed: Feed[FeeRecord]) -> None:
        """Show what is known now."""
        self._fees = feed
        self.redraw()

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
