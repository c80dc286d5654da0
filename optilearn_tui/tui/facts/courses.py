"""The courses of a child: how far each is, when it was last opened, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from optilearn_tui.api.courses import Course, NextLesson
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.dates import day, moment, relative
from optilearn_tui.i18n.numbers import number, percent
from optilearn_tui.school.courses import LessonLock, in_order, is_completed, lock_of
from optilearn_tui.tui.bars import progress_bar
from optilearn_tui.tui.columns import Lines, indented, prose, spread, table
from optilearn_tui.tui.cropping import crop
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.mask import veiled_text
from optilearn_tui.tui.paint import QUIET, bad, good, quiet, strong
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview

_STATUSES = {
    "ACTIVE": N_("Active"),
    "COMPLETED": N_("Completed"),
    "DROPPED": N_("Dropped"),
    "PAUSED": N_("Paused"),
    "EXPIRED": N_("Expired"),
}
_SHORT_BAR = 8
_LONG_BAR = 24
_ROOM_FOR_WORDS = 52


class CoursesFacts(OverviewFacts[tuple[Course, ...]]):
    """Enrolled courses: those under way first, the last opened on top."""

    TITLE: ClassVar[str] = N_("Courses")
    ROOM: ClassVar[str] = "half tall whole"

    @override
    def part(self, overview: Overview) -> tuple[Course, ...] | Unknown:
        return overview.courses

    @override
    def forms_of(self, value: tuple[Course, ...], width: int) -> Iterable[Lines]:
        if not value:
            yield prose(width, tr("No courses yet."), QUIET)
            return
        courses = in_order(value)
        yield [line for course in courses for line in (*self._in_full(course, width), Styled())]
        yield [line for course in courses for line in self._in_two_lines(course, width)]
        yield table(width, [self._in_one_line(course) for course in courses], flush="l rr", gap=1)

    def _in_full(self, course: Course, width: int) -> Lines:
        details = [
            line for line in (self._lessons(course), self._opened(course), self._result(course)) if line
        ]
        return [
            spread(width, strong(_title(course)), _status(course)),
            _progress(course, min(_LONG_BAR, width - 6)),
            *indented(prose(width - 2, " · ".join(details), QUIET)),
            *indented(prose(width - 2, self._next(course))),
        ]

    def _in_two_lines(self, course: Course, width: int) -> Lines:
        lessons = self._lessons(course) if width >= _ROOM_FOR_WORDS else _lessons_done(course)
        details = " · ".join(part for part in (lessons, self._opened(course, short=True)) if part)
        return [
            spread(width, Styled(_title(course)), _status(course)),
            crop(_progress(course, max(_SHORT_BAR, width // 4)) + "  " + quiet(details), width),
        ]

    def _in_one_line(self, course: Course) -> list[Styled]:
        return [
            Styled(_title(course)),
            *_bar_and_percent(course, _SHORT_BAR),
            quiet(_lessons_done(course)),
        ]

    def _lessons(self, course: Course) -> str:
        done, total = course.completed_lessons, course.total_lessons
        if isinstance(done, Unknown) or isinstance(total, Unknown):
            return tr("lessons not known")
        return ntr("{done} of {n} lesson", "{done} of {n} lessons", total, done=number(done))

    def _opened(self, course: Course, *, short: bool = False) -> str:
        opened = course.last_accessed_at
        if isinstance(opened, Unknown):
            return "" if short else tr("last opened: not known")
        if opened is None:
            return tr("never opened")
        when = relative(opened, self.now)
        return when if short else tr("last opened {when}", when=when)

    def _result(self, course: Course) -> str:
        words = []
        if isinstance(course.completed_at, datetime):
            finished = course.completed_at.astimezone(self.zone).date()
            words.append(tr("completed on {day}", day=day(finished)))
        if isinstance(course.final_score, float):
            words.append(tr("final score {percent}", percent=veiled_text(percent(course.final_score))))
        if isinstance(course.passed, bool):
            words.append(veiled_text(tr("passed") if course.passed else tr("failed")))
        return " · ".join(words)

    def _next(self, course: Course) -> str:
        match course.next_lesson:
            case NextLesson() as lesson:
                title = lesson.title if isinstance(lesson.title, str) else NOT_KNOWN
                return tr("Next: {title} – {lock}", title=title, lock=self._lock(lesson))
            case None:
                return "" if is_completed(course) is True else tr("No further lesson.")
            case _:
                return tr("Next lesson: not known")

    def _lock(self, lesson: NextLesson) -> str:
        match lock_of(lesson, self.now):
            case LessonLock.OPEN:
                return tr("open now")
            case LessonLock.UNKNOWN:
                return tr("not known whether open")
        opens = lesson.available_at
        if isinstance(opens, datetime) and opens > self.now:
            return tr(
                "locked until {moment} ({when})",
                moment=moment(opens, self.zone),
                when=relative(opens, self.now),
            )
        return tr("locked")


def _title(course: Course) -> str:
    return course.course_title if isinstance(course.course_title, str) else tr("Course without a name")


def _status(course: Course) -> Styled:
    if not isinstance(course.status, str):
        return quiet(tr("status not known"))
    word = course.status.strip().upper()
    words = tr(_STATUSES[word]) if word in _STATUSES else course.status
    if is_completed(course) is True:
        return good(words)
    return bad(words) if word in {"DROPPED", "EXPIRED"} else quiet(words)


def _bar_and_percent(course: Course, cells: int) -> tuple[Styled, Styled]:
    if isinstance(course.progress, Unknown):
        return quiet(NOT_KNOWN * 3), quiet(NOT_KNOWN)
    return progress_bar(course.progress, cells), Styled(percent(course.progress))


def _progress(course: Course, cells: int) -> Styled:
    if isinstance(course.progress, Unknown):
        return quiet(tr("progress not known"))
    bar, words = _bar_and_percent(course, cells)
    return bar + " " + words.pad_left(4 - words.cell_length)


def _lessons_done(course: Course) -> str:
    done, total = course.completed_lessons, course.total_lessons
    return NOT_KNOWN if isinstance(done, Unknown) or isinstance(total, Unknown) else f"{done}/{total}"
