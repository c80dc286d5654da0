"""The four quick stats on a dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from typing_extensions import override

from optilearn_tui.tui.drawn_lines import DrawnLines
from optilearn_tui.tui.facts.stats import stats_lines
from optilearn_tui.tui.feed import Feed

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.columns import Lines


class Stats(DrawnLines):
    """Four pairs of figures over two lines; blank until the overview is there."""

    DEFAULT_CSS = """
    Stats {
        height: 2;
        padding: 0 1;
    }
    """

    overview: reactive[Feed[Overview]] = reactive(Feed())

    @override
    def lines(self, width: int) -> Lines:
        return stats_lines(self.overview, width)

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.refresh()
