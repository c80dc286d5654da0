"""A pupil's daily attendance: `GET /api/lms/students/{contactId}/attendance` (PLATFORM.md §5 row 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.almanac import INDIA, Almanac, is_school_day, on
from optilearn_tui.sandbox.chance import draw, pick
from optilearn_tui.sandbox.envelope import FIVE_MINUTES, Refusal, success

if TYPE_CHECKING:
    from starlette.responses import Response

    from optilearn_tui.sandbox.questions import Question
    from optilearn_tui.sandbox.wire import Row

_REGISTER_CLOSES = "09:30"
_ONE_IN_A_HUNDRED = 100
_LATE_NOTES = ("School bus was late", "Arrived at 8:25", "Rain, roads flooded", None)
_EXCUSED_NOTES = ("Fever, doctor's note", "Family wedding", "Inter-school tournament", "Dental appointment")


@dataclass(frozen=True, slots=True)
class Spell:
    """Some days on end that chance has no say in, counted back from today: `first` ≥ `last`."""

    first: int
    last: int
    status: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Habits:
    """How regularly a pupil comes: chances in a hundred, and since how many days the feed goes back."""

    absent: int = 3
    late: int = 4
    excused: int = 1
    since: int = 200
    spells: tuple[Spell, ...] = ()
    late_notes: tuple[str | None, ...] = _LATE_NOTES
    excused_notes: tuple[str | None, ...] = _EXCUSED_NOTES


_ILL = "Chickenpox, doctor's note"
_OFTEN = ((60, (2, 3)), (28, (5, 6)), (12, (13, 9)))
"""Of made-up pupils: how many are absent and late so often, in a hundred days."""
_SPELLS: tuple[tuple[int, tuple[Spell, ...]], ...] = (
    (180, ()),
    (2, (Spell(7, 0, "ABSENT"),)),
    (2, (Spell(12, 0, "ABSENT"),)),
    (1, (Spell(26, 0, "ABSENT"),)),
    (2, (Spell(9, 0, "EXCUSED", _ILL),)),
    (5, (Spell(40, 31, "ABSENT"),)),
    (8, (Spell(70, 64, "EXCUSED", _ILL),)),
)
"""What they missed in a row, with the share of those who did."""
_SINCE = ((96, 200), (4, 19))
"""Since how many days they are marked: some have just come."""


def habits_of(pupil: str) -> Habits:
    """How regularly a made-up pupil comes."""
    absent, late = pick(_OFTEN, pupil, "habits")
    since, spells = pick(_SINCE, pupil, "since"), pick(_SPELLS, pupil, "spells")
    return Habits(absent=absent, late=late, since=since, spells=spells)


def feed(pupil: str, habits: Habits, almanac: Almanac) -> list[Row]:
    """One row for each school day up to today, the earliest first."""
    days = (almanac.day(-ago) for ago in range(habits.since, -1, -1))
    return [_mark(pupil, day, habits, almanac.today) for day in days if is_school_day(day)]


def _mark(pupil: str, day: date, habits: Habits, today: date) -> Row:
    ago = (today - day).days
    spell = next((spell for spell in habits.spells if spell.first >= ago >= spell.last), None)
    status, note = (spell.status, spell.note) if spell else _chance(pupil, day, habits)
    row: Row = {"date": day.isoformat(), "status": status}
    return row if note is None else {**row, "note": note}


def _chance(pupil: str, day: date, habits: Habits) -> tuple[str, str | None]:
    thrown = draw(_ONE_IN_A_HUNDRED, pupil, day)
    if thrown < habits.absent:
        return "ABSENT", None
    if thrown < habits.absent + habits.late:
        return "LATE", habits.late_notes[draw(len(habits.late_notes), pupil, day, "late")]
    if thrown < habits.absent + habits.late + habits.excused:
        return "EXCUSED", habits.excused_notes[draw(len(habits.excused_notes), pupil, day, "excused")]
    return "PRESENT", None


def attendance(question: Question) -> Response:
    """Answer row 8: the marked days from `from` to `to`, both included and both optional."""
    contact_id = question.pupil_in_path()
    first, last = _range(question)
    last = min(last, _last_marked(question.now))
    rows = question.register.attendance.get(contact_id, [])
    return success(
        [row for row in rows if first.isoformat() <= str(row["date"]) <= last.isoformat()], FIVE_MINUTES
    )


def _range(question: Question) -> tuple[date, date]:
    try:
        first = date.fromisoformat(question.parameter("from") or date.min.isoformat())
        last = date.fromisoformat(question.parameter("to") or date.max.isoformat())
    except ValueError:
        raise Refusal("VALIDATION_ERROR", "from and to are days: YYYY-MM-DD") from None
    if first > last:
        raise Refusal("VALIDATION_ERROR", "from lies after to")
    return first, last


def _last_marked(now: datetime) -> date:
    almanac = Almanac.at(now)
    return almanac.today if now.astimezone(INDIA) >= on(almanac.today, _REGISTER_CLOSES) else almanac.day(-1)
