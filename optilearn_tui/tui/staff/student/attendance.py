"""A student's days at school: a month's figures, its calendar, and the unusual days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.numbers import percent
from optilearn_tui.school.attendance import tally
from optilearn_tui.school.days import day_of
from optilearn_tui.tui.columns import Lines, packed
from optilearn_tui.tui.facts.attendance import Days, Month, MonthFacts, month_lines, unusual_days
from optilearn_tui.tui.paint import BAD, quiet, strong
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.question import Ask, Question, Rhythm
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN, Standing, told
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.tui.feed import Feed


class AttendanceFacts(MonthFacts):
    """One month of the attendance feed."""

    TITLE: ClassVar[str] = N_("At school")
    ROOM: ClassVar[str] = "attendance"

    @override
    def feeds(self) -> Sequence[Standing]:
        return (self.days,)

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        return told(self.days, width, lambda days: self._forms_of(days, width))

    def _forms_of(self, days: Days, width: int) -> Iterator[Lines]:
        month = self.month
        figures = self._figures(days, month, width)
        sheet = month_lines(month, days, width, day_of(self.now, self.zone), self.zone)
        yield [*figures, Styled(), *sheet, Styled(), *unusual_days(days, width, self.zone)]
        yield [*figures, *sheet]

    def _figures(self, days: Days, month: Month, width: int) -> Lines:
        counted = tally(days, self.zone)
        share = counted.percent
        if isinstance(share, Unknown):
            words = quiet(NOT_KNOWN)
        else:
            words = quiet(NONE_HERE) if share is None else strong(percent(share))
        missed = ntr("{n} missed", "{n} missed", counted.missed)
        return packed(
            width,
            [
                Styled(month.name),
                words,
                Styled(ntr("{n} attended", "{n} attended", counted.attended)),
                Styled.of(missed, BAD if counted.missed else ""),
                *([quiet(tr("not all days are readable"))] if counted.unreadable else []),
            ],
        )


class AttendancePanel(Panel):
    """The attendance feed of one month, which it asks for by itself; the arrows go to months before it."""

    facts: AttendanceFacts

    _MONTHS: ClassVar[Binding.Group] = Binding.Group(N_("Month"))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "month(1)", N_("Previous month"), key_display="←", group=_MONTHS),
        Binding("right", "month(-1)", N_("Next month"), key_display="→", group=_MONTHS),
    ]

    subject: var[str | None] = var(None)
    """Contact id of the student. Bind it to the card's."""

    def __init__(
        self,
        facts: AttendanceFacts,
        ask: Ask[Month, Days],
        *,
        rhythm: Rhythm,
        anew: Ask[Month, Days] | None = None,
    ) -> None:
        super().__init__(facts)
        self._question: Question[Month, Days] = Question(
            self, ask, self.hear, rhythm=rhythm, clock=facts.clock, name="attendance", anew=anew
        )

    def again(self) -> None:
        """Ask for the month again."""
        self._question.again()

    def watch_subject(self) -> None:
        """Another student: the current month."""
        self.facts.subject = self.subject
        self.facts.back = 0
        self._ask()

    def action_month(self, step: int) -> None:
        """Go so many months back, or forth again as far as the current one."""
        back = max(0, self.facts.back + step)
        if back != self.facts.back:
            self.facts.back = back
            self._ask()

    def hear(self, feed: Feed[Days]) -> None:
        """Show what is known of the month now."""
        self.facts.days = feed
        self.redraw()

    def _ask(self) -> None:
        self._question.about(None if self.subject is None else self.facts.month)
