"""Whose dashboard it is, and the other children, on one line; and where in it each name stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from optilearn_tui.i18n import tr
from optilearn_tui.tui.cropping import crop
from optilearn_tui.tui.names import class_of, name_of
from optilearn_tui.tui.paint import quiet
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child

_GAP = 2
_SHORTEST_NAME = 7
"""Cells to which long names are cut before children are left out of the line."""
_READABLE_NAME = 14
_MARK = "▸"


class Place(NamedTuple):
    """Where a child stands in the line: the cells from `start` up to `end`."""

    start: int
    end: int
    contact_id: str


class SwitcherRow(NamedTuple):
    """The line, and where in it the children stand that can be chosen."""

    line: Styled
    places: tuple[Place, ...]


def switcher_row(family: Sequence[Child], chosen: str | None, width: int) -> SwitcherRow:
    """`Viewing` and the children in the order they are given; a plain header for an only child.

    Names are cut where not all children fit; where that is not enough, those around the chosen one are shown
    and the others are counted at either end (PLATFORM.md §7, child switcher).

    Args:
        family: the children.
        chosen: contact id of the child whose dashboard it is.
        width: cells there are.
    """
    if not family:
        return SwitcherRow(Styled(), ())
    if len(family) == 1:
        return SwitcherRow(crop(_header(family[0]), width), ())
    label = quiet(tr("Viewing")) + " " * _GAP
    start = label.cell_length
    first, last, items = _window(family, chosen, width - start)
    parts: list[Styled] = []
    places: list[Place] = []
    if first:
        parts.append(quiet(f"‹{first}"))
        start += parts[0].cell_length + _GAP
    for child, item in zip(family[first:last], items, strict=True):
        places.append(Place(start, start + item.cell_length, child.contact_id))
        start += item.cell_length + _GAP
        parts.append(item)
    if last < len(family):
        parts.append(quiet(f"{len(family) - last}›"))
    return SwitcherRow(label + Styled(" " * _GAP).join(parts), tuple(places))


def _window(family: Sequence[Child], chosen: str | None, width: int) -> tuple[int, int, Sequence[Styled]]:
    """The children that are shown: from, to, and how."""
    longest_name = max(Styled(name_of(child)).cell_length for child in family)
    for longest in range(max(longest_name, _SHORTEST_NAME), _SHORTEST_NAME - 1, -1):
        items = _items(family, chosen, longest)
        if _cells(items) <= width:
            return 0, len(items), items
    items = _items(family, chosen, _READABLE_NAME)
    first = next((n for n, child in enumerate(family) if child.contact_id == chosen), 0)
    last = first + 1
    room = width - 2 * (3 + _GAP)
    while True:
        if last < len(items) and _cells(items[first : last + 1]) <= room:
            last += 1
        elif first > 0 and _cells(items[first - 1 : last]) <= room:
            first -= 1
        else:
            return first, last, [crop(item, room) for item in items[first:last]]


def _items(family: Sequence[Child], chosen: str | None, longest: int) -> list[Styled]:
    return [
        _item(number, child, longest, is_chosen=child.contact_id == chosen)
        for number, child in enumerate(family)
    ]


def _item(number: int, child: Child, longest: int, *, is_chosen: bool) -> Styled:
    name = crop(Styled(name_of(child)), longest)
    details = f" · {class_of(child)}" if class_of(child) else ""
    if is_chosen:
        return Styled.assemble(_MARK, " ", name, details).stylize("bold $text-primary")
    key = Styled.of(f"{number + 1} ", "$text-primary") if number < 9 else Styled("  ")
    return Styled.assemble(key, name, quiet(details))


def _cells(items: Iterable[Styled]) -> int:
    return sum(item.cell_length + _GAP for item in items) - _GAP


def _header(child: Child) -> Styled:
    details = f" · {class_of(child)}" if class_of(child) else ""
    return Styled.assemble((name_of(child), "bold"), quiet(details))
