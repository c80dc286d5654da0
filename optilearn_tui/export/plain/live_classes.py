"""A child's live classes in plain text."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, gap, numbered, section
from optilearn_tui.export.plain.upcoming import due_in_words
from optilearn_tui.i18n import dates, tr
from optilearn_tui.i18n.numbers import number, percent
from optilearn_tui.school.live_classes import ClassState, class_state, month_percent, still_to_come

if TYPE_CHECKING:
    from optilearn_tui.api.live_classes import LiveClass, LiveClasses


def live_classes(told: LiveClasses | Unknown, now: datetime, zone: tzinfo) -> Lines:
    """This month's attendance, then the classes to come, soonest first."""
    title = tr("Live classes")
    if isinstance(told, Unknown):
        return gap(title, told)
    return section(
        title,
        [
            fact(tr("Attended this month"), told.attended_this_month, number),
            fact(tr("Missed this month"), told.missed_this_month, number),
            fact(tr("Attendance in live classes"), month_percent(told), percent),
            *_to_come(told.upcoming, now, zone),
        ],
    )


def _to_come(told: tuple[LiveClass, ...] | Unknown, now: datetime, zone: tzinfo) -> Lines:
    if isinstance(told, Unknown):
        return [fact(tr("Next live classes"), told)]
    ordered = still_to_come(told, now)
    if not ordered:
        return [tr("No live classes to come.")]
    lines = (_class(each, place, now, zone) for place, each in enumerate(ordered, 1))
    return [line for each in lines for line in each]


def _class(each: LiveClass, place: int, now: datetime, zone: tzinfo) -> Lines:
    live = class_state(each, now) is ClassState.LIVE
    return [
        numbered(each.title, each.course_title, place),
        *([tr("On now")] if live else []),
        fact(tr("Starts"), each.starts_at, lambda moment: due_in_words(moment, now, zone)),
        *(
            [fact(tr("Ends"), dates.clock_time(each.ends_at, zone))]
            if isinstance(each.ends_at, datetime)
            else []
        ),
    ]
