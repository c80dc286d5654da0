"""A person as a card in the index of `school.finding`: what they can be found by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.folding import folded, natural_order
from optilearn_tui.school.needle import numbers_in
from optilearn_tui.school.persons import By, full_name

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.school.needle import Needle

Place: TypeAlias = tuple[bool, bool, tuple[str | int, ...], str]
"""Where a card stands among all: students first, those with a name first, by name, by contact id."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one person can be found by.

    Attributes:
        contact_id: the person.
        is_guardian: a parent; else a student.
        name: as it is shown.
        fields: each searchable text, once, and what it is.
        numbers: the phone numbers, as they are compared.
        place: where the card stands among all.
        text: all fields, each between line feeds, which no field contains.
        digits: all phone numbers in the same way.
    """

    contact_id: str
    is_guardian: bool
    name: str | Unknown
    fields: tuple[tuple[str, By], ...]
    numbers: tuple[str, ...] = ()
    place: Place = field(init=False)
    text: str = field(init=False)
    digits: str = field(init=False)

    def __post_init__(self) -> None:
        shown = self.name if isinstance(self.name, str) else ""
        place = (self.is_guardian, not shown, natural_order(shown), self.contact_id)
        object.__setattr__(self, "place", place)
        object.__setattr__(self, "text", _between_feeds(text for text, _ in self.fields))
        object.__setattr__(self, "digits", _between_feeds(self.numbers))

    @classmethod
    def of_pupil(cls, contact_id: str, seats: Iterable[RosterEntry], student: Student | None) -> Card:
        """The card of a student, by the rosters and by the student's record, where there is one."""
        entries = tuple(seats)
        recorded = full_name(student)
        names = [entry.name for entry in entries if isinstance(entry.name, str)]
        fields = [
            *((name, By.NAME) for name in (*names, recorded)),
            *((entry.roll_number, By.ROLL_NUMBER) for entry in entries),
            (student.student_code if student else LEFT_OUT, By.STUDENT_CODE),
        ]
        return cls(contact_id, False, names[0] if names else recorded, _told(fields))

    @classmethod
    def of_guardian(cls, contact_id: str, rows: Mapping[str, Parent]) -> Card:
        """The card of a parent, by what the school says beside each of the students."""
        said = [row for _, row in sorted(rows.items())]
        names = [row.name for row in said if isinstance(row.name, str)]
        fields = [
            *((name, By.NAME) for name in names),
            *((row.email, By.EMAIL) for row in said),
        ]
        numbers = (each for row in said if isinstance(row.mobile, str) for each in numbers_in(row.mobile))
        return cls(
            contact_id,
            True,
            names[0] if names else LEFT_OUT,
            _told(fields),
            tuple(dict.fromkeys(numbers)),
        )

    def reason(self, needle: Needle) -> By:
        """What this person was found by, given that they were: by all of it rather than by its first word."""
        for wanted in (needle.phrase, needle.words[0][0]):
            for text, by in self.fields:
                if wanted in text:
                    return by
        return By.PHONE


def _told(fields: Iterable[tuple[str | Unknown | None, By]]) -> tuple[tuple[str, By], ...]:
    told: dict[str, By] = {}
    for value, by in fields:
        if isinstance(value, str) and (text := folded(value)):
            told.setdefault(text, by)
    return tuple(told.items())


def _between_feeds(texts: Iterable[str]) -> str:
    return "".join(("\n", *(f"{text}\n" for text in texts)))
