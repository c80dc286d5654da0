"""Panels that show a part of the overview: the screen asks for it once, they are handed the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.standing import Standing, not_known, told

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.columns import Lines

T = TypeVar("T")


class OverviewPanel(Panel, Generic[T]):
    """A panel about one part of the overview. Bind `overview` to the screen's."""

    overview: var[Feed[Overview]] = var(Feed())

    def part(self, overview: Overview) -> T | Unknown:
        """The part this panel is about."""
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

    def watch_overview(self) -> None:
        """Another answer, or another child."""
        self.redraw()
