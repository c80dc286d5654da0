"""The recent grades of a child: marks, passed or failed, and which way they go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from optilearn_tui.api.grades import Grade
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.dates import day_short, relative, weekday_day
from optilearn_tui.i18n.numbers import number, percent, score
from optilearn_tui.school.grades import (
    Direction,
    Outcome,
    Trend,
    outcome,
    percentage_of,
    trend,
    trends_by_course,
)
from optilearn_tui.school.newest import newest_first
from optilearn_tui.tui.bars import sparkline
from optilearn_tui.tui.columns import Lines, detail, indented, prose, table
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.mask import veiled_cells, veiled_text
from optilearn_tui.tui.paint import ACCENT, QUIET, bad, good, quiet, strong, warning
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN, shown
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.models import Unknown
    from optilearn_tui.api.overview import Overview

_ROOM_FOR_DAY = 52
_ROOM_FOR_COURSE = 72


class GradesFacts(OverviewFacts[tuple[Grade, ...]]):
    """The last ten graded pieces of work, the newest first, below the trend."""

    TITLE: ClassVar[str] = N_("Recent grades")
    ROOM: ClassVar[str] = "half tall whole"

    @override
    def part(self, overview: Overview) -> tuple[Grade, ...] | Unknown:
        return overview.recent_grades

    @override
    def forms_of(self, value: tuple[Grade, ...], width: int) -> Iterable[Lines]:
        if not value:
            yield prose(width, tr("No grades yet."), QUIET)
            return
        grades = newest_first(value, lambda grade: grade.graded_at)
        yield self._in_full(grades, width)
        lead = _trend_line(trend(grades))
        yield [lead, *self._in_several_lines(grades, width, feedback=True)]
        yield [lead, *self._in_several_lines(grades, width, feedback=False)]
        yield [lead, *self._in_one_line_each(grades, width)]

    def _in_full(self, grades: Sequence[Grade], width: int) -> Lines:
        lines = [*_trends(grades, width), Styled()]
        marks = table(width, [[strong(_title(grade)), *_marks(grade)] for grade in grades], flush="lrr")
        for grade, first in zip(grades, marks, strict=True):
            lines += [first, *indented(prose(width - 2, self._where_and_when(grade), QUIET))]
            if isinstance(grade.feedback, str) and grade.feedback.strip():
                lines += indented(prose(width - 2, veiled_text(grade.feedback.strip())))
            lines.append(Styled())
        return lines

    def _in_several_lines(self, grades: Sequence[Grade], width: int, *, feedback: bool) -> Lines:
        lines: Lines = []
        marks = table(width, [[Styled(_title(grade)), *_marks(grade)] for grade in grades], flush="lrr")
        for grade, first in zip(grades, marks, strict=True):
            lines += [first, detail(width, self._where_and_when(grade))]
            if feedback and isinstance(grade.feedback, str) and grade.feedback.strip():
                lines.append(detail(width, veiled_text(f"“{' '.join(grade.feedback.split())}”")))
        return lines

    def _in_one_line_each(self, grades: Sequence[Grade], width: int) -> Lines:
        rows = []
        for grade in grades:
            row = [Styled(_title(grade)), *_marks(grade)]
            if width >= _ROOM_FOR_DAY:
                row.append(quiet(self._day(grade)))
            if width >= _ROOM_FOR_COURSE:
                row.append(quiet(grade.course_title if isinstance(grade.course_title, str) else ""))
            rows.append(row)
        return table(width, rows, flush="lrr", gap=1 if width < _ROOM_FOR_DAY else 2)

    def _day(self, grade: Grade) -> str:
        at = grade.graded_at
        return day_short(at.astimezone(self.zone).date()) if isinstance(at, datetime) else NOT_KNOWN

    def _where_and_when(self, grade: Grade) -> str:
        words = [grade.course_title] if isinstance(grade.course_title, str) else []
        if isinstance(grade.graded_at, datetime):
            words.append(weekday_day(grade.graded_at.astimezone(self.zone).date()))
            words.append(relative(grade.graded_at, self.now))
        else:
            words.append(tr("date not known"))
        return " · ".join(words)


def _title(grade: Grade) -> str:
    return grade.title if isinstance(grade.title, str) else tr("Work without a name")


def _marks(grade: Grade) -> tuple[Styled, ...]:
    return veiled_cells((_score(grade), shown(percentage_of(grade), percent), _outcome(grade)))


def _score(grade: Grade) -> Styled:
    match grade.score, grade.max_score:
        case float(reached), float(most):
            return Styled(score(reached, most))
        case float(reached), _:
            return Styled(number(reached))
        case None, _:
            return quiet(NONE_HERE)
    return quiet(NOT_KNOWN)


def _outcome(grade: Grade) -> Styled:
    match outcome(grade):
        case Outcome.PASSED:
            return good(tr("Passed"))
        case Outcome.FAILED:
            return bad(tr("Failed"))
    return quiet(NOT_KNOWN)


def _trends(grades: Sequence[Grade], width: int) -> Lines:
    every = trend(grades)
    by_course = trends_by_course(grades)
    rows = [[strong(tr("All courses")), *veiled_cells(trend_words(every))]]
    if len(by_course) > 1:
        rows += [[Styled(title), *veiled_cells(trend_words(each))] for title, each in by_course.items()]
    lines = table(width, rows)
    if every.left_out:
        note = ntr(
            "{n} grade without a date or a mark", "{n} grades without a date or a mark", every.left_out
        )
        lines += prose(width, note, QUIET)
    return lines


def _trend_line(of: Trend) -> Styled:
    return Styled(" ").join((quiet(tr("Trend")), *veiled_cells(trend_words(of))))


def trend_words(of: Trend) -> tuple[Styled, Styled]:
    """A trend as a small line, and in a word."""
    return Styled.of(sparkline(of.points), ACCENT), _direction(of.direction)


def _direction(direction: Direction) -> Styled:
    match direction:
        case Direction.RISING:
            return good(tr("rising"))
        case Direction.FALLING:
            return warning(tr("falling"))
        case Direction.STEADY:
            return Styled(tr("steady"))
    return quiet(tr("too few for a trend"))
