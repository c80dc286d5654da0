"""One student's way round: every student of the school, to choose whose view is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.i18n import tr
from optilearn_tui.tui.staff.people import pupil_name, pupil_of
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.table_pane import TablePane
from optilearn_tui.tui.table_columns import Column

if TYPE_CHECKING:
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.tui.staff.room import Room

Seated = tuple[str, RosterEntry]
"""A section's id, and one who sits there."""


class StudentsPane(TablePane[Seated]):
    """Everybody on any roster that was read, those of the section in mind first."""

    def __init__(self, room: Room, section_id: str | None) -> None:
        self._room = room
        self._section_id = section_id
        table = StaffTable[Seated](
            (
                Column(
                    "name", lambda: tr("Name"), lambda each: pupil_name(each[1]), least=14, most=30, share=3
                ),
                Column("section", lambda: tr("Section"), self._section, least=6),
            ),
            key=lambda each: (each[0], each[1].student_contact_id),
            search=lambda each: f"{pupil_name(each[1])} {self._section(each)} {each[1].roll_number}",
            empty=lambda: tr("No roster is read yet."),
            no_match=lambda: tr("Nobody is called that."),
        )
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=lambda: tr("Student"),
            prompt=lambda: tr("Name or section"),
            file_name=lambda: "students",
        )

    @property
    def pupil(self) -> Pupil | None:
        """The student of the cursor."""
        here = self.table.highlighted
        return None if here is None else pupil_of(*here)

    def look(self) -> None:
        """Show everybody who is known now."""
        register = self._room.register
        own_first = sorted(register.entries, key=lambda each: each[0] != self._section_id)
        self.show(own_first, (register.classes,))

    def _section(self, each: Seated) -> str:
        return self._room.register.places.of_section(each[0])
