"""A parent's dashboard, drawn without the toolkit: cell by cell what the toolkit is going to draw."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from optilearn_tui.tui.dashboard_note import note
from optilearn_tui.tui.early.colours import Ground
from optilearn_tui.tui.early.layout import Bar, Region, Room, layout
from optilearn_tui.tui.facts.dashboard import dashboard_facts
from optilearn_tui.tui.facts.fitting import fitting, hidden
from optilearn_tui.tui.facts.heading import heading_of
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.facts.stats import stats_lines
from optilearn_tui.tui.facts.switcher import switcher_row
from optilearn_tui.tui.facts.title import title_line
from optilearn_tui.tui.thrifty.canvas import letters_of
from optilearn_tui.tui.thrifty.row import BLANK, Row

if TYPE_CHECKING:
    from optilearn_tui.tui.early.colours import Palette
    from optilearn_tui.tui.early.easel import Easel
    from optilearn_tui.tui.early.sight import Sight
    from optilearn_tui.tui.facts.facts import Facts
    from optilearn_tui.tui.styled import Styled


def picture(easel: Easel, sight: Sight) -> list[Row] | None:
    """The dashboard, as far as it is known; None where the terminal is too small for it.

    The keys are left out: nothing could heed them yet.
    """
    facts = dashboard_facts(easel.clock, easel.zone, sight.client.deployment.is_own_link)
    columns, rows = easel.size()
    where = layout(columns, rows, [each.ROOM for each in facts.in_order])
    if where is None:
        return None
    paper = _Paper(columns, rows, easel.palette)
    paper.bar(where.title, Ground.PANEL, [_title(easel, sight, where.title.content.width)])
    paper.bar(where.hints, Ground.PANEL, [])
    family = switcher_row(sight.children, sight.chosen, where.switcher.content.width).line
    paper.bar(where.switcher, Ground.BACKGROUND, [family])
    paper.bar(where.stats, Ground.BACKGROUND, stats_lines(sight.overview, where.stats.content.width))
    facts.live_classes.subject = sight.chosen
    facts.live_classes.days = sight.days
    facts.fees.feed = sight.fees
    for each, room in zip(facts.in_order, where.panels, strict=True):
        if isinstance(each, OverviewFacts):
            each.overview = sight.overview
        paper.panel(each, room, focused=each is facts.courses)
    return paper.rows


def _title(easel: Easel, sight: Sight, width: int) -> Styled:
    said = note((sight.overview,), easel.economy, easel.clock(), easel.zone)
    return title_line(width, sight.place, sight.person, said)


class _Paper:
    """What is drawn on.

    Attributes:
        rows: the picture, from the top.
    """

    def __init__(self, columns: int, rows: int, palette: Palette) -> None:
        self._palette = palette
        ground = palette.look("", Ground.BACKGROUND)
        self.rows = [Row(columns, ground) for _ in range(rows)]

    def bar(self, bar: Bar, ground: Ground, lines: Iterable[Styled]) -> None:
        """Lines on a ground of their own."""
        blank = self._palette.look("", ground)
        for row in self.rows[bar.across.y : bar.across.y + bar.across.height]:
            row.put(bar.across.x, [BLANK] * bar.across.width, blank)
        self._write(bar.content, ground, lines)

    def panel(self, facts: Facts, room: Room, *, focused: bool) -> None:
        """A heading, and what fits below it."""
        lines = fitting(facts.forms(room.width), room.height - 1)
        heading = heading_of(facts, room.width, hidden=hidden(lines, room.height - 1), focused=focused)
        self._write(room.heading, Ground.BACKGROUND, [heading])
        self._write(room.body, Ground.BACKGROUND, lines)

    def _write(self, region: Region, ground: Ground, lines: Iterable[Styled]) -> None:
        for number, line in zip(range(region.y, region.y + region.height), lines, strict=False):
            column = region.x
            for text, look in self._palette.painted(line, ground):
                joining, cells = letters_of(text)
                self.rows[number].add(column, joining)
                self.rows[number].put(column, cells, look)
                column += len(cells)
