"""The people one can find at a school, put together from all that was read about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.api.models import LEFT_OUT, Unknown

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student
    from optilearn_tui.school.families import LinkedBy


class By(StrEnum):
    """What somebody was found by."""

    NAME = "name"
    ROLL_NUMBER = "rollNumber"
    STUDENT_CODE = "studentCode"
    EMAIL = "email"
    PHONE = "phone"
    CONTACT_ID = "contactId"


@dataclass(frozen=True, slots=True)
class Seat:
    """A student's place in a section; the roll number is unknown where no roster tells it."""

    section_id: str
    roll_number: str | Unknown | None = LEFT_OUT


@dataclass(frozen=True, slots=True)
class Pupil:
    """One student.

    Attributes:
        contact_id: names the student everywhere.
        name: as the roster has it, else as the student's record has it.
        student_code: Unknown as long as the student's record was not read.
        seats: the sections the student sits in by the rosters, else by the record's current enrolment; by
            section id.
        parents: the parents in the server's order; None as long as they were not read.
    """

    contact_id: str
    name: str | Unknown = LEFT_OUT
    student_code: str | Unknown | None = LEFT_OUT
    seats: tuple[Seat, ...] = ()
    parents: tuple[Parent, ...] | None = None

    @property
    def seat(self) -> Seat | None:
        """The place the student has; the first of several, None without one so far."""
        return self.seats[0] if self.seats else None


@dataclass(frozen=True, slots=True)
class Child:
    """A student as somebody's child: surely (`LinkedBy.CONTACT`) or probably."""

    pupil: Pupil
    linked_by: LinkedBy
    relation: str | Unknown | None = LEFT_OUT
    is_primary: bool | Unknown = LEFT_OUT


@dataclass(frozen=True, slots=True)
class Guardian:
    """One parent contact and the children it leads to, the surest first and then by name."""

    contact_id: str
    name: str | Unknown = LEFT_OUT
    email: str | Unknown | None = LEFT_OUT
    mobile: str | Unknown | None = LEFT_OUT
    children: tuple[Child, ...] = ()

    @classmethod
    def of(cls, contact_id: str, rows: Mapping[str, Parent], children: tuple[Child, ...]) -> Guardian:
        """A parent by what the school says beside each student; where it differs, beside the first by id."""
        said = [row for _, row in sorted(rows.items())]
        name = _first(said, lambda row: row.name)
        return cls(
            contact_id,
            name if name is not None else LEFT_OUT,
            _first(said, lambda row: row.email),
            _first(said, lambda row: row.mobile),
            children,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who fits what was typed, and what they were found by."""

    person: Pupil | Guardian
    by: By

    @property
    def pupils(self) -> tuple[Pupil, ...]:
        """The student, or the parent's children."""
        if isinstance(self.person, Pupil):
            return (self.person,)
        return tuple(child.pupil for child in self.person.children)


def full_name(student: Student | None) -> str | Unknown:
    """First and last name as the record has them; Unknown where it has neither."""
    parts = (student.first_name, student.last_name) if student else ()
    return " ".join(part for part in parts if isinstance(part, str) and part.strip()) or LEFT_OUT


def _first(rows: Iterable[Parent], read: Callable[[Parent], str | Unknown | None]) -> str | Unknown | None:
    """The first value there is; else None where one is really empty; else why it is not known."""
    values = [read(row) for row in rows]
    told = [value for value in values if isinstance(value, str)]
    if told:
        return told[0]
    return None if None in values else values[0]
