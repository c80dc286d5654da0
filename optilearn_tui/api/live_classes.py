"""A child's live classes, as the overview tells them: this calendar month's attendance and the next five."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Count, Identifier, Maybe, Moment, Record, Text


class LiveClass(Record, frozen=True):
    """One live class to come."""

    id: Maybe[Identifier] = LEFT_OUT
    title: Maybe[Text] = LEFT_OUT
    course_title: Maybe[Text] = LEFT_OUT
    starts_at: Maybe[Moment] = LEFT_OUT
    ends_at: Maybe[Moment | None] = LEFT_OUT


class LiveClasses(Record, frozen=True):
    """Live classes of one child: counts of this calendar month (PLATFORM.md §7), and what comes next."""

    attended_this_month: Maybe[Count] = LEFT_OUT
    missed_this_month: Maybe[Count] = LEFT_OUT
    upcoming: Maybe[tuple[LiveClass, ...]] = LEFT_OUT
