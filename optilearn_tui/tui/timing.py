"""When something is asked, and how its times are read: what all parts of one dashboard share."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.tui.economy import Economy
from optilearn_tui.tui.question import Ask, Question, Recollect
from optilearn_tui.tui.rhythm import Rhythm

if TYPE_CHECKING:
    from textual.widget import Widget

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.feed import Feed

S = TypeVar("S", bound=Hashable)
T = TypeVar("T")


@dataclass(frozen=True)
class Timing:
    """The clock, the pauses and what is allowed.

    Attributes:
        clock: tells the time now.
        zone: the school's time zone.
        rhythm: the pauses between questions.
        economy: what may be asked without anybody's doing.
    """

    clock: Clock
    zone: tzinfo
    rhythm: Rhythm = field(default_factory=Rhythm)
    economy: Economy = field(default_factory=Economy)

    def question(
        self,
        owner: Widget,
        ask: Ask[S, T],
        tell: Callable[[Feed[T]], None],
        name: str,
        *,
        recollect: Recollect[S, T] | None = None,
    ) -> Question[S, T]:
        """A question that keeps these times; see `Question` for the rest."""
        return Question(
            owner,
            ask,
            tell,
            rhythm=self.rhythm,
            clock=self.clock,
            name=name,
            economy=self.economy,
            recollect=recollect,
        )
