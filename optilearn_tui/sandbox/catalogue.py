"""The courses a school offers: `GET /api/courses` on `learn` (PLATFORM.md §6). For staff."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.envelope import Refusal
from optilearn_tui.sandbox.ids import class_id, section_id
from optilearn_tui.sandbox.paging import page

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row

STATUSES = ("DRAFT", "REVIEW", "PUBLISHED", "ARCHIVED")
"""What a course can be (PLATFORM.md §6)."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Whom something is for: classes by name (`8`), sections as `8-B`. Neither: everyone."""

    classes: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    def class_ids(self, prefix: str) -> list[str]:
        """The ids of the classes, at a school with this prefix."""
        return [class_id(prefix, name) for name in self.classes]

    def section_ids(self, prefix: str) -> list[str]:
        """The ids of the sections, at a school with this prefix."""
        halves = (name.partition("-") for name in self.sections)
        return [section_id(prefix, its_class, name) for its_class, _, name in halves]

    def row(self, prefix: str) -> Row:
        """Both target lists, as courses and announcements tell them."""
        return {"targetClassIds": self.class_ids(prefix), "targetSectionIds": self.section_ids(prefix)}


EVERYONE = Targets()


@dataclass(frozen=True, slots=True)
class CatalogueCourse:
    """One course on offer. `id` without `course-`; `left_out` names keys that the server does not tell."""

    id: str
    title: str
    teacher: str | None
    targets: Targets = EVERYONE
    status: str = "PUBLISHED"
    left_out: tuple[str, ...] = ()

    @property
    def course_id(self) -> str:
        """The id on the wire."""
        return f"course-{self.id}"


def course_row(course: CatalogueCourse, prefix: str, enrolled: int) -> Row:
    """The row of one course in which so many are enrolled."""
    row: Row = {
        "id": course.course_id,
        "title": course.title,
        "status": course.status,
        "instructorId": course.teacher,
        **course.targets.row(prefix),
        "enrolledCount": enrolled,
    }
    return {key: value for key, value in row.items() if key not in course.left_out}


def catalogue(question: Question) -> Response:
    """Answer a page of the courses of a `status`, or of any, with `search` in their title or id.

    Raises:
        Refusal: VALIDATION_ERROR, there is no such status or page.
    """
    status = (question.parameter("status") or "").upper()
    if status and status not in STATUSES:
        raise Refusal("VALIDATION_ERROR", f"status is one of {', '.join(STATUSES)}")
    text = (question.parameter("search") or "").strip().casefold()
    rows = question.register.courses.values()
    return page(question, [row for row in rows if status in {"", row.get("status")} and _has(row, text)])


def _has(row: Row, text: str) -> bool:
    return any(text in str(row.get(key, "")).casefold() for key in ("title", "id"))


def course_in_path(question: Question) -> str:
    """The id in the path, of a course of this school.

    Raises:
        Refusal: NOT_FOUND, this school has no such course.
    """
    course_id = question.named("course_id")
    if course_id not in question.register.courses:
        raise Refusal("NOT_FOUND", "No such course")
    return course_id
