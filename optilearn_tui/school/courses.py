"""Rules about courses: which are completed, what is left, and what comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.newest import newest_first

if TYPE_CHECKING:
    from optilearn_tui.api.courses import Course, NextLesson


class LessonLock(StrEnum):
    """Whether a lesson can be opened."""

    OPEN = "OPEN"
    LOCKED = "LOCKED"
    UNKNOWN = "UNKNOWN"


def is_completed(course: Course) -> bool | Unknown:
    """Whether the server calls the course completed, by its status or by a completion moment.

    Full progress alone is not completion: a final test may be left.
    """
    if isinstance(course.completed_at, datetime):
        return True
    if isinstance(course.status, str):
        return course.status.strip().upper() == "COMPLETED"
    return False if course.completed_at is None else course.status


def completed_count(courses: Iterable[Course]) -> int | Unknown:
    """How many courses are completed; Unknown as soon as it is unknown of one."""
    count = 0
    for course in courses:
        completed = is_completed(course)
        if isinstance(completed, Unknown):
            return completed
        count += completed
    return count


def lessons_left(course: Course) -> int | Unknown:
    """How many lessons are still to do; Unknown unless both counts are known and possible."""
    total, done = course.total_lessons, course.completed_lessons
    if isinstance(total, Unknown):
        return total
    if isinstance(done, Unknown):
        return done
    return total - done if 0 <= done <= total else Unknown.UNREADABLE


def lock_of(lesson: NextLesson, now: datetime) -> LessonLock:
    """Whether the lesson can be opened: the server's word, else locked while its moment is still to come.

    Drip: PLATFORM.md §7. A moment that has passed opens nothing by itself; only the server does.
    """
    if isinstance(lesson.locked, bool):
        return LessonLock.LOCKED if lesson.locked else LessonLock.OPEN
    to_come = isinstance(lesson.available_at, datetime) and now < lesson.available_at
    return LessonLock.LOCKED if to_come else LessonLock.UNKNOWN


def in_order(courses: Iterable[Course]) -> tuple[Course, ...]:
    """Courses under way first, last opened on top; then the completed ones, last completed on top."""
    every = tuple(courses)
    under_way = (course for course in every if is_completed(course) is not True)
    completed = (course for course in every if is_completed(course) is True)
    return (
        *newest_first(under_way, lambda course: course.last_accessed_at),
        *newest_first(completed, lambda course: course.completed_at),
    )
