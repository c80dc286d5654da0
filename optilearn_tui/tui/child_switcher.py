"""Whose dashboard this is, and the other children a key or a click away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.i18n import tr
from optilearn_tui.tui.cropping import crop
from optilearn_tui.tui.names import class_of, name_of
from optilearn_tui.tui.paint import quiet
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual import events

    from optilearn_tui.api.children import Child

_GAP = 2
_SHORTEST_NAME = 7
"""Cells to which long names are cut before children are left out of the line."""
_READABLE_NAME = 14
_MARK = "▸"


class ChildSwitcher(Widget):
    """One line: `Viewing` and the children in the order they are given; a plain header for an only child.

    Names are cut where not all children fit; where that is not enough, those around the chosen one are shown
    and the others are counted at either end (PLATFORM.md §7, child switcher).
    """

    DEFAULT_CSS = """
    ChildSwitcher {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        pointer: pointer;
    }
    """

    ALLOW_SELECT = False

    family: reactive[tuple[Child, ...]] = reactive(())
    chosen: reactive[str | None] = reactive(None)
    """Contact id of the child whose dashboard it is."""

    class Picked(Message):
        """A child was chosen by mouse."""

        def __init__(self, contact_id: str) -> None:
            super().__init__()
            self.contact_id = contact_id

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []

    @override
    def render(self) -> Styled:
        self._places = []
        if not self.family:
            return Styled()
        if len(self.family) == 1:
            return crop(_header(self.family[0]), self.content_size.width)
        label = quiet(tr("Viewing")) + " " * _GAP
        return label + self._row(label.cell_length, self.content_size.width - label.cell_length)

    def _row(self, start: int, width: int) -> Styled:
        place = next((n for n, child in enumerate(self.family) if child.contact_id == self.chosen), 0)
        first, last, items = self._window(place, width)
        parts: list[Styled] = []
        if first:
            parts.append(quiet(f"‹{first}"))
            start += parts[0].cell_length + _GAP
        for child, item in zip(self.family[first:last], items, strict=True):
            self._places.append((start, start + item.cell_length, child.contact_id))
            start += item.cell_length + _GAP
            parts.append(item)
        if last < len(self.family):
            parts.append(quiet(f"{len(self.family) - last}›"))
        return Styled(" " * _GAP).join(parts)

    def _window(self, place: int, width: int) -> tuple[int, int, Sequence[Styled]]:
        """The children that are shown: from, to, and how."""
        longest_name = max(Styled(name_of(child)).cell_length for child in self.family)
        for longest in range(max(longest_name, _SHORTEST_NAME), _SHORTEST_NAME - 1, -1):
            items = self._items(longest)
            if _cells(items) <= width:
                return 0, len(items), items
        items = self._items(_READABLE_NAME)
        first, last = place, place + 1
        room = width - 2 * (3 + _GAP)
        while True:
            if last < len(items) and _cells(items[first : last + 1]) <= room:
                last += 1
            elif first > 0 and _cells(items[first - 1 : last]) <= room:
                first -= 1
            else:
                return first, last, [crop(item, room) for item in items[first:last]]

    def _items(self, longest: int) -> list[Styled]:
        return [self._item(number, child, longest) for number, child in enumerate(self.family)]

    def _item(self, number: int, child: Child, longest: int) -> Styled:
        name = crop(Styled(name_of(child)), longest)
        details = f" · {class_of(child)}" if class_of(child) else ""
        if child.contact_id == self.chosen:
            return Styled.assemble(_MARK, " ", name, details).stylize("bold $text-primary")
        key = Styled.of(f"{number + 1} ", "$text-primary") if number < 9 else Styled("  ")
        return Styled.assemble(key, name, quiet(details))

    def on_click(self, event: events.Click) -> None:
        """Choose the child that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, contact_id in self._places:
            if start <= offset.x < end:
                self.post_message(self.Picked(contact_id))

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.refresh()


def _cells(items: Iterable[Styled]) -> int:
    return sum(item.cell_length + _GAP for item in items) - _GAP


def _header(child: Child) -> Styled:
    details = f" · {class_of(child)}" if class_of(child) else ""
    return Styled.assemble((name_of(child), "bold"), quiet(details))
