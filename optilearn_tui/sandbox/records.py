"""What a school knows beyond the people in its tables, row by row, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.announcements import Announcement, announcement_rows
from optilearn_tui.sandbox.attendance import feed, habits_of
from optilearn_tui.sandbox.catalogue import CatalogueCourse, course_row
from optilearn_tui.sandbox.children import child_row
from optilearn_tui.sandbox.classes import class_rows
from optilearn_tui.sandbox.cohort import Cohort
from optilearn_tui.sandbox.directory import parent_contact_row, pupil_contact_row, student_row
from optilearn_tui.sandbox.enrollments import Enrolled, enrolled, known_rows
from optilearn_tui.sandbox.fees import fee_of, fee_record
from optilearn_tui.sandbox.parents import parent_rows
from optilearn_tui.sandbox.rosters import roster_rows
from optilearn_tui.sandbox.seating import Seating

if TYPE_CHECKING:
    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.people import Pupil, School
    from optilearn_tui.sandbox.wire import Row


class Records:
    """The made-up pupils of one school, their parents, and everything about classes and courses.

    Each method makes what a `Shelf` of the register holds under one id; None where there is nothing.
    """

    def __init__(self, school: School, almanac: Almanac) -> None:
        self._school = school
        self._almanac = almanac
        self._prospectus = school.prospectus()
        self._seating = Seating(school)
        self._cohort = Cohort(self._prospectus, self._seating)

    @cached_property
    def classes(self) -> dict[str, Row]:
        """Row 5 of PLATFORM.md §5 by class id."""
        return class_rows(self._school, self._almanac.today)

    @cached_property
    def courses(self) -> dict[str, CatalogueCourse]:
        """What is on offer, by course id."""
        return {course.course_id: course for course in self._prospectus.courses}

    @cached_property
    def _announced(self) -> dict[str, list[Announcement]]:
        found: dict[str, list[Announcement]] = {}
        for each in self._prospectus.announcements:
            found.setdefault(each.course, []).append(each)
        return found

    @cached_property
    def _known_enrollments(self) -> dict[str, list[Row]]:
        return known_rows(self._school.pupils, self._almanac)

    def pupil_ids(self) -> Iterator[str]:
        """The contact ids of the pupils."""
        return self._cohort.pupil_ids()

    def parent_ids(self) -> Iterator[str]:
        """The contact ids of the parents."""
        return self._cohort.parent_ids()

    def contact_ids(self) -> Iterator[str]:
        """The contact ids of both."""
        yield from self.pupil_ids()
        yield from self.parent_ids()

    def everybodys_ids(self) -> Iterator[str]:
        """The contact ids of all pupils, those in the school's tables first."""
        yield from (pupil.contact_id for pupil in self._school.pupils)
        yield from self.pupil_ids()

    def section_ids(self) -> Iterator[str]:
        """The ids of all sections."""
        return (section.id for section in self._seating.sections)

    def contact(self, contact_id: str) -> Row | None:
        """Row 1."""
        pupil = self._cohort.pupil(contact_id)
        if pupil is not None:
            return pupil_contact_row(pupil)
        parent = self._cohort.parent(contact_id)
        return None if parent is None else parent_contact_row(parent)

    def student(self, contact_id: str) -> Row | None:
        """Row 2."""
        pupil = self._cohort.pupil(contact_id)
        return None if pupil is None else student_row(pupil, self._school.prefix)

    def parents(self, contact_id: str) -> list[Row] | None:
        """Row 3, of any pupil of the school."""
        parents = self._cohort.parents_of(contact_id)
        if any(pupil.contact_id == contact_id for pupil in self._school.pupils):
            parents = self._school.parents
        return None if parents is None else parent_rows(contact_id, parents)

    def roster(self, section_id: str) -> list[Row] | None:
        """Row 6, with the pupils of the school's tables among the others."""
        section = self._seating.section(section_id)
        if section is None:
            return None
        place = (section.class_name, section.name)
        known = [pupil for pupil in self._school.pupils if (pupil.class_name, pupil.section) == place]
        everybody: list[Pupil] = [*known, *self._cohort.of_section(section)]
        return roster_rows(everybody, rolls_as_text=self._prospectus.rolls_as_text)

    def fee(self, contact_id: str) -> Row | None:
        """Row 7."""
        fee = fee_of(contact_id) if self._is_pupil(contact_id) else None
        return None if fee is None else fee_record(fee, self._almanac)

    def attendance(self, contact_id: str) -> list[Row] | None:
        """Row 8."""
        is_pupil = self._is_pupil(contact_id)
        return feed(contact_id, habits_of(contact_id), self._almanac) if is_pupil else None

    def children(self, contact_id: str) -> list[Row] | None:
        """Row 9."""
        parent = self._cohort.parent(contact_id)
        if parent is None:
            return None
        pairs = ((self._cohort.pupil(link.contact_id), link) for link in parent.links)
        return [child_row(pupil, link) for pupil, link in pairs if pupil is not None]

    def course(self, course_id: str) -> Row | None:
        """The row of the catalogue (PLATFORM.md §6)."""
        course = self.courses.get(course_id)
        if course is None:
            return None
        return course_row(course, self._school.prefix, len(self._enrolled(course)))

    def announcements(self, course_id: str) -> list[Row] | None:
        """What is announced beside a course."""
        course = self.courses.get(course_id)
        if course is None:
            return None
        announced = self._announced.get(course.id, [])
        return announcement_rows(course.id, announced, self._school.prefix, self._almanac)

    def enrollments(self, course_id: str) -> Enrolled | None:
        """Who is enrolled in a course."""
        course = self.courses.get(course_id)
        return None if course is None else self._enrolled(course)

    def _enrolled(self, course: CatalogueCourse) -> Enrolled:
        known = self._known_enrollments.get(course.course_id, [])
        return enrolled(course, self._school.prefix, known, self._seating, self._almanac)

    def _is_pupil(self, contact_id: str) -> bool:
        return self._seating.seat_of(contact_id) is not None
