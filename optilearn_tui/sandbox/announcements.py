"""What is announced beside a course: `GET /api/courses/{id}/announcements` on `learn` (PLATFORM.md §6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.catalogue import EVERYONE, Targets, course_in_path
from optilearn_tui.sandbox.envelope import success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement of a course (its id without `course-`), so many days ago.

    A negative `ago` announces it in the future; None: it is not published. `left_out` as for a course.
    """

    course: str
    title: str
    body: str
    ago: int | None
    targets: Targets = EVERYONE
    left_out: tuple[str, ...] = ()


def announcement_rows(
    course: str, announced: Iterable[Announcement], prefix: str, almanac: Almanac
) -> list[Row]:
    """The rows of one course's announcements, the latest first; what is not published comes before all."""
    latest_first = sorted(
        enumerate(announced, 1), key=lambda item: (item[1].ago is not None, item[1].ago or 0)
    )
    return [_row(f"ann-{course}-{number}", each, prefix, almanac) for number, each in latest_first]


def _row(row_id: str, announcement: Announcement, prefix: str, almanac: Almanac) -> Row:
    ago = announcement.ago
    row: Row = {
        "id": row_id,
        "title": announcement.title,
        "body": announcement.body,
        "publishedAt": None if ago is None else almanac.ago(ago, "09:30"),
        **announcement.targets.row(prefix),
    }
    return {key: value for key, value in row.items() if key not in announcement.left_out}


def announcements(question: Question) -> Response:
    """Answer all announcements of one course."""
    return success(question.register.announcements.get(course_in_path(question), []))
