"""Who sits where: every section with its roll numbers, and the seats counted through from 0.

Some roll numbers belong to pupils of the school's tables; the other seats are made-up pupils, and their place
in the count is all that is known of them until somebody asks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.ids import class_id, pupil_id, seat_of, section_id

if TYPE_CHECKING:
    from optilearn_tui.sandbox.people import School


@dataclass(frozen=True, slots=True)
class Section:
    """One section.

    Attributes:
        rolls: roll numbers given out, from 1.
        taken: roll numbers of pupils of the school's tables, in order.
        first: the number of its first seat in the whole school's count.
        place: its place among the sections of its class, and how many there are.
    """

    id: str
    name: str
    class_id: str
    class_name: str
    rolls: int
    taken: tuple[int, ...]
    first: int
    place: tuple[int, int]

    @property
    def seats(self) -> int:
        """How many made-up pupils sit here."""
        return self.rolls - len(self.taken)

    def roll(self, nth: int) -> int:
        """The roll number of the seat that is the `nth` here, counted from 0."""
        roll = nth + 1
        for taken in self.taken:
            if roll >= taken:
                roll += 1
        return roll

    def seat(self, roll: int) -> int | None:
        """The number of a seat in the whole school's count; None where no made-up pupil sits there."""
        if roll in self.taken or not 1 <= roll <= self.rolls:
            return None
        return self.first + roll - 1 - sum(taken < roll for taken in self.taken)


class Seating:
    """All sections of a school."""

    def __init__(self, school: School) -> None:
        self._by_id = {section.id: section for section in _sections(school)}
        self.sections = tuple(self._by_id.values())
        self._firsts = [section.first for section in self.sections]
        self.seats = sum(section.seats for section in self.sections)
        self._by_class: dict[str, list[Section]] = {}
        for section in self.sections:
            self._by_class.setdefault(section.class_id, []).append(section)

    def section(self, section: str) -> Section | None:
        """The section of this id."""
        return self._by_id.get(section)

    def reached(self, classes: Iterable[str], sections: Collection[str]) -> list[Section]:
        """The sections that belong to one of these classes or are named themselves; none counts twice."""
        by_class = [section for each in classes for section in self._by_class.get(each, ())]
        named = [self._by_id[each] for each in sections if each in self._by_id]
        return list(dict.fromkeys([*by_class, *named]))

    def seat_of(self, contact_id: str) -> int | None:
        """The seat of a made-up pupil; None for anybody else."""
        found = seat_of(contact_id)
        section = self._by_id.get(found[0]) if found else None
        return section.seat(found[1]) if found and section else None

    def at(self, seat: int) -> tuple[Section, int]:
        """The section and the roll number of a seat."""
        # Of several sections that begin at one number all but the last are empty.
        section = self.sections[bisect_right(self._firsts, seat) - 1]
        return section, section.roll(seat - section.first)

    def contact_id(self, seat: int) -> str:
        """The contact id of the pupil at a seat."""
        section, roll = self.at(seat)
        return pupil_id(section.id, roll)


def _sections(school: School) -> Iterable[Section]:
    taken: dict[str, list[int]] = {}
    for pupil in school.pupils:
        if pupil.roll is not None and pupil.class_name and pupil.section:
            taken.setdefault(section_id(school.prefix, pupil.class_name, pupil.section), []).append(
                pupil.roll
            )
    first = 0
    for each in school.prospectus().classes:
        for number, (name, rolls) in enumerate(each.sections.items()):
            made = section_id(school.prefix, each.name, name)
            section = Section(
                id=made,
                name=name,
                class_id=class_id(school.prefix, each.name),
                class_name=each.name,
                rolls=rolls,
                taken=tuple(sorted(taken.get(made, ()))),
                first=first,
                place=(number, len(each.sections)),
            )
            first += section.seats
            yield section
