"""Work a child has to hand in, as the overview tells it: the next five of active enrolments."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Moment, Record, Text


class Assignment(Record, frozen=True):
    """One piece of work, when it is due, and whether it was handed in."""

    assignment_id: Maybe[Identifier] = LEFT_OUT
    title: Maybe[Text] = LEFT_OUT
    course_title: Maybe[Text] = LEFT_OUT
    due_at: Maybe[Moment | None] = LEFT_OUT
    submitted: Maybe[bool] = LEFT_OUT
