"""A child's work to hand in, in plain text."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, gap, numbered, section
from optilearn_tui.i18n import dates, tr
from optilearn_tui.school.upcoming import WorkState, in_order, work_state

if TYPE_CHECKING:
    from optilearn_tui.api.upcoming import Assignment


def upcoming(told: tuple[Assignment, ...] | Unknown, now: datetime, zone: tzinfo) -> Lines:
    """Each piece of work, overdue first: by when, and whether it was handed in."""
    title = tr("Upcoming work")
    if isinstance(told, Unknown):
        return gap(title, told)
    if not told:
        return section(title, [tr("Nothing to hand in.")])
    lines = (_assignment(each, place, now, zone) for place, each in enumerate(in_order(told, now), 1))
    return section(title, [line for each in lines for line in each])


def _assignment(assignment: Assignment, place: int, now: datetime, zone: tzinfo) -> Lines:
    return [
        numbered(assignment.title, assignment.course_title, place),
        fact(tr("Due"), assignment.due_at, lambda due: due_in_words(due, now, zone)),
        fact(tr("Handed in"), assignment.submitted, lambda _: _handed_in(work_state(assignment, now))),
    ]


def due_in_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """A moment as a date and as a distance from now."""
    return tr("{moment}, {distance}", moment=dates.moment(moment, zone), distance=dates.relative(moment, now))


def _handed_in(state: WorkState) -> str:
    if state is WorkState.HANDED_IN:
        return tr("yes")
    return tr("no, overdue") if state is WorkState.OVERDUE else tr("not yet")
