"""Rules about work to hand in: what state it is in, and what comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown

if TYPE_CHECKING:
    from optilearn_tui.api.upcoming import Assignment

_NEVER = datetime.max.replace(tzinfo=UTC)


class WorkState(StrEnum):
    """Where one piece of work stands at one moment."""

    HANDED_IN = "HANDED_IN"
    OVERDUE = "OVERDUE"
    DUE = "DUE"
    NO_DATE = "NO_DATE"
    UNKNOWN = "UNKNOWN"
    """Whether it was handed in, or by when it has to be, is not known."""


def work_state(assignment: Assignment, now: datetime) -> WorkState:
    """Where a piece of work stands: overdue once its moment has passed and it is known not handed in."""
    if assignment.submitted is True:
        return WorkState.HANDED_IN
    if isinstance(assignment.submitted, Unknown) or isinstance(assignment.due_at, Unknown):
        return WorkState.UNKNOWN
    if assignment.due_at is None:
        return WorkState.NO_DATE
    return WorkState.OVERDUE if assignment.due_at < now else WorkState.DUE


def in_order(assignments: Iterable[Assignment], now: datetime) -> tuple[Assignment, ...]:
    """Overdue first (longest overdue on top), then by due moment, then without one, then handed in.

    Work that may or may not be handed in stands by its due moment. Ties keep the server's order.
    """
    return tuple(sorted(assignments, key=lambda each: _place(each, now)))


def next_due(assignments: Iterable[Assignment], now: datetime) -> Assignment | Unknown | None:
    """The most pressing piece of work with a due moment that is not handed in; None where there is none.

    Overdue work always is. Else Unknown where work of unknown state might come before work known as due.
    """
    every = in_order(assignments, now)
    first = next((each for each in every if _may_be_due(each)), None)
    if first is None or work_state(first, now) is WorkState.OVERDUE:
        return first
    undated = any(isinstance(each.due_at, Unknown) and _may_be_due(each) for each in every)
    return Unknown.LEFT_OUT if undated or work_state(first, now) is WorkState.UNKNOWN else first


def _may_be_due(assignment: Assignment) -> bool:
    return assignment.submitted is not True and assignment.due_at is not None


def _place(assignment: Assignment, now: datetime) -> tuple[int, datetime]:
    due = assignment.due_at if isinstance(assignment.due_at, datetime) else _NEVER
    state = work_state(assignment, now)
    if state is WorkState.OVERDUE:
        return 0, due
    if state is WorkState.HANDED_IN:
        return 3, due
    return (1 if due is not _NEVER else 2), due
