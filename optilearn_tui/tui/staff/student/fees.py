"""What is owed for a student: nobody asks for it, and nobody sees it, before somebody wants to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import var
from typing_extensions import override

from optilearn_tui.i18n import tr
from optilearn_tui.tui.columns import prose
from optilearn_tui.tui.facts.fees import FeesFacts
from optilearn_tui.tui.paint import QUIET
from optilearn_tui.tui.panels.fees import FeesPanel

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.columns import Lines
    from optilearn_tui.tui.standing import Standing


class HiddenFeesFacts(FeesFacts):
    """A fee record behind a curtain.

    Attributes:
        revealed: it may be seen.
    """

    ROOM: ClassVar[str] = "fees"

    def __init__(self, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(clock=clock, zone=zone)
        self.revealed = False

    @override
    def feeds(self) -> Sequence[Standing]:
        return super().feeds() if self.revealed else ()

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        if not self.revealed:
            return [prose(width, tr("Hidden. p shows them."), QUIET)]
        if self.has_no_record:
            words = tr("Not known: the school has no fee record for this student.")
            return [prose(width, words, QUIET)]
        return super().forms(width)


class HiddenFeesPanel(FeesPanel):
    """Asks for the fees of a student while they may be seen. Another student draws the curtain again."""

    facts: HiddenFeesFacts

    revealed: var[bool] = var(default=False)
    """Whether the fees of this student are to be seen."""

    @override
    def watch_subject(self, subject: str | None) -> None:
        self.revealed = False
        self._question.about(None)

    def watch_revealed(self, revealed: bool) -> None:
        """Ask when somebody wants to see, forget when nobody does."""
        self.facts.revealed = revealed
        self._question.about(self.subject if revealed else None)
        self.redraw()
