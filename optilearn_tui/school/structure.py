"""Classes, their sections and who sits in them, as far as they could be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.crowd import NOBODY, UNREAD, Crowd, united
from optilearn_tui.school.targeting import Enrolment

if TYPE_CHECKING:
    from optilearn_tui.api.classes import SchoolClass
    from optilearn_tui.api.rosters import RosterEntry


class Structure:
    """A school's classes and rosters, ready to be counted.

    A class or section that is not in the catalogue is gone; while the catalogue, or a class's list of
    sections, is not known, it only may be. A section of which there is a roster exists whatever the catalogue
    says. A student who sits in two sections counts once.

    Attributes:
        classes: the catalogue, in its order.
        everyone: all students who sit in any section. A student without enrolment sits in none.
    """

    def __init__(
        self,
        classes: Iterable[SchoolClass] | Unknown,
        rosters: Mapping[str, Iterable[RosterEntry] | Unknown],
    ) -> None:
        """Read the catalogue and the rosters once.

        Args:
            classes: the catalogue of classes, or why it is not known.
            rosters: students by section id; a section that is missing here was not read.
        """
        self.classes = classes if isinstance(classes, Unknown) else tuple(classes)
        known = () if isinstance(self.classes, Unknown) else self.classes
        self._sections = {
            each.id: tuple(section.id for section in each.sections)
            if isinstance(each.sections, tuple)
            else each.sections
            for each in known
        }
        self._class_of = {
            section: class_id
            for class_id, sections in self._sections.items()
            if isinstance(sections, tuple)
            for section in sections
        }
        self._catalogued = not isinstance(self.classes, Unknown) and not any(
            isinstance(sections, Unknown) for sections in self._sections.values()
        )
        self._students: list[RosterEntry] = []
        self._bit_of: dict[str, int] = {}
        self._section_of: dict[str, str] = {}
        self._crowds = dict.fromkeys(self._class_of, UNREAD)
        for section, roster in rosters.items():
            self._crowds[section] = UNREAD if isinstance(roster, Unknown) else self._seated(section, roster)
        self._class_crowds = {class_id: self._united(class_id) for class_id in self._sections}
        self.everyone = united((NOBODY if self._catalogued else UNREAD, *self._crowds.values()))

    def sections_of(self, class_id: str) -> tuple[str, ...] | Unknown | None:
        """The ids of a class's sections in their order; None where there is no such class."""
        if class_id in self._sections or not isinstance(self.classes, Unknown):
            return self._sections.get(class_id)
        return self.classes

    def class_of(self, section_id: str) -> str | Unknown | None:
        """The id of a section's class; None where no class has such a section."""
        return self._class_of.get(section_id, None if self._catalogued else Unknown.LEFT_OUT)

    def in_class(self, class_id: str) -> Crowd | None:
        """Who sits in any section of a class; None where there is no such class."""
        gone = UNREAD if isinstance(self.classes, Unknown) else None
        return self._class_crowds.get(class_id, gone)

    def in_section(self, section_id: str) -> Crowd | None:
        """Who sits in a section; None where there is no such section."""
        return self._crowds.get(section_id, None if self._catalogued else UNREAD)

    def enrolment_in(self, section_id: str) -> Enrolment:
        """The enrolment that students of a section have."""
        return Enrolment(self.class_of(section_id), section_id)

    def enrolment_of(self, student_contact_id: str) -> Enrolment | Unknown | None:
        """Where a student sits, by the rosters; None only where every roster was read and names nobody so."""
        section = self._section_of.get(student_contact_id)
        if section is None:
            return None if self.everyone.whole else Unknown.LEFT_OUT
        return self.enrolment_in(section)

    def members(self, crowd: Crowd) -> tuple[RosterEntry, ...]:
        """The students known to be in a crowd of this school, in the order of the rosters."""
        flags = bin(crowd.bits)[:1:-1]
        return tuple(entry for entry, flag in zip(self._students, flags, strict=False) if flag == "1")

    def _seated(self, section: str, roster: Iterable[RosterEntry]) -> Crowd:
        bits: list[int] = []
        for entry in roster:
            student = entry.student_contact_id
            bit = self._bit_of.setdefault(student, len(self._students))
            if bit == len(self._students):
                self._students.append(entry)
                self._section_of[student] = section
            bits.append(bit)
        flags = bytearray(len(self._students) // 8 + 1)
        for bit in bits:
            flags[bit >> 3] |= 1 << (bit & 7)
        return Crowd(int.from_bytes(flags, "little"))

    def _united(self, class_id: str) -> Crowd:
        sections = self._sections[class_id]
        if isinstance(sections, Unknown):
            return UNREAD
        return united(self._crowds[section] for section in sections)
