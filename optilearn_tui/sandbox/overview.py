"""All about one child in one answer: `GET /api/parent/children/{contactId}/overview` (PLATFORM.md §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.certificates import certificates
from optilearn_tui.sandbox.children import linked_children
from optilearn_tui.sandbox.courses import courses
from optilearn_tui.sandbox.envelope import ASK_FIRST, Refusal, success
from optilearn_tui.sandbox.gamification import gamification
from optilearn_tui.sandbox.grades import recent_grades
from optilearn_tui.sandbox.live_classes import live_classes, still_to_come
from optilearn_tui.sandbox.upcoming import upcoming

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.people import Pupil
    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row

_CHILD_KEYS = (
    "contactId",
    "studentId",
    "name",
    "email",
    "studentCode",
    "class",
    "section",
    "photoUrl",
    "relation",
)


def overview_of(pupil: Pupil, almanac: Almanac, learn_origin: str) -> Row:
    """The overview of a pupil on one day, without `child`, which depends on the parent who asks."""
    year, name = pupil.year, pupil.contact_id
    parts: Row = {
        "courses": courses(name, year.courses, almanac),
        "recentGrades": recent_grades(name, year.grades, almanac),
        "upcoming": upcoming(name, year.assignments, almanac),
        "liveClasses": live_classes(name, year.timetable, almanac),
        "gamification": gamification(year.gamification, almanac),
        "certificates": certificates(year.certificates, almanac, learn_origin),
    }
    for path in year.left_out:
        _leave_out(parts, path)
    return parts


def _leave_out(part: object, path: str) -> None:
    if isinstance(part, list):
        for row in part:
            _leave_out(row, path)
    elif isinstance(part, dict):
        key, _, rest = path.partition(".")
        if rest:
            _leave_out(part.get(key), rest)
        else:
            part.pop(key, None)


def overview(question: Question) -> Response:
    """Answer the overview; the link to the child is resolved anew each time."""
    contact_id = question.named()
    child = linked_children(question).get(contact_id)
    if child is None:
        raise Refusal("FORBIDDEN", "This child is not linked to you")
    parts = dict(question.register.overviews[contact_id])
    live = parts.get("liveClasses")
    if isinstance(live, dict) and "upcoming" in live:
        parts["liveClasses"] = {**live, "upcoming": still_to_come(live["upcoming"], question.now)}
    return success({"child": {key: child[key] for key in _CHILD_KEYS if key in child}, **parts}, ASK_FIRST)
