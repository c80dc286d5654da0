"""Items against classes, or against sections: at a glance, who is offered what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, tr
from optilearn_tui.school.targeting import because, kind_of
from optilearn_tui.school.targeting_index import Coverage
from optilearn_tui.tui.paint import good, quiet, warning
from optilearn_tui.tui.staff.item_words import title_of
from optilearn_tui.tui.staff.sheet import SignColumn
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.table_pane import TablePane
from optilearn_tui.tui.staff.targeting.items import feeds_of
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.table_columns import GAP, Column
from optilearn_tui.tui.terminal_widths.measuring import cell_len

if TYPE_CHECKING:
    from optilearn_tui.school.targeting import Item
    from optilearn_tui.school.targeting_index import TargetingIndex
    from optilearn_tui.tui.staff.room import Room

_ITEM = 26
_WIDE_ITEM = 32
_WIDE = 120
_ORDER = (Coverage.ALL, Coverage.PART, Coverage.NONE)


class MatrixTable(StaffTable["Item"]):
    """Items stay in sight at the left while the arrows go through the classes."""

    BINDINGS = [
        Binding("left", "across(-1)", N_("Further left"), show=False),
        Binding("right", "across(1)", N_("Further right"), show=False),
        Binding("shift+left", "across(-8)", N_("Far left"), show=False),
        Binding("shift+right", "across(8)", N_("Far right"), show=False),
    ]

    across: Callable[[int], None]

    def action_across(self, steps: int) -> None:
        """Go so many columns further."""
        self.across(steps)


class MatrixPane(TablePane["Item"]):
    """One row an item, one column a class or section; as many columns as fit, from `first` on."""

    def __init__(self, room: Room, index: Callable[[], TargetingIndex | None]) -> None:
        self._room = room
        self._of = index
        self._by_section = False
        self._first = 0
        table = MatrixTable(
            self._columns(),
            key=lambda item: (kind_of(item), item.id),
            search=title_of,
            empty=lambda: tr("The school offers no course."),
            no_match=lambda: tr("Nothing is called that."),
        )
        table.across = self.go_across
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=self._title_of,
            prompt=lambda: tr("Course or announcement"),
            file_name=lambda: "targeting-matrix",
            usual=self._window,
        )

    def look(self) -> None:
        """Show the matrix as it is known now."""
        index = self._of()
        self.table.columns = self._columns()
        self._share()
        items = index.items if index is not None else ()
        self.show(items, feeds_of(self._room.register, index), read=_legend() if items else None)

    def turn_over(self) -> None:
        """Classes instead of sections, or sections instead of classes."""
        self._by_section = not self._by_section
        self._first = 0
        self.table.sorted_by = None
        self.look()

    def go_across(self, steps: int) -> None:
        """Show other columns, so many further to the right."""
        last = max(len(self._ids()) - self._room_for(self.size.width), 0)
        first = max(0, min(self._first + steps, last))
        if first != self._first:
            self._first = first
            self._share()
            self.say()

    def _title_of(self) -> str:
        title = tr("Items and sections") if self._by_section else tr("Items and classes")
        every, room = len(self._ids()), self._room_for(self.size.width)
        if every <= room:
            return title
        last = min(self._first + room, every)
        return f"{title} {self._first + 1}–{last} / {every}"

    def _ids(self) -> Sequence[str]:
        places = self._room.register.places
        return places.section_ids if self._by_section else [each.id for each in places.classes]

    def _window(self, width: int) -> Sequence[str]:
        ids = self._ids()
        return ("item", *ids[self._first : self._first + self._room_for(width)])

    def _room_for(self, width: int) -> int:
        names = [self._name_of(each) for each in self._ids()]
        cells = max((cell_len(name) for name in names), default=1) + GAP
        item = _WIDE_ITEM if width >= _WIDE else _ITEM
        return max((width - item - 2 * GAP - 2) // cells, 1)

    def _name_of(self, each: str) -> str:
        places = self._room.register.places
        return places.of_section(each) if self._by_section else places.of_class(each)

    def _columns(self) -> tuple[Column[Item], ...]:
        widest = max((cell_len(self._name_of(each)) for each in self._ids()), default=1)
        item = Column["Item"]("item", lambda: tr("Item"), title_of, least=_ITEM, most=60, share=1)
        return (item, *(self._column(each, widest) for each in self._ids()))

    def _column(self, each: str, cells: int) -> Column[Item]:
        return SignColumn(
            each,
            lambda: self._name_of(each),
            lambda item: _sign(self._coverage(item, each)),
            least=cells,
            sort=lambda item: _place(self._coverage(item, each)),
            out=lambda item: _word(self._coverage(item, each)),
        )

    def _coverage(self, item: Item, each: str) -> Coverage:
        index = self._of()
        if index is None:
            return Coverage.UNKNOWN
        if not self._by_section:
            return index.coverage(item, each)
        matches = because(item, index.structure.enrolment_in(each)).matches
        if isinstance(matches, Unknown):
            return Coverage.UNKNOWN
        return Coverage.ALL if matches else Coverage.NONE

    @override
    def retranslate(self) -> None:
        self.look()


def _sign(coverage: Coverage) -> Styled:
    match coverage:
        case Coverage.ALL:
            return good("●")
        case Coverage.PART:
            return warning("◐")
        case Coverage.NONE:
            return quiet("·")
    return quiet(NOT_KNOWN)


def _word(coverage: Coverage) -> str | None:
    return None if coverage is Coverage.UNKNOWN else coverage.value


def _legend() -> Styled:
    signs = (
        (Coverage.ALL, tr("all")),
        (Coverage.PART, tr("part")),
        (Coverage.NONE, tr("nobody")),
    )
    return Styled("  ").join(Styled.assemble(_sign(coverage), " ", words) for coverage, words in signs)


def _place(coverage: Coverage) -> int | Unknown:
    return _ORDER.index(coverage) if coverage in _ORDER else Unknown.LEFT_OUT
