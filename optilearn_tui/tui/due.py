"""By when something has to be done, in the few words that tell a parent whether to act."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.dates import relative
from optilearn_tui.school.upcoming import WorkState, work_state
from optilearn_tui.tui.paint import bad, good, quiet, warning
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.upcoming import Assignment

_SOON = timedelta(days=2)


def due_words(work: Assignment, now: datetime) -> Styled:
    """Where a piece of work stands: handed in, so many days late, due in so many."""
    state, due = work_state(work, now), work.due_at
    match state:
        case WorkState.HANDED_IN:
            return good(tr("✓ handed in"))
        case WorkState.NO_DATE:
            return quiet(tr("not handed in"))
        case WorkState.UNKNOWN:
            return quiet(tr("? handed in"))
    if not isinstance(due, datetime):
        return Styled()
    if state is WorkState.OVERDUE:
        return bad(f"! {late(now - due)}")
    words = relative(due, now)
    return warning(words) if due - now < _SOON else Styled(words)


def late(by: timedelta) -> str:
    """How late something is: in whole days, in hours on the first."""
    if by.days:
        return ntr("{n} day late", "{n} days late", by.days)
    hours = int(by.total_seconds() // 3600)
    return ntr("{n} hour late", "{n} hours late", hours) if hours else tr("just late")
