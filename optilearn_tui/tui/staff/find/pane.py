"""Who fits what was typed: students, and parents with their children below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.school.finding import By, Child, Found, Guardian, Pupil
from optilearn_tui.tui.staff.people import relation_of
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.table_pane import TablePane
from optilearn_tui.tui.staff.unread import NOT_READ, written
from optilearn_tui.tui.table_columns import Column

if TYPE_CHECKING:
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.standing import Standing
    from optilearn_tui.tui.styled import Styled

_MOST_SHOWN = 300
"""People: nobody looks through more; one more letter narrows them."""
_NARROW = 100
_BELOW = "└ "


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a student or a parent who was found, or a child of the parent above."""

    person: Pupil | Guardian
    by: By | None = None
    child: Child | None = None
    above: str = ""

    @property
    def pupil(self) -> Pupil | None:
        """The student whom the line leads to: of a parent the first child."""
        if isinstance(self.person, Pupil):
            return self.person
        return self.person.children[0].pupil if self.person.children else None


class FindPane(TablePane[Line]):
    """The people found; what is typed is looked for in everything that was read so far."""

    def __init__(
        self, room: Room, reading: Callable[[], bool], feeds: Callable[[], Sequence[Standing]]
    ) -> None:
        """Nobody yet.

        Args:
            room: the staff room.
            reading: whether more people are being read.
            feeds: how the people stand who were read.
        """
        self._room = room
        self._reading = reading
        self._stand = feeds
        self._text = ""
        table = StaffTable[Line](
            self._columns(),
            key=lambda line: (line.above, line.person.contact_id, isinstance(line.person, Pupil)),
            search=lambda _: "",
            empty=self._nobody,
            no_match=self._nobody,
        )
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=lambda: tr("Find anyone"),
            prompt=lambda: tr("Name, roll number, student code, phone or e-mail"),
            file_name=lambda: "found",
            usual=lambda width: (
                ("name", "who", "section", "reach")
                if width < _NARROW
                else ("name", "who", "section", "roll", "code", "mobile", "email", "by")
            ),
        )

    @override
    def narrow(self, text: str) -> None:
        self._text = text
        self.look()

    def look(self) -> None:
        """Look again: somebody typed, or more people were read."""
        found = self._room.directory.search(self._text, most=_MOST_SHOWN)
        lines = tuple(line for each in found for line in _lines_of(each))
        people = len(found)
        count = f"≥{people}" if people >= _MOST_SHOWN else str(people)
        self.show(lines, self._stand(), count=count)

    def _nobody(self) -> str:
        directory = self._room.directory
        students = ntr("{n} student", "{n} students", directory.students)
        parents = ntr("{n} parent", "{n} parents", directory.parents)
        known = tr("{students} and {parents} can be found.", students=students, parents=parents)
        if not self._text.strip():
            return known
        if self._reading():
            return tr("Nobody so far. {known} More are being read.", known=known)
        return tr("Nobody fits. {known}", known=known)

    def _section(self, line: Line) -> str | Styled:
        pupil = line.person if isinstance(line.person, Pupil) else None
        if pupil is None:
            return ""
        places = self._room.register.places
        return written(
            ", ".join(places.of_section(seat.section_id) for seat in pupil.seats) or Unknown.LEFT_OUT
        )

    def _columns(self) -> Sequence[Column[Line]]:
        return (
            Column("name", lambda: tr("Name"), _name, least=22, most=40, share=3),
            Column("who", lambda: tr("Who"), _who, least=11, most=24, share=1),
            Column("section", lambda: tr("Section"), self._section, least=7, most=12),
            Column("reach", lambda: tr("Code or phone"), _reach, least=16, most=40, share=2),
            Column("roll", lambda: tr("Roll"), _roll, least=5, right=True),
            Column("code", lambda: tr("Student code"), _code, least=10),
            Column("mobile", lambda: tr("Phone"), _mobile, least=15),
            Column("email", lambda: tr("E-mail"), _email, least=20, most=36, share=3),
            Column("by", lambda: tr("Found by"), _by, least=10),
        )

    @override
    def retranslate(self) -> None:
        self.look()


def _lines_of(found: Found) -> Iterator[Line]:
    yield Line(found.person, found.by)
    if isinstance(found.person, Guardian):
        for child in found.person.children:
            yield Line(child.pupil, child=child, above=found.person.contact_id)


def _name(line: Line) -> str:
    name = line.person.name
    known = name if isinstance(name, str) and name.strip() else _kind(line)
    return f"{_BELOW}{known}" if line.above else known


def _kind(line: Line) -> str:
    return tr("Student") if isinstance(line.person, Pupil) else tr("Parent")


def _who(line: Line) -> str | Styled:
    if line.child is not None:
        return _sure(line.child)
    if isinstance(line.person, Guardian) and line.person.children:
        relation = relation_of(line.person.children[0].relation)
        return relation if isinstance(relation, str) else tr("Parent")
    return _kind(line)


def _sure(child: Child) -> str:
    match child.linked_by:
        case child.linked_by.CONTACT:
            return tr("Child")
        case child.linked_by.EMAIL:
            return tr("by e-mail")
    return tr("by phone")


def _roll(line: Line) -> str | Styled:
    if isinstance(line.person, Guardian) or line.person.seat is None:
        return ""
    return written(line.person.seat.roll_number)


def _code(line: Line) -> str | Styled:
    if isinstance(line.person, Guardian):
        return ""
    return NOT_READ if isinstance(line.person.student_code, Unknown) else written(line.person.student_code)


def _mobile(line: Line) -> str | Styled:
    return written(line.person.mobile) if isinstance(line.person, Guardian) else ""


def _email(line: Line) -> str | Styled:
    return written(line.person.email) if isinstance(line.person, Guardian) else ""


def _reach(line: Line) -> str | Styled:
    return _mobile(line) if isinstance(line.person, Guardian) else _code(line)


def _by(line: Line) -> str:
    match line.by:
        case By.NAME:
            return tr("name")
        case By.ROLL_NUMBER:
            return tr("roll number")
        case By.STUDENT_CODE:
            return tr("student code")
        case By.EMAIL:
            return tr("e-mail")
        case By.PHONE:
            return tr("phone")
        case By.CONTACT_ID:
            return tr("contact id")
    return ""
