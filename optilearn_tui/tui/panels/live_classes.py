"""A child's live classes and days at school: this month's figures, what comes next, and a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.live_classes import LiveClasses
from optilearn_tui.i18n import N_
from optilearn_tui.tui.facts.attendance import Days, Month
from optilearn_tui.tui.panels.overview_part import OverviewPanel
from optilearn_tui.tui.question import Ask, Question, Rhythm

if TYPE_CHECKING:
    from optilearn_tui.tui.economy import Economy
    from optilearn_tui.tui.facts.live_classes import LiveClassesFacts
    from optilearn_tui.tui.feed import Feed

AskMonth = Ask[Month, Days]


class LiveClassesPanel(OverviewPanel[LiveClasses]):
    """Live classes from the overview, days at school from the attendance feed, which it asks for by itself.

    The calendar shows the school's current month, and with the arrow keys those before it.
    """

    _MONTHS: ClassVar[Binding.Group] = Binding.Group(N_("Month"))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "month(1)", N_("Previous month"), key_display="←", group=_MONTHS),
        Binding("right", "month(-1)", N_("Next month"), key_display="→", group=_MONTHS),
    ]

    facts: LiveClassesFacts

    subject: var[str | None] = var(None)
    """The child whose days at school are shown. Bind it to the screen's."""

    def __init__(
        self,
        facts: LiveClassesFacts,
        ask: AskMonth,
        *,
        rhythm: Rhythm,
        anew: AskMonth | None = None,
        economy: Economy | None = None,
    ) -> None:
        super().__init__(facts)
        self._asked: Month | None = None
        self._question: Question[Month, Days] = Question(
            self,
            ask,
            self.hear,
            rhythm=rhythm,
            clock=facts.clock,
            anew=anew,
            economy=economy,
            name="attendance",
        )

    def on_unmount(self) -> None:
        """Ask no more."""
        self._question.stop()

    def again(self) -> None:
        """Ask for the month again."""
        self._question.again()

    @override
    def watch_overview(self) -> None:
        self.facts.overview = self.overview
        # Of another child than the days: that one's are asked for next, and all is worded together then.
        if self.subject is None or self.overview.subject == self.subject:
            self.redraw()

    @override
    def redraw(self) -> None:
        if self._asked is not None and self.facts.month != self._asked:
            self._ask_for_month()
        super().redraw()

    def watch_subject(self, subject: str | None) -> None:
        """Another child: its current month."""
        self.facts.subject = subject
        self.facts.back = 0
        self._asked = None
        if subject is None:
            self._question.about(None)
        else:
            self._ask_for_month()

    @override
    def watch_zoomed(self) -> None:
        if not self.zoomed:
            self.facts.back = 0
        super().watch_zoomed()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no month that has not come yet."""
        if action == "month" and parameters == (-1,):
            return self.facts.back > 0
        return super().check_action(action, parameters)

    def action_month(self, step: int) -> None:
        """Go so many months back, or forth again as far as the current one."""
        self.facts.back = max(0, self.facts.back + step)
        self.redraw()
        self.refresh_bindings()

    def _ask_for_month(self) -> None:
        self._asked = self.facts.month
        self._question.about(self._asked)

    def hear(self, feed: Feed[Days]) -> None:
        """Show what is known of the month now."""
        self.facts.days = feed
        self.redraw()
