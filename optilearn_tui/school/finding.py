"""Find anyone: students and parents of a whole school, by whatever somebody at the desk can tell.

`Directory` grows while rosters, students and parents are read, and can be searched at any moment. Every word
that was typed has to be found in one person: in the name, roll number, student code, e-mail address or phone
number, in any part of them (`school.needle` says what does not matter). A contact id is found whole.

Results come in the order of `card_index.Rank`; among equals students come before parents, and then it goes
by name. A parent's children come surest first (`school.families`), and then by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.card import Card, Place
from optilearn_tui.school.card_index import CardIndex
from optilearn_tui.school.families import Families, LinkedBy
from optilearn_tui.school.needle import Needle
from optilearn_tui.school.persons import By, Child, Found, Guardian, Pupil, Seat

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.rosters import RosterEntry

__all__ = ["By", "Child", "Directory", "Found", "Guardian", "LinkedBy", "Pupil", "Seat"]

_SUREST_FIRST = tuple(LinkedBy)


class Directory:
    """Everybody who was read so far. What is put in twice replaces what was put in before."""

    def __init__(self) -> None:
        self._records: dict[str, Student] = {}
        self._seats: dict[str, dict[str, RosterEntry]] = {}
        self._rosters: dict[str, tuple[str, ...]] = {}
        self._families = Families()
        self._pupils: dict[str, Card] = {}
        self._guardians: dict[str, Card] = {}
        self._index = CardIndex()
        self._added: dict[int, Card] = {}
        self._removed: list[Card] = []

    @property
    def students(self) -> int:
        """How many students are known so far."""
        return len(self._pupils)

    @property
    def parents(self) -> int:
        """How many parents are known so far."""
        return len(self._guardians)

    def add_roster(self, section_id: str, entries: Iterable[RosterEntry]) -> None:
        """Take over who sits in a section."""
        seated = {entry.student_contact_id: entry for entry in entries}
        before = self._rosters.get(section_id, ())
        self._rosters[section_id] = tuple(seated)
        for student in before:
            del self._seats[student][section_id]
        for student, entry in seated.items():
            self._seats.setdefault(student, {})[section_id] = entry
        for student in dict.fromkeys((*before, *seated)):
            self._write_pupil(student)

    def add_student(self, student: Student) -> None:
        """Take over a student's record: code, full name, and the section of the current enrolment."""
        self._records[student.contact_id] = student
        self._write_pupil(student.contact_id)

    def add_parents(self, student_contact_id: str, parents: Iterable[Parent]) -> None:
        """Take over a student's parents."""
        concerned = self._families.put(student_contact_id, parents)
        if student_contact_id not in self._pupils:
            self._write_pupil(student_contact_id)
        for parent in concerned:
            rows = self._families.rows_of(parent)
            self._write(self._guardians, parent, Card.of_guardian(parent, rows) if rows else None)

    def pupil(self, contact_id: str) -> Pupil | None:
        """A student by contact id; None where there is none so far."""
        card = self._pupils.get(contact_id)
        if card is None:
            return None
        record = self._records.get(contact_id)
        seats = sorted(self._seats.get(contact_id, {}).items())
        return Pupil(
            contact_id,
            card.name,
            record.student_code if record else LEFT_OUT,
            tuple(Seat(section, entry.roll_number) for section, entry in seats) or _enrolled(record),
            self._families.parents_of(contact_id),
        )

    def guardian(self, contact_id: str) -> Guardian | None:
        """A parent by contact id, with the children; None where there is none so far."""
        rows = self._families.rows_of(contact_id)
        if not rows:
            return None
        children = [
            Child(pupil, link.linked_by, link.relation, link.is_primary)
            for link in self._families.links_of(contact_id)
            if (pupil := self.pupil(link.student_contact_id)) is not None
        ]
        children.sort(key=self._place_of)
        return Guardian.of(contact_id, rows, tuple(children))

    def search(self, text: str, *, most: int | None = None) -> tuple[Found, ...]:
        """Whoever fits what was typed, the best fits first; nobody for nothing.

        Args:
            text: what was typed.
            most: give no more than so many.
        """
        needle = Needle.of(text)
        if not needle.words:
            return ()
        named = text.strip()
        by_id = [pile[named] for pile in (self._pupils, self._guardians) if named in pile]
        ranked = self._up_to_date().search(needle)
        others = (card for card in chain.from_iterable(ranked.values()) if card not in by_id)
        best = chain(
            ((card, By.CONTACT_ID) for card in by_id), ((card, card.reason(needle)) for card in others)
        )
        found = (self._found(card, by) for card, by in islice(best, most))
        return tuple(each for each in found if each is not None)

    def _found(self, card: Card, by: By) -> Found | None:
        person = self.guardian(card.contact_id) if card.is_guardian else self.pupil(card.contact_id)
        return Found(person, by) if person is not None else None

    def _place_of(self, child: Child) -> tuple[int, Place]:
        return _SUREST_FIRST.index(child.linked_by), self._pupils[child.pupil.contact_id].place

    def _write_pupil(self, student: str) -> None:
        seats = self._seats.get(student)
        record = self._records.get(student)
        is_known = seats or record or self._families.parents_of(student) is not None
        self._write(
            self._pupils,
            student,
            Card.of_pupil(student, (seats or {}).values(), record) if is_known else None,
        )

    def _write(self, pile: dict[str, Card], contact_id: str, card: Card | None) -> None:
        before = pile.get(contact_id)
        if card == before:
            return
        if before is not None and self._added.pop(id(before), None) is None:
            self._removed.append(before)
        if card is None:
            del pile[contact_id]
        else:
            pile[contact_id] = self._added[id(card)] = card

    def _up_to_date(self) -> CardIndex:
        if self._added or self._removed:
            self._index.update(tuple(self._added.values()), self._removed)
            self._added, self._removed = {}, []
        return self._index


def _enrolled(record: Student | None) -> tuple[Seat, ...]:
    enrolment = record.current_enrolment if record else None
    section = enrolment.section_id if enrolment and not isinstance(enrolment, Unknown) else None
    return (Seat(section),) if isinstance(section, str) else ()
