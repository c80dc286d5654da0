"""What an early picture is drawn with, and when what draws it is loaded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from optilearn_tui.tui.early.curtain import curtain
from optilearn_tui.tui.first_frame.stage import stage

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.early.colours import Palette
    from optilearn_tui.tui.early.sight import Sight
    from optilearn_tui.tui.economy import Economy
    from optilearn_tui.tui.facts.attendance import Month

_IN_PIECES = (
    "optilearn_tui.tui.terminal_widths.measuring",
    "optilearn_tui.tui.columns",
    "optilearn_tui.tui.facts.attendance",
    "optilearn_tui.tui.facts.dashboard",
    "optilearn_tui.tui.early.layout",
    "optilearn_tui.tui.early.picture",
)
"""Modules that together take as long to import as an answer takes to come from a school near by."""


@dataclass(frozen=True)
class Easel:
    """What a picture is drawn with.

    Attributes:
        size: tells the columns and rows of the terminal.
        palette: its colours.
        clock: tells this moment.
        zone: the school's time zone.
        economy: what may be asked.
        line_up: learns, before anything is measured, how the terminal draws.
    """

    size: Callable[[], tuple[int, int]]
    palette: Palette
    clock: Clock
    zone: tzinfo
    economy: Economy
    line_up: Callable[[], object]

    async def load(self) -> None:
        """Load what draws, a piece at a time: a question that is under way goes on in between."""
        for load in _pieces():
            load()
            await asyncio.sleep(0)

    def show(self, sight: Sight) -> None:
        """Show on the terminal of this process what is known, unless the toolkit draws there by now."""
        if not curtain.may_close:
            return
        from optilearn_tui.tui.early.picture import picture

        self.line_up()
        rows = picture(self, sight)
        if rows is not None:
            stage.show(rows)

    def month_of(self, contact_id: str) -> Month:
        """The present month of a child."""
        from optilearn_tui.tui.facts.attendance import month_back

        return month_back(contact_id, self.clock(), self.zone, 0)


def _pieces() -> Iterator[Callable[[], object]]:
    for name in _IN_PIECES:
        yield partial(import_module, name)
    from optilearn_tui.i18n import dates

    yield dates.load
    from optilearn_tui.api.overview import Overview

    yield Overview.model_rebuild
