"""From the tables of a school to its register of one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.sandbox.attendance import feed
from optilearn_tui.sandbox.children import child_row
from optilearn_tui.sandbox.directory import parent_contact_row, pupil_contact_row, student_row, user_row
from optilearn_tui.sandbox.fees import fee_record
from optilearn_tui.sandbox.overview import overview_of
from optilearn_tui.sandbox.register import Register
from optilearn_tui.sandbox.shelf import MOST, Shelf

if TYPE_CHECKING:
    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.people import Pupil, School
    from optilearn_tui.sandbox.records import Records
    from optilearn_tui.sandbox.wire import Row

T = TypeVar("T")


def register_of(school: School, almanac: Almanac, learn_origin: str) -> Register:
    """Everything the services know about a school on the almanac's day.

    The people in the school's tables are written down at once; the others, and whatever only staff ask for,
    wait on their shelves. `learn_origin` (`http://learn.localhost:8400`) is where links to certificates lead.
    """
    pupils = {pupil.contact_id: pupil for pupil in school.pupils}
    students = {name: student_row(pupil, school.prefix) for name, pupil in pupils.items()}
    children, fees, attendance = (
        _children(school, pupils),
        _fees(pupils, almanac),
        _attendance(pupils, almanac),
    )
    archive = _Archive(school, almanac)
    return Register(
        institution={"id": school.id, "name": school.name, "slug": school.slug, "logoUrl": None},
        contacts=archive.shelf(
            lambda one, key: one.contact(key), lambda one: one.contact_ids(), _contacts(school)
        ),
        students=archive.shelf(lambda one, key: one.student(key), lambda one: one.pupil_ids(), students),
        users={one.id: user_row(one) for one in school.staff},
        children=archive.shelf(lambda one, key: one.children(key), lambda one: one.parent_ids(), children),
        overviews={name: overview_of(pupil, almanac, learn_origin) for name, pupil in pupils.items()},
        fees=archive.shelf(lambda one, key: one.fee(key), lambda one: one.pupil_ids(), fees),
        attendance=archive.shelf(
            lambda one, key: one.attendance(key), lambda one: one.pupil_ids(), attendance
        ),
        classes=archive.shelf(lambda one, key: one.classes.get(key), lambda one: one.classes),
        rosters=archive.shelf(lambda one, key: one.roster(key), lambda one: one.section_ids()),
        parents=archive.shelf(lambda one, key: one.parents(key), lambda one: one.everybodys_ids()),
        courses=archive.shelf(lambda one, key: one.course(key), lambda one: one.courses, most=None),
        announcements=archive.shelf(lambda one, key: one.announcements(key), lambda one: one.courses),
        enrollments=archive.shelf(lambda one, key: one.enrollments(key), lambda one: one.courses),
    )


class _Archive:
    """A school's records, fetched when the first of their shelves is asked for something it does not have."""

    def __init__(self, school: School, almanac: Almanac) -> None:
        self._school = school
        self._almanac = almanac

    @cached_property
    def _records(self) -> Records:
        from optilearn_tui.sandbox.records import Records

        return Records(self._school, self._almanac)

    def shelf(
        self,
        make: Callable[[Records, str], T | None],
        keys: Callable[[Records], Iterable[str]],
        put: Mapping[str, T | None] | None = None,
        *,
        most: int | None = MOST,
    ) -> Shelf[T]:
        return Shelf(put or {}, lambda key: make(self._records, key), lambda: keys(self._records), most=most)


def _contacts(school: School) -> dict[str, Row]:
    pupils = {pupil.contact_id: pupil_contact_row(pupil) for pupil in school.pupils}
    return pupils | {parent.contact_id: parent_contact_row(parent) for parent in school.parents}


def _children(school: School, pupils: Mapping[str, Pupil]) -> dict[str, list[Row]]:
    return {
        parent.contact_id: [child_row(pupils[link.contact_id], link) for link in parent.links]
        for parent in school.parents
    }


def _fees(pupils: Mapping[str, Pupil], almanac: Almanac) -> dict[str, Row | None]:
    fees = {name: pupil.year.fee for name, pupil in pupils.items()}
    return {name: fee_record(fee, almanac) if fee else None for name, fee in fees.items()}


def _attendance(pupils: Mapping[str, Pupil], almanac: Almanac) -> dict[str, list[Row]]:
    habits = {name: pupil.year.habits for name, pupil in pupils.items()}
    return {name: feed(name, each, almanac) if each else [] for name, each in habits.items()}
