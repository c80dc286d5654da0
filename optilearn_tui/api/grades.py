"""A child's marks, as the overview tells them: the last ten that were graded."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Moment, Prose, Record, Text


class Grade(Record, frozen=True):
    """One graded piece of work. `percentage` is 0 to 100."""

    submission_id: Maybe[Identifier] = LEFT_OUT
    title: Maybe[Text] = LEFT_OUT
    course_title: Maybe[Text] = LEFT_OUT
    score: Maybe[float | None] = LEFT_OUT
    max_score: Maybe[float | None] = LEFT_OUT
    percentage: Maybe[float | None] = LEFT_OUT
    passed: Maybe[bool | None] = LEFT_OUT
    graded_at: Maybe[Moment | None] = LEFT_OUT
    feedback: Maybe[Prose | None] = LEFT_OUT
