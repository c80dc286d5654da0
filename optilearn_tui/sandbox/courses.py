"""The courses a pupil is enrolled in, as the overview tells them (PLATFORM.md §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.wire import Row


@dataclass(frozen=True, slots=True)
class Lesson:
    """The lesson that comes next; `opens` is the number of days until it unlocks, None when it is open."""

    title: str
    opens: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One enrolment: so many lessons done of so many, last opened and finished so many days ago."""

    id: str
    title: str
    done: int
    total: int
    opened: int | None
    lesson: Lesson | None = None
    score: float | None = None
    passed: bool | None = None
    finished: int | None = None
    status: str = "ACTIVE"
    at: str = "18:40"


def courses(pupil: str, plan: tuple[Course, ...], almanac: Almanac) -> list[Row]:
    """The rows of `courses[]` of one pupil."""
    return [_row(pupil, course, almanac) for course in plan]


def _row(pupil: str, course: Course, almanac: Almanac) -> Row:
    return {
        "enrollmentId": f"e-{pupil}-{course.id}",
        "courseId": f"course-{course.id}",
        "courseTitle": course.title,
        "thumbnailUrl": None,
        "progress": round(100 * course.done / course.total) if course.total else 0,
        "status": course.status,
        "finalScore": course.score,
        "passed": course.passed,
        "lastAccessedAt": None if course.opened is None else almanac.ago(course.opened, course.at),
        "totalLessons": course.total,
        "completedLessons": course.done,
        "completedAt": None if course.finished is None else almanac.ago(course.finished, course.at),
        "nextLesson": None if course.lesson is None else _lesson(course.lesson, almanac),
    }


def _lesson(lesson: Lesson, almanac: Almanac) -> Row:
    opens = lesson.opens
    return {
        "title": lesson.title,
        "availableAt": None if opens is None else almanac.ahead(opens, "06:00"),
        "locked": opens is not None and opens > 0,
    }
