"""The sections of the school before one item: which see it, and how many sit there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.folding import natural_order
from optilearn_tui.school.targeting import Sight, because, on_show
from optilearn_tui.tui.staff.item_words import seen_out, seen_sign
from optilearn_tui.tui.staff.sheet import SignColumn
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.table_pane import TablePane
from optilearn_tui.tui.staff.unread import NOT_READ, written
from optilearn_tui.tui.table_columns import Column

if TYPE_CHECKING:
    from optilearn_tui.school.targeting import Item
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.styled import Styled


_NARROW = 30


class SectionsPane(TablePane[str]):
    """Every section by its id, those that see the item first."""

    def __init__(self, room: Room, item: Item) -> None:
        self._room = room
        self._item = item
        table = StaffTable[str](
            (
                Column("section", lambda: tr("Section"), self._name_of, least=7, share=1, sort=self._order),
                SignColumn(
                    "seen",
                    lambda: tr("Sees it"),
                    lambda each: seen_sign(self._seen(each)),
                    least=4,
                    sort=lambda each: _place(self._seen(each)),
                    out=lambda each: seen_out(self._seen(each)),
                ),
                Column("students", lambda: tr("Students"), self._head_count, least=5, right=True),
            ),
            key=lambda each: each,
            search=lambda each: f"{self._name_of(each)} {self._name_of(each).replace('-', '')}",
            empty=lambda: tr("The school has no classes."),
            no_match=lambda: tr("No such section"),
        )
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=lambda: tr("Sections"),
            prompt=lambda: tr("Section, such as 8-B"),
            file_name=lambda: f"{item.id}-sections",
            usual=lambda width: ("section", "seen") if width < _NARROW else ("section", "seen", "students"),
            id="sections",
        )

    def look(self) -> None:
        """Show the sections as they are known now."""
        register = self._room.register
        rows = sorted(register.places.section_ids, key=lambda each: _place(self._seen(each)))
        self.show(rows, (register.classes,))

    def go_to(self, section_id: str | None) -> None:
        """Put the cursor on a section; on the first where it is not there."""
        rows = self.table.shown_rows
        self.table.touched = True
        self.table.cursor = rows.index(section_id) if section_id in rows else 0

    def _seen(self, section_id: str) -> bool | Unknown:
        enrolment = self._room.register.structure.enrolment_in(section_id)
        item = self._item
        return Sight(item, because(item, enrolment), on_show(item, self._room.clock())).visible

    def _head_count(self, section_id: str) -> str | Styled:
        count = self._room.register.count(section_id)
        if count is None:
            return NOT_READ
        return written(count if isinstance(count, Unknown) else number(count))

    def _name_of(self, section_id: str) -> str:
        return self._room.register.places.of_section(section_id)

    def _order(self, section_id: str) -> tuple[str | int, ...]:
        return natural_order(self._name_of(section_id))

    @override
    def retranslate(self) -> None:
        self.look()


def _place(visible: bool | Unknown) -> int:
    if isinstance(visible, Unknown):
        return 1
    return 0 if visible else 2
