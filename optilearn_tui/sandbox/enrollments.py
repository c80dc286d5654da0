"""Who is enrolled in a course: `GET /api/courses/{id}/enrollments` on `learn` (PLATFORM.md §6).

In a course that is published, or was, are those of the pupils it is for who enrolled themselves: of the
pupils in the school's tables those whose year has the course, of the others six in seven.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from typing_extensions import override

from optilearn_tui.sandbox.catalogue import course_in_path
from optilearn_tui.sandbox.chance import draw
from optilearn_tui.sandbox.courses import courses
from optilearn_tui.sandbox.ids import pupil_id
from optilearn_tui.sandbox.paging import page
from optilearn_tui.sandbox.wire import Row

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.catalogue import CatalogueCourse
    from optilearn_tui.sandbox.people import Pupil
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.seating import Seating, Section

_OPEN_TO_PUPILS = frozenset({"PUBLISHED", "ARCHIVED"})
_ONE_STAYS_AWAY_OF = 7
_PERCENT = 100
_NOT_BEGUN = 8
_FINISHED = 88
"""Of a hundred made-up pupils so many have not begun, and those above have finished."""
_LOWEST_SCORE = 35
_OPENED_WITHIN = 45
"""Days since a course was last opened, at most."""


class Enrolled(Sequence[Row]):
    """The rows of one course: some written down, the others made as they are read."""

    def __init__(
        self, course: CatalogueCourse, known: list[Row], sections: list[Section], almanac: Almanac
    ) -> None:
        self._course = course
        self._known = known
        self._sections = sections
        self._ends = list(accumulate((count_of(section) for section in sections), initial=len(known)))
        self._almanac = almanac

    @override
    def __len__(self) -> int:
        return self._ends[-1]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    @override
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        if number < len(self._known):
            return self._known[number]
        place = bisect_right(self._ends, number) - 1
        section, nth = self._sections[place], number - self._ends[place]
        pupil = pupil_id(section.id, section.roll(nth + nth // (_ONE_STAYS_AWAY_OF - 1)))
        return _row(pupil, self._course, self._almanac)


def count_of(section: Section) -> int:
    """How many made-up pupils of a section enrol in what is for them."""
    return section.seats - section.seats // _ONE_STAYS_AWAY_OF


def enrolled(
    course: CatalogueCourse, prefix: str, known: list[Row], seating: Seating, almanac: Almanac
) -> Enrolled:
    """Everybody in one course of a school with this prefix; `known` are the rows of `known_rows`."""
    if course.status not in _OPEN_TO_PUPILS:
        return Enrolled(course, [], [], almanac)
    classes, sections = course.targets.class_ids(prefix), course.targets.section_ids(prefix)
    reached = seating.reached(classes, sections) if classes or sections else list(seating.sections)
    return Enrolled(course, known, reached, almanac)


def known_rows(pupils: Iterable[Pupil], almanac: Almanac) -> dict[str, list[Row]]:
    """The rows of the pupils in a school's tables, by course id."""
    keys = ("progress", "status", "lastAccessedAt", "finalScore")
    found: dict[str, list[Row]] = {}
    for pupil in pupils:
        for row in courses(pupil.contact_id, pupil.year.courses, almanac):
            told: Row = {"studentContactId": pupil.contact_id, **{key: row[key] for key in keys}}
            found.setdefault(str(row["courseId"]), []).append(told)
    return found


def _row(pupil: str, course: CatalogueCourse, almanac: Almanac) -> Row:
    thrown = draw(_PERCENT, pupil, course.id, "progress")
    is_finished = thrown >= _FINISHED or course.status == "ARCHIVED"
    progress = _PERCENT if is_finished else max(thrown - _NOT_BEGUN, 0)
    opened = draw(_OPENED_WITHIN, pupil, course.id, "opened") + 1
    score = _LOWEST_SCORE + draw(_PERCENT + 1 - _LOWEST_SCORE, pupil, course.id, "score")
    return {
        "studentContactId": pupil,
        "progress": progress,
        "status": "COMPLETED" if is_finished else "ACTIVE",
        "lastAccessedAt": almanac.ago(opened, "18:10") if progress else None,
        "finalScore": score if is_finished else None,
    }


def enrollments(question: Question) -> Response:
    """Answer a page of those who are enrolled in one course."""
    return page(question, question.register.enrollments.get(course_in_path(question), []))
