"""What the classes and sections of a school are called, and which one a person means."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.folding import folded

if TYPE_CHECKING:
    from optilearn_tui.api.classes import SchoolClass, Section


def class_name(school_class: SchoolClass) -> str:
    """A class as it is written before a section: `8`; its id where the school does not name it."""
    name = school_class.name
    return name.strip() if isinstance(name, str) and name.strip() else school_class.id


def section_name(school_class: SchoolClass, section: Section) -> str:
    """A section as it is said: `8-B`, also where the school calls it so itself."""
    of_class = class_name(school_class)
    if not isinstance(section.name, str) or not section.name.strip():
        return section.id
    name = section.name.strip()
    return name if name != of_class and name.startswith(of_class) else f"{of_class}-{name}"


@dataclass(frozen=True, slots=True)
class Place:
    """A class, or one of its sections, as a person may name it.

    Attributes:
        id: what the platform calls it.
        name: what it is called in full: `8`, `8-B`.
        own: what the school calls it by itself, the `B` of `8-B`; empty where it does not.
        year: the school year; empty where it is not known.
    """

    id: str
    name: str
    own: str = ""
    year: str = ""


class Places:
    """The names of one school's classes and sections, in the catalogue's order.

    Attributes:
        classes: the catalogue; empty while it is not known.
    """

    def __init__(self, classes: Iterable[SchoolClass] = ()) -> None:
        """Take the names out of the catalogue of classes."""
        self.classes = tuple(classes)
        self._classes = {each.id: Place(each.id, class_name(each), year=_year(each)) for each in self.classes}
        self._sections = {
            section.id: Place(
                section.id,
                section_name(each, section),
                section.name if isinstance(section.name, str) else "",
                _year(each),
            )
            for each in self.classes
            for section in _sections(each)
        }
        self._of_class = {each.id: tuple(section.id for section in _sections(each)) for each in self.classes}

    @property
    def section_ids(self) -> tuple[str, ...]:
        """Every section there is."""
        return tuple(self._sections)

    def of_class(self, class_id: str) -> str:
        """A class before a section; its id where there is no such class any more."""
        return self._classes[class_id].name if class_id in self._classes else class_id

    def of_section(self, section_id: str) -> str:
        """A section; its id where there is no such section any more."""
        return self._sections[section_id].name if section_id in self._sections else section_id

    def class_of(self, section_id: str) -> str | None:
        """The id of a section's class; None where no class is known to have it."""
        return next((each.id for each in self.classes if section_id in self.sections_of(each.id)), None)

    def sections_of(self, class_id: str) -> tuple[str, ...]:
        """The ids of a class's sections, as far as they are known."""
        return self._of_class.get(class_id, ())

    def named(self, class_ids: Iterable[str], section_ids: Iterable[str]) -> str:
        """Classes and sections one after the other, as they are targeted: `8, 9, 7-A`."""
        return ", ".join((*map(self.of_class, class_ids), *map(self.of_section, section_ids)))

    def classes_called(self, text: str) -> tuple[Place, ...]:
        """The classes that `text` may mean: none, one, or several where it is ambiguous."""
        return _called(text, self._classes.values())

    def sections_called(self, text: str) -> tuple[Place, ...]:
        """The sections that `text` may mean: none, one, or several where it is ambiguous."""
        return _called(text, self._sections.values())


def _called(text: str, places: Iterable[Place]) -> tuple[Place, ...]:
    """Those of the places that `text` names; the first of these tests that finds any decides.

    The id, exactly; the full name (`8-B`); the full name by its letters and digits alone (`8b`, `8 – B`); the
    school's own name of it (`B`). Case, white space and the script of digits do not matter, but in the id.
    """
    among = tuple(places)
    wanted = folded(text)
    letters = _letters(text)
    if not wanted:
        return ()
    tests: tuple[Callable[[Place], bool], ...] = (
        lambda place: place.id == text.strip(),
        lambda place: folded(place.name) == wanted,
        lambda place: letters != "" and _letters(place.name) == letters,
        lambda place: folded(place.own) == wanted,
    )
    return next((found for test in tests if (found := tuple(filter(test, among)))), ())


def _letters(text: str) -> str:
    # Vowel signs are marks, not letters, and tell one Hindi name from another.
    return "".join(each for each in folded(text) if unicodedata.category(each)[0] in "LMN")


def _sections(school_class: SchoolClass) -> Iterator[Section]:
    if not isinstance(school_class.sections, Unknown):
        yield from school_class.sections


def _year(school_class: SchoolClass) -> str:
    return school_class.year if isinstance(school_class.year, str) else ""
