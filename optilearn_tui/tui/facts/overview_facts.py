"""What is worded from a part of the overview: asked for once, the answer is handed to all of these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Generic, TypeVar

from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.tui.facts.facts import Facts
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.standing import Standing, not_known, told

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.columns import Lines

T = TypeVar("T")


class OverviewFacts(Facts, Generic[T]):
    """Facts about one part of the overview.

    Attributes:
        overview: what is known of the overview; whoever draws the facts sets it.
    """

    def __init__(self, *, clock: Clock, zone: tzinfo) -> None:
        super().__init__(clock=clock, zone=zone)
        self.overview: Feed[Overview] = Feed()

    def part(self, overview: Overview) -> T | Unknown:
        """The part these facts are about."""
        raise NotImplementedError

    def forms_of(self, value: T, width: int) -> Iterable[Lines]:
        """What there is to show of a known part, fullest form first; at least one."""
        raise NotImplementedError

    @override
    def feeds(self) -> Sequence[Standing]:
        return (self.overview,)

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        def of_part(overview: Overview) -> Iterable[Lines]:
            part = self.part(overview)
            return [not_known(width, part)] if isinstance(part, Unknown) else self.forms_of(part, width)

        return told(self.overview, width, of_part, zone=self.zone)
