"""Panels that show a part of the overview: the screen asks for it once, they are handed the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual.reactive import var

from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.panel import Panel

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.facts.overview_facts import OverviewFacts

T = TypeVar("T")


class OverviewPanel(Panel, Generic[T]):
    """A panel about one part of the overview. Bind `overview` to the screen's."""

    facts: OverviewFacts[T]

    overview: var[Feed[Overview]] = var(Feed())

    def __init__(self, facts: OverviewFacts[T]) -> None:
        super().__init__(facts)

    def watch_overview(self) -> None:
        """Another answer, or another child."""
        self.facts.overview = self.overview
        self.redraw()
