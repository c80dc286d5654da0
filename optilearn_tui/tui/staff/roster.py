"""The roster of one section: asked for anew each time it is looked at, never an old one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.message import Message
from typing_extensions import override

from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.api.sweep import Swept
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.digits import in_digits
from optilearn_tui.tui.paint import quiet
from optilearn_tui.tui.staff.details import Details
from optilearn_tui.tui.staff.people import pupil_name, pupil_of
from optilearn_tui.tui.staff.roster_columns import OF_PARENTS, OF_RECORDS, USUAL, roster_columns
from optilearn_tui.tui.staff.section_pane import MOST_DETAILS, SectionPane
from optilearn_tui.tui.staff.staff_table import StaffTable

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.tui.feed import Feed
    from optilearn_tui.tui.staff.errand import Errand
    from optilearn_tui.tui.staff.register import Roster
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.styled import Styled


class RosterPane(SectionPane[RosterEntry]):
    """Who sits in a section now, and what can be read of each."""

    class Read(Message):
        """A roster came, or could not be had."""

    def __init__(self, room: Room, details_errand: Errand) -> None:
        """A roster of no section yet.

        Args:
            room: the staff room.
            details_errand: reads what the roster does not say.
        """
        self._details = Details()
        self._anew = False
        table = StaffTable[RosterEntry](
            roster_columns(self._details),
            key=lambda entry: entry.student_contact_id,
            search=self._text_of,
            empty=self._empty,
            no_match=lambda: tr("Nobody here is called that."),
        )
        super().__init__(
            room,
            details_errand,
            table,
            prompt=lambda: tr("Name, roll number or student code"),
            file_name=lambda: f"{self._place()}-students",
            usual=lambda _: USUAL,
            name="roster",
        )

    @override
    def again(self) -> None:
        """Ask anew who sits here, and for what else is shown of them; what is known stays until then."""
        self._anew = True
        super().again()

    def seated(self, entry: RosterEntry) -> Pupil:
        """A row as the student it is about."""
        return pupil_of(self.section_id or "", entry)

    @override
    def forget(self) -> None:
        self._details.clear()

    @override
    def take(self, feed: Feed[Roster]) -> None:
        self.show(feed.reading.value if feed.reading else (), (feed,), read=self._read_at(feed))
        self.post_message(self.Read())

    @override
    def go_into(self, reading: Reading[Roster]) -> None:
        if self.section_id is not None:
            self._room.register.take_rosters([Swept(self.section_id, reading)])
        anew, self._anew = self._anew, False
        self.want_details(anew=anew)

    def _read_at(self, feed: Feed[Roster]) -> Styled | None:
        if feed.reading is None or feed.loading or feed.error is not None:
            return None
        return quiet(tr("live, read at {time}", time=self._time(feed.reading.at)))

    def _time(self, moment: datetime) -> str:
        return in_digits(moment.astimezone(self._room.zone).strftime("%H:%M:%S"))

    # What the roster does not say.

    def want_details(self, *, however_many: bool = False, anew: bool = False) -> None:
        """Read what the shown columns need; of very many students only when somebody asks for it.

        Args:
            however_many: somebody asks for it.
            anew: also what was read already.
        """
        if len(self.table.rows) > MOST_DETAILS and not however_many:
            return
        records, parents = self._unread(anew=anew)
        if records:
            self._errand.sweep(
                lambda: tr("Reading student records"),
                records,
                self._room.client.people.student,
                self._take_students,
                lambda _: self._read_parents(parents),
            )
        else:
            self._read_parents(parents)

    def _read_parents(self, contact_ids: Sequence[str]) -> None:
        if contact_ids:
            self._errand.sweep(
                lambda: tr("Reading parents"), contact_ids, self._room.client.parents.of, self._take_parents
            )

    @property
    def lacks_details(self) -> bool:
        """Whether the shown columns need more than was read."""
        return any(self._unread())

    def _unread(self, *, anew: bool = False) -> tuple[list[str], list[str]]:
        """Of whom the records, and of whom the parents, are needed and not read."""
        shown = {column.name for column in self.table.shown_columns}
        ids = [entry.student_contact_id for entry in self.table.rows]
        students, parents = self._details.students, self._details.parents
        return (
            [each for each in ids if anew or each not in students] if shown & OF_RECORDS else [],
            [each for each in ids if anew or each not in parents] if shown & OF_PARENTS else [],
        )

    def _take_students(self, swept: Sequence[Swept[str, Student]]) -> None:
        self._details.take_students(swept)
        self.table.show(self.table.rows)

    def _take_parents(self, swept: Sequence[Swept[str, tuple[Parent, ...]]]) -> None:
        self._details.take_parents(swept)
        self.table.show(self.table.rows)

    # Words.

    @override
    def _empty(self) -> str:
        if self.section_id is None:
            return tr("Choose a section: → opens a class.") if self._room.register.places.classes else ""
        return super()._empty()

    def _text_of(self, entry: RosterEntry) -> str:
        roll = entry.roll_number if isinstance(entry.roll_number, str) else ""
        return f"{pupil_name(entry)} {roll} {self._details.code(entry.student_contact_id)}"
