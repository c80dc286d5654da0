"""Everything stands where the toolkit will put it, at every size of terminal."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region as Area
from textual.geometry import Size

from optilearn_tui.tui.child_switcher import ChildSwitcher
from optilearn_tui.tui.early.layout import (
    BREAKPOINTS_ACROSS,
    BREAKPOINTS_DOWN,
    Bar,
    Layout,
    Region,
    Room,
    layout,
)
from optilearn_tui.tui.facts.dashboard import dashboard_facts
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.least_size import FEWEST_COLUMNS, FEWEST_LINES
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.panel_body import PanelBody
from optilearn_tui.tui.panel_grid import PanelGrid
from optilearn_tui.tui.stats import Stats
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.too_small import TooSmallScreen
from tests.conftest import NOON
from tests.tui.people import MEERA
from tests.tui.stage import at_home

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from tests.tui.conftest import ProgramOf

ROOMS = tuple(facts.ROOM for facts in dashboard_facts(lambda: NOON, UTC, lambda _: True).in_order)

MOST_COLUMNS, MOST_LINES = 220, 64


def _edges(fewest: int, breakpoints: Sequence[tuple[int, str]], most: int) -> list[int]:
    return [fewest, *(least for least, _ in breakpoints[1:]), most]


BANDS = [
    (range(*columns), range(*lines))
    for columns, lines in product(
        pairwise(_edges(FEWEST_COLUMNS, BREAKPOINTS_ACROSS, MOST_COLUMNS)),
        pairwise(_edges(FEWEST_LINES, BREAKPOINTS_DOWN, MOST_LINES)),
    )
]
"""Columns and lines between two breakpoints, where the dashboard has the same classes."""


def sizes_in(columns: range, lines: range) -> set[tuple[int, int]]:
    """The corners of a band, what lies next to them, and every height of it with some width."""
    corners = product((columns[0], columns[1], columns[-2], columns[-1]), (lines[0], lines[-1]))
    return {*corners, *((columns[step * 7 % len(columns)], line) for step, line in enumerate(lines))}


def seen(screen: Screen[object]) -> Layout:
    """Where the toolkit has put everything."""
    grid = screen.query_one(PanelGrid)
    return Layout(
        title=_bar(screen, TitleBar),
        switcher=_bar(screen, ChildSwitcher),
        stats=_bar(screen, Stats),
        panels=tuple(_room(screen, panel) for panel in grid.panels),
        hints=_bar(screen, KeyHints),
    )


def expected(columns: int, lines: int) -> Layout:
    """Where everything is said to stand."""
    whole = layout(columns, lines, ROOMS)
    assert whole is not None
    return whole


def worded_for(screen: Screen[object]) -> list[tuple[int, int]]:
    """Width and height of the room into which each panel fits what it says."""
    rooms = (panel.scrollable_content_region for panel in screen.query(Panel))
    return [(room.width, room.height) for room in rooms]


def _place(screen: Screen[object], widget: Widget) -> Area:
    return screen.find_widget(widget).region


def _bar(screen: Screen[object], kind: type[Widget]) -> Bar:
    bar = screen.query_one(kind)
    across = _place(screen, bar)
    return Bar(across=Region(*across), content=Region(*across.shrink(bar.styles.gutter)))


def _room(screen: Screen[object], panel: Panel) -> Room:
    x, y, width, height = _place(screen, panel)
    visible = screen.find_widget(panel).visible_region.height
    room = Room(x, y, width, height, visible)
    heading = screen.find_widget(panel.query_one(Heading))
    assert heading.region == (x, y, width, 1)
    assert heading.visible_region.height == room.heading.height
    body = _place(screen, panel.query_one(PanelBody))
    assert (body.x, body.y, body.width) == room.body[:3]
    return room


async def test_everything_stands_where_the_toolkit_puts_it(program: ProgramOf) -> None:
    async with program(email=MEERA).app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "ParentScreen")
        dashboard = pilot.app.screen
        assert tuple(panel.facts.ROOM for panel in dashboard.query(Panel)) == ROOMS
        for columns, lines in BANDS:
            await pilot.resize_terminal(columns[0], lines[0])
            assert seen(dashboard) == expected(columns[0], lines[0])
            assert worded_for(dashboard) == [
                (room.width, room.height) for room in expected(columns[0], lines[0]).panels
            ]
            for size in sizes_in(columns, lines):
                # The toolkit's arithmetic with the styles of this band; all of a resize would take long.
                dashboard._compositor.reflow(dashboard, Size(*size))
                assert seen(dashboard) == expected(*size), size
        for size in ((59, 24), (75, 23), (80, 17), (115, 43), (1, 1), (167, 23)):
            await pilot.resize_terminal(*size)
            is_too_small = isinstance(pilot.app.screen, TooSmallScreen)
            assert layout(*size, ROOMS) == (None if is_too_small else seen(dashboard)), size


@given(
    columns=st.integers(FEWEST_COLUMNS, 500),
    lines=st.integers(FEWEST_LINES, 200),
)
def test_nothing_stands_on_something_else_or_off_the_screen(columns: int, lines: int) -> None:
    whole = expected(columns, lines)
    bars = [bar.across for bar in (whole.title, whole.switcher, whole.stats, whole.hints)]
    parts = [part for room in whole.panels for part in (room.heading, room.body)]
    areas = [Area(*part) for part in (*bars, *parts) if part.height]
    assert not any(one.overlaps(other) for one, other in combinations(areas, 2))
    assert all(Area(0, 0, columns, lines).contains_region(area) for area in areas)


def test_it_is_known_before_the_toolkit_is() -> None:
    code = (
        "import sys, optilearn_tui.tui.early.layout; print('textual' in sys.modules, 'rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
