"""A pupil's live classes: a weekly timetable, from which this month's count and the next classes follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from optilearn_tui.sandbox.almanac import Almanac, is_school_day, on
from optilearn_tui.sandbox.chance import draw
from optilearn_tui.sandbox.wire import Row, iso

_LIMIT = 5
_HORIZON = 21
"""Days ahead for which live classes are announced."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A live class of every week: weekday (Monday is 0), start, length in minutes, and what it is about.

    Week by week the titles take turns.
    """

    weekday: int
    at: str
    minutes: int
    course: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """A pupil's live classes of a week, and how many in a hundred they miss."""

    slots: tuple[Slot, ...] = ()
    missed_percent: int = 0


def live_classes(pupil: str, timetable: Timetable, almanac: Almanac) -> Row:
    """`liveClasses` of one pupil: the classes of this month up to yesterday, and those from today on.

    More than five are announced here; `still_to_come` keeps those that a given moment has not yet overtaken.
    """
    month = (almanac.today - timedelta(days=n) for n in range(1, almanac.today.day))
    held = [(day, slot) for day in month for slot in _slots_of(timetable, day)]
    missed = sum(draw(100, pupil, "live", day, slot.at) < timetable.missed_percent for day, slot in held)
    ahead = (almanac.day(n) for n in range(_HORIZON))
    return {
        "attendedThisMonth": len(held) - missed,
        "missedThisMonth": missed,
        "upcoming": [_row(pupil, day, slot) for day in ahead for slot in _slots_of(timetable, day)],
    }


def still_to_come(classes: object, now: datetime) -> list[Row]:
    """The next five of the announced classes that have not ended at `now`."""
    rows = classes if isinstance(classes, list) else []
    return [row for row in rows if str(row["endsAt"]) > iso(now)][:_LIMIT]


def _slots_of(timetable: Timetable, day: date) -> list[Slot]:
    if not is_school_day(day):
        return []
    return sorted(
        (slot for slot in timetable.slots if slot.weekday == day.weekday()), key=lambda slot: slot.at
    )


def _row(pupil: str, day: date, slot: Slot) -> Row:
    starts = on(day, slot.at)
    return {
        "id": f"live-{pupil}-{day:%m%d}-{slot.at.replace(':', '')}",
        "title": slot.titles[day.isocalendar().week % len(slot.titles)],
        "courseTitle": slot.course,
        "startsAt": iso(starts),
        "endsAt": iso(starts + timedelta(minutes=slot.minutes)),
    }
