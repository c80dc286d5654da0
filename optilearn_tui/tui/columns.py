"""Lines of facts in columns: the first column gives way, the others stay whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from optilearn_tui.tui.cropping import crop, wrap
from optilearn_tui.tui.paint import QUIET
from optilearn_tui.tui.styled import Styled

Lines = list[Styled]
"""What is shown below each other; each no wider than the width it was made for."""

GAP = 2
NARROWEST = 8
_READABLE = 90
"""From so many cells on, a line of prose is too long for the eye to find back to the next."""


def padded(content: Styled, cells: int, *, right: bool = False) -> Styled:
    """A text in exactly `cells` cells, standing to the left or to the right in them."""
    content = crop(content, cells)
    space = cells - content.cell_length
    return content.pad_left(space) if right else content.pad_right(space)


def spread(width: int, left: Styled, right: Styled) -> Styled:
    """One line with something at both ends; where they do not fit, the left is cut, the right left out."""
    room = width - right.cell_length - GAP
    if not right or room < min(NARROWEST, left.cell_length):
        return crop(left, width)
    return padded(left, room) + " " * GAP + right


def table(
    width: int,
    rows: Sequence[Sequence[Styled]],
    *,
    flush: str = "",
    gap: int = GAP,
    narrowest: int = NARROWEST,
) -> Lines:
    """Rows in columns that line up; which columns, and how wide, `column_widths` says.

    Args:
        width: cells there are.
        rows: rows of one length each.
        flush: one letter for each column: `r` to stand to the right in it; else to the left.
        gap: cells between two columns.
        narrowest: cells below which the first column is not pressed.
    """
    widths = column_widths(width, rows, gap, narrowest)
    return [
        Styled(" " * gap).join(
            padded(cell, cells, right=flush[column : column + 1] == "r")
            for column, (cell, cells) in enumerate(zip(row, widths, strict=False))
        )
        for row in rows
    ]


def column_widths(
    width: int, rows: Sequence[Sequence[Styled]], gap: int = GAP, narrowest: int = NARROWEST
) -> list[int]:
    """How wide each column of a table is: as its widest cell, but the first takes what the others leave.

    Columns at the end are left out while they would leave the first fewer than `narrowest` cells: what
    matters more stands further left.
    """
    if not rows:
        return []
    widths = [max(row[column].cell_length for row in rows) for column in range(len(rows[0]))]
    while len(widths) > 1 and _first(width, widths, gap) < min(narrowest, widths[0]):
        widths.pop()
    widths[0] = min(_first(width, widths, gap), widths[0])
    return widths


def _first(width: int, widths: Sequence[int], gap: int) -> int:
    return width - sum(widths[1:]) - gap * (len(widths) - 1)


def beside(left: Lines, right: Lines, left_width: int) -> Lines:
    """Two columns of lines next to each other; the left ones are narrower than `left_width`."""
    pairs = zip_longest(left, right, fillvalue=Styled())
    return [padded(one, left_width) + other if other else one for one, other in pairs]


def prose(width: int, text: str, style: str = "") -> Lines:
    """Sentences, broken into lines that can be read with ease."""
    return [Styled.of(line, style) if style else Styled(line) for line in wrap(text, min(width, _READABLE))]


def broken(width: int, line: Styled) -> Lines:
    """A sentence in one style, broken into lines; none where nothing is said."""
    return prose(width, line.plain, line.spans[0].style if line.spans else "") if line else []


def packed(width: int, items: Iterable[Styled]) -> Lines:
    """Short facts one after the other, on as few lines as they fit without being broken."""
    lines: Lines = []
    for item in items:
        if lines and lines[-1].cell_length + GAP + item.cell_length <= width:
            lines[-1] = lines[-1] + " " * GAP + item
        else:
            lines.append(crop(item, width))
    return lines


def detail(width: int, text: str) -> Styled:
    """One line of details below what they belong to, a little to the right of it."""
    return crop(Styled.of(f"  {text}", QUIET), width)


def indented(lines: Lines, cells: int = 2) -> Lines:
    """The same lines further to the right."""
    return [line.pad_left(cells) if line else line for line in lines]
