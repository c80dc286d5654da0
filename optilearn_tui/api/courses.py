"""A child's courses, as the overview tells them."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Count, Identifier, Maybe, Moment, Record, Text


class NextLesson(Record, frozen=True):
    """The lesson a child would open next, and whether it is still locked (drip, PLATFORM.md §7)."""

    title: Maybe[Text] = LEFT_OUT
    available_at: Maybe[Moment | None] = LEFT_OUT
    locked: Maybe[bool] = LEFT_OUT


class Course(Record, frozen=True):
    """One enrolment of a child: how far, how well, and what comes next.

    `progress` is in percent, 0 to 100; `final_score` too.
    """

    enrollment_id: Maybe[Identifier] = LEFT_OUT
    course_id: Maybe[Identifier] = LEFT_OUT
    course_title: Maybe[Text] = LEFT_OUT
    thumbnail_url: Maybe[Text | None] = LEFT_OUT
    progress: Maybe[float] = LEFT_OUT
    status: Maybe[Text] = LEFT_OUT
    """`ACTIVE`, `COMPLETED`, … : open-ended."""
    final_score: Maybe[float | None] = LEFT_OUT
    passed: Maybe[bool | None] = LEFT_OUT
    last_accessed_at: Maybe[Moment | None] = LEFT_OUT
    total_lessons: Maybe[Count] = LEFT_OUT
    completed_lessons: Maybe[Count] = LEFT_OUT
    completed_at: Maybe[Moment | None] = LEFT_OUT
    next_lesson: Maybe[NextLesson | None] = LEFT_OUT
