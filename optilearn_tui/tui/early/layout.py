"""Where everything of a parent's dashboard stands, known before the toolkit is.

`parent.tcss` says it to the toolkit; this says the same in numbers, shared out the way the toolkit shares.
All regions are on the terminal, in cells, from its upper left corner.

Named tuples and no dataclasses: they are made while somebody waits for a picture, and five times as fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, count, pairwise, product
from typing import NamedTuple

from optilearn_tui.tui.least_size import is_large_enough

BREAKPOINTS_ACROSS = (
    (0, "-one-column"),
    (76, "-two-columns"),
    (116, "-three-columns"),
    (168, "-four-columns"),
)
"""From how many columns on the dashboard has which class."""
BREAKPOINTS_DOWN = ((0, "-short"), (24, "-high"), (44, "-airy"))
"""From how many lines on the dashboard has which class."""

_PADDING = 1
"""Cells at either side of everything, which have the ground of what they belong to."""


class Region(NamedTuple):
    """A part of the terminal; it may be empty."""

    x: int
    y: int
    width: int
    height: int


class Bar(NamedTuple):
    """Lines that go all across the terminal.

    Attributes:
        across: where the ground of the bar is painted.
        content: where something is said: all but a cell at either end.
    """

    across: Region
    content: Region


class Room(NamedTuple):
    """Where a panel stands.

    Attributes:
        x: its left edge.
        y: its heading; below the screen where the panels do not all fit.
        width: of the heading, and of every line of the body.
        height: the heading and the body as they are laid out; what is said is chosen to fit into that.
        visible: how many of those lines are on the screen; the heading is the first of them.
    """

    x: int
    y: int
    width: int
    height: int
    visible: int

    @property
    def heading(self) -> Region:
        """Where the heading is painted: a line, or none."""
        return Region(self.x, self.y, self.width, min(1, self.visible))

    @property
    def body(self) -> Region:
        """Where what the panel says is painted, as far as it is on the screen."""
        return Region(self.x, self.y + 1, self.width, max(0, self.visible - 1))


class Layout(NamedTuple):
    """Where everything stands on a terminal of a certain size.

    Attributes:
        title: the title bar, on top.
        switcher: whose dashboard it is.
        stats: the quick stats, two lines.
        panels: each panel, in the order of the dashboard.
        hints: the keys, at the bottom.
    """

    title: Bar
    switcher: Bar
    stats: Bar
    panels: tuple[Room, ...]
    hints: Bar


class _Pattern(NamedTuple):
    """How the panels are arranged, as `parent.tcss` says it.

    Attributes:
        columns: how many there are, all of one width.
        rows: the share of each row in the height; or its height itself, where the panels are scrolled.
        gap: cells between two columns.
        span: over how many columns and how many rows a panel goes.
        spans: the same for panels of a class; where a panel is of several, the last one here counts.
        is_scrolled: whether the rows are as high as they say, though there be more than fits.
    """

    columns: int
    rows: tuple[int, ...]
    gap: int = 2
    span: tuple[int, int] = (1, 1)
    spans: tuple[tuple[str, tuple[int, int]], ...] = ()
    is_scrolled: bool = False


def _two_columns(*rows: int, is_scrolled: bool) -> _Pattern:
    return _Pattern(6, rows, span=(2, 1), spans=(("half", (3, 1)),), is_scrolled=is_scrolled)


_PATTERNS = {
    "-one-column": _Pattern(1, (8,) * 7, is_scrolled=True),
    "-two-columns": _two_columns(7, 7, 5, is_scrolled=False),
    "-two-columns -short": _two_columns(7, 7, 5, is_scrolled=True),
    "-three-columns": _Pattern(3, (8, 8, 9, 9), spans=(("tall", (1, 2)),)),
    "-four-columns": _Pattern(
        4,
        (1,) * 12,
        gap=3,
        span=(1, 4),
        spans=(("half", (1, 5)), ("long", (1, 8)), ("brief", (1, 3)), ("whole", (1, 12))),
    ),
}
"""By the class of the width, or by those of width and height."""


def layout(columns: int, rows: int, rooms: Sequence[str]) -> Layout | None:
    """Where the dashboard stands on a terminal of `columns` × `rows`.

    Args:
        columns: of the terminal.
        rows: of the terminal.
        rooms: the classes of each panel (`ROOM`), in the order of the dashboard.

    Returns:
        None where the terminal is too small for any screen.
    """
    if not is_large_enough(columns, rows):
        return None
    across, down = _class_of(columns, BREAKPOINTS_ACROSS), _class_of(rows, BREAKPOINTS_DOWN)
    blank = int(down == "-airy")
    switcher = 1 + blank
    stats = switcher + 1 + blank
    top = stats + 2 + blank
    grid = Region(_PADDING, top, columns - 2 * _PADDING, rows - 1 - top)
    pattern = _PATTERNS.get(f"{across} {down}", _PATTERNS[across])
    return Layout(
        title=_bar(columns, 0),
        switcher=_bar(columns, switcher),
        stats=_bar(columns, stats, 2),
        panels=tuple(_rooms_of(pattern, grid, rooms, blank)),
        hints=_bar(columns, rows - 1),
    )


def _class_of(cells: int, breakpoints: Sequence[tuple[int, str]]) -> str:
    return next(name for least, name in reversed(breakpoints) if cells >= least)


def _bar(columns: int, y: int, height: int = 1) -> Bar:
    return Bar(
        across=Region(0, y, columns, height),
        content=Region(_PADDING, y, columns - 2 * _PADDING, height),
    )


def _rooms_of(pattern: _Pattern, grid: Region, rooms: Sequence[str], blank: int) -> Iterator[Room]:
    """The panels in the grid, each with `blank` lines below it."""
    across = _edges((1,) * pattern.columns, grid.width, pattern.gap)
    down = _edges(pattern.rows, sum(pattern.rows) if pattern.is_scrolled else grid.height, 0)
    for column, row, columns, rows in _placed(pattern, rooms):
        left, right = across[column][0], across[column + columns - 1][1]
        top, bottom = down[row][0], down[row + rows - 1][1] - blank
        visible = max(0, min(bottom, grid.height) - top)
        yield Room(grid.x + left, grid.y + top, right - left, bottom - top, visible)


def _edges(shares: tuple[int, ...], total: int, gap: int) -> list[tuple[int, int]]:
    """Where each part begins and ends, of `total` cells shared out with `gap` cells between two parts.

    What is left over goes where the sum of the shares has grown by a cell, as in the toolkit.
    """
    room, whole = total - gap * (len(shares) - 1), sum(shares)
    ends = [room * sum_so_far // whole for sum_so_far in accumulate(shares, initial=0)]
    return [(start + gap * place, end + gap * place) for place, (start, end) in enumerate(pairwise(ends))]


def _placed(pattern: _Pattern, rooms: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Column, row, and over how many of each: every panel in the first place that is free from there on."""
    taken: set[tuple[int, int]] = set()
    places = ((column, row) for row in count() for column in range(pattern.columns))
    for room in rooms:
        columns, rows = _span(pattern, room)
        for column, row in places:
            wanted = set(product(range(column, column + columns), range(row, row + rows)))
            if taken.isdisjoint(wanted):
                taken |= wanted
                yield column, row, columns, rows
                break


def _span(pattern: _Pattern, room: str) -> tuple[int, int]:
    classes = room.split()
    return next((span for name, span in reversed(pattern.spans) if name in classes), pattern.span)
