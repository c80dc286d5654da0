"""What `optilearn targeting` reads: classes, courses, announcements, rosters; no more than it will tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from optilearn_tui.api.people import CurrentEnrolment
from optilearn_tui.cli.chosen_place import chosen_class, chosen_section, no_section
from optilearn_tui.cli.exits import Refusal
from optilearn_tui.cli.student import student_of
from optilearn_tui.export.gaps import Part
from optilearn_tui.i18n import tr
from optilearn_tui.school.places import Places
from optilearn_tui.school.structure import Structure
from optilearn_tui.school.targeting import Enrolment, is_targeted
from optilearn_tui.wording.places import class_title

if TYPE_CHECKING:
    from optilearn_tui.api.announcements import Announcement
    from optilearn_tui.api.catalogue import CatalogueCourse
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.models import Unknown
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.long_reading import LongReading
    from optilearn_tui.school.places import Place
    from optilearn_tui.school.targeting import Item


class Survey:
    """A school's items and seats, as far as one question wants them.

    Attributes:
        reading: what is read piece by piece, and what of it could not be.
        places: the names of classes and sections.
        class_, section, student: what was asked about, at most one of them.
    """

    def __init__(self, reading: LongReading) -> None:
        """Nothing is read yet."""
        self.reading = reading
        self.places = Places()
        self.class_: Place | None = None
        self.section: Place | None = None
        self.student: Student | None = None
        self._courses: list[CatalogueCourse] = []
        self._announced: dict[str, tuple[Announcement, ...]] = {}
        self._rosters: dict[str, tuple[RosterEntry, ...]] = {}

    async def read(self, client: Client, arguments: Arguments) -> None:
        """Read what the question needs.

        Raises:
            Refusal: a course, class, section or student that was asked about is none.
            ApiError: what all the rest depends on could not be read, or the school was lost on the way.
        """
        self.places = Places((await client.classes.all()).value)
        await self._choose(client, arguments)
        await self._read_courses(client, arguments.course)
        courses = [course.id for course in self._courses]
        read = self.reading.of_each
        await read(Part.ANNOUNCEMENTS, courses, client.announcements.of, self._announced.__setitem__)
        if arguments.student is None or arguments.as_json:  # in words, a student's items have no head counts
            self.reading.note_classes(self.places.classes)
            await read(Part.ROSTER, self._counted_sections(), client.rosters.of, self._rosters.__setitem__)
        if self.reading.lost is not None:
            raise self.reading.lost

    @property
    def items(self) -> tuple[Item, ...]:
        """Every course, and behind it what is announced beside it."""
        return tuple(self._items())

    @property
    def titles(self) -> dict[str, str]:
        """What each course is called, by its id."""
        return {course.id: course.title for course in self._courses if isinstance(course.title, str)}

    @property
    def structure(self) -> Structure:
        """Classes and rosters as the rules want them."""
        return Structure(self.places.classes, self._rosters)

    @property
    def enrolment(self) -> Enrolment | Unknown | None:
        """Where the student sits, by their own record; None: in no class."""
        told = self.student.current_enrolment if self.student is not None else None
        return Enrolment(told.class_id, told.section_id) if isinstance(told, CurrentEnrolment) else told

    @property
    def place(self) -> str:
        """What the class or section is called that was asked about; empty where none was."""
        if self.class_ is not None:
            return class_title(self.class_.name)
        return "" if self.section is None else self.section.name

    def name(self, part: Part, id_: str) -> str:
        """What a person calls something that was not read."""
        match part:
            case Part.SECTIONS:
                return class_title(self.places.of_class(id_))
            case Part.ROSTER:
                return self.places.of_section(id_)
        return self.titles.get(id_, id_)

    async def _choose(self, client: Client, arguments: Arguments) -> None:
        if arguments.class_ is not None:
            self.class_ = chosen_class(self.places, arguments.class_)
        if arguments.section is not None:
            self.section = chosen_section(self.places, arguments.section)
            if self.section is None:
                raise no_section(arguments.section)
        if arguments.student is not None:
            self.student = await student_of(client, arguments.student)

    async def _read_courses(self, client: Client, only: str | None) -> None:
        def take(courses: Sequence[CatalogueCourse]) -> bool:
            wanted = [course for course in courses if only is None or course.id == only.strip()]
            self._courses += wanted
            return only is not None and bool(wanted)

        await self.reading.of_pages(Part.COURSES, client.catalogue.courses(), take)
        if only is not None and not self._courses:
            raise Refusal(tr("No course has the id “{text}”. “optilearn targeting” lists them.", text=only))

    def _items(self) -> Iterator[Item]:
        for course in self._courses:
            yield course
            yield from self._announced.get(course.id, ())

    def _counted_sections(self) -> tuple[str, ...]:
        """The sections that anything to be told is for: all of them, unless everything is targeted."""
        if any(is_targeted(item) is not True for item in self.items):
            return self.places.section_ids
        named: set[str] = set()
        for item in self.items:
            if isinstance(item.target_section_ids, tuple):
                named.update(item.target_section_ids)
            if isinstance(item.target_class_ids, tuple):
                named.update(*(self.places.sections_of(class_id) for class_id in item.target_class_ids))
        return tuple(section for section in self.places.section_ids if section in named)
