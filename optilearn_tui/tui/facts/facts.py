"""One part of a dashboard in words: a title, and facts in as full a form as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar

from optilearn_tui.tui.standing import Standing, moment_alone, state

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.columns import Lines
    from optilearn_tui.tui.styled import Styled


class Facts:
    """What one panel says. It is handed what is known, and words it for whatever width it is asked for.

    Attributes:
        clock: tells this moment.
        zone: the school's time zone.
        zoomed: it stands alone on the screen, where there is more room.
    """

    TITLE: ClassVar[str] = ""
    """What the panel is called, in English."""

    ROOM: ClassVar[str] = ""
    """Classes by which the screen's style sheet gives the panel its room."""

    def __init__(self, *, clock: Clock, zone: tzinfo) -> None:
        self.clock = clock
        self.zone = zone
        self.zoomed = False

    def feeds(self) -> Sequence[Standing]:
        """What the panel draws on, the most important first; the heading tells how they stand."""
        raise NotImplementedError

    def forms(self, width: int) -> Iterable[Lines]:
        """What there is to show in so many cells, fullest form first; at least one."""
        raise NotImplementedError

    @property
    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.clock()

    def states(self) -> tuple[Styled, ...]:
        """How what is shown stands, what matters most first."""
        return state(self.feeds(), self.now, self.zone)

    def least(self) -> Styled:
        """The same, as short as it can be said."""
        return moment_alone(self.feeds(), self.now, self.zone)
