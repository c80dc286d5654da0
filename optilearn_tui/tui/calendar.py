"""A month on a sheet: weeks below each other, each marked day with its letter."""

from __future__ import annotations

from calendar import monthcalendar
from collections.abc import Mapping
from datetime import date

from optilearn_tui.i18n import ptr, tr
from optilearn_tui.i18n.dates import weekday_initials
from optilearn_tui.i18n.numbers import number as in_words
from optilearn_tui.school.attendance import AttendanceTally, DayMark
from optilearn_tui.tui.columns import Lines, padded
from optilearn_tui.tui.paint import BAD, GOOD, QUIET, WARNING, quiet
from optilearn_tui.tui.styled import Styled

CELL = 5
"""Cells of one day: two digits, a space, a letter, a gap."""

_STYLES = {
    DayMark.PRESENT: GOOD,
    DayMark.LATE: WARNING,
    DayMark.ABSENT: f"bold {BAD}",
    DayMark.EXCUSED: QUIET,
    DayMark.UNKNOWN: QUIET,
}


def letter_of(mark: DayMark) -> str:
    """The letter of a mark, in the language spoken now."""
    match mark:
        case DayMark.PRESENT:
            return ptr("letter for a day present", "P")
        case DayMark.LATE:
            return ptr("letter for a day late", "L")
        case DayMark.ABSENT:
            return ptr("letter for a day absent", "A")
        case DayMark.EXCUSED:
            return ptr("letter for a day excused", "E")
    return "?"


def word_of(mark: DayMark) -> Styled:
    """A mark in words."""
    words = {
        DayMark.PRESENT: tr("present"),
        DayMark.LATE: tr("late"),
        DayMark.ABSENT: tr("absent"),
        DayMark.EXCUSED: tr("excused"),
        DayMark.UNKNOWN: tr("marked with an unknown word"),
    }
    return Styled.of(words[mark], _STYLES[mark])


def month_sheet(year: int, month: int, marks: Mapping[date, DayMark | None], today: date) -> Lines:
    """The month's weeks, Monday first, 34 cells wide; `today` is underlined."""
    head = Styled("").join(padded(quiet(initial), CELL) for initial in weekday_initials())
    weeks = [
        Styled("").join(_day(year, month, number, marks, today) for number in week)
        for week in monthcalendar(year, month)
    ]
    return [line.rstrip() for line in (head, *weeks)]


def _day(year: int, month: int, number: int, marks: Mapping[date, DayMark | None], today: date) -> Styled:
    if not number:
        return Styled(" " * CELL)
    day = date(year, month, number)
    mark = marks.get(day)
    letter = Styled.of(letter_of(mark), _STYLES[mark]) if mark else Styled()
    written = Styled(in_words(number).rjust(2)).stylize("" if mark else QUIET)
    if mark is DayMark.ABSENT:
        written = written.stylize(_STYLES[mark])
    if day == today:
        written = written.stylize("bold underline")
    return padded(written + " " + letter, CELL)


def legend(tally: AttendanceTally) -> list[Styled]:
    """What the letters mean, and how many days bear each."""
    counted = (
        (DayMark.PRESENT, tally.present),
        (DayMark.LATE, tally.late),
        (DayMark.ABSENT, tally.missed),
        (DayMark.EXCUSED, tally.excused),
        (DayMark.UNKNOWN, tally.unreadable),
    )
    return [
        Styled.assemble((letter_of(mark), _STYLES[mark]), " ", word_of(mark), f" {in_words(count)}")
        for mark, count in counted
        if count or mark is not DayMark.UNKNOWN
    ]
