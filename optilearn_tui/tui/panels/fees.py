"""What is owed for a child, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.question import Ask, Question, Rhythm

if TYPE_CHECKING:
    from optilearn_tui.tui.economy import Economy
    from optilearn_tui.tui.facts.fees import FeesFacts
    from optilearn_tui.tui.feed import Feed

AskFees = Ask[str, FeeRecord]


class FeesPanel(Panel):
    """The fee record, which it asks for by itself."""

    facts: FeesFacts

    subject: var[str | None] = var(None)
    """The child whose fees are shown. Bind it to the screen's."""

    def __init__(
        self, facts: FeesFacts, ask: AskFees, *, rhythm: Rhythm, economy: Economy | None = None
    ) -> None:
        super().__init__(facts)
        self._question: Question[str, FeeRecord] = Question(
            self, ask, self.hear, rhythm=rhythm, clock=facts.clock, economy=economy, name="fees"
        )

    def on_unmount(self) -> None:
        """Ask no more."""
        self._question.stop()

    def again(self) -> None:
        """Ask for the record again."""
        self._question.again()

    def watch_subject(self, subject: str | None) -> None:
        """Another child: its fees."""
        self._question.about(subject)

    def hear(self, feed: Feed[FeeRecord]) -> None:
        """Show what is known now."""
        self.facts.feed = feed
        self.redraw()
