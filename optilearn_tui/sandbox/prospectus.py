"""What a school has to offer: its classes and sections, its courses, and what is announced beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.announcements import Announcement
    from optilearn_tui.sandbox.catalogue import CatalogueCourse


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class with its sections: how many roll numbers are given out in each, by the section's name."""

    name: str
    sections: dict[str, int]


@dataclass(frozen=True, slots=True)
class Prospectus:
    """One school's offer.

    Attributes:
        classes: in the catalogue's order.
        courses: in the catalogue's order.
        announcements: of all courses, the latest last.
        code: what student codes begin with.
        hindi: how many families in a hundred write their names in Devanagari.
        rolls_as_text: roll numbers are told as text of two digits, not as numbers.
        without_parents: contact ids of pupils of whom no parent is known.
    """

    classes: tuple[SchoolClass, ...]
    courses: tuple[CatalogueCourse, ...]
    announcements: tuple[Announcement, ...]
    code: str
    hindi: int
    rolls_as_text: bool = False
    without_parents: frozenset[str] = field(default_factory=frozenset)
