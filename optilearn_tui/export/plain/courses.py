"""A child's courses in plain text."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, gap, numbered, section
from optilearn_tui.i18n import dates, tr
from optilearn_tui.i18n.numbers import number, percent
from optilearn_tui.school.courses import LessonLock, in_order, lock_of

if TYPE_CHECKING:
    from optilearn_tui.api.courses import Course, NextLesson


def courses(told: tuple[Course, ...] | Unknown, now: datetime, zone: tzinfo) -> Lines:
    """Each course: how far, last opened, lessons, next lesson; its result once there is one."""
    title = tr("Courses")
    if isinstance(told, Unknown):
        return gap(title, told)
    if not told:
        return section(title, [tr("No courses yet.")])
    lines = (_course(course, place, now, zone) for place, course in enumerate(in_order(told), 1))
    return section(title, [line for course in lines for line in course])


def _course(course: Course, place: int, now: datetime, zone: tzinfo) -> Lines:
    return [
        numbered(course.course_title, "", place),
        fact(tr("Status"), course.status, _status),
        fact(tr("Progress"), course.progress, percent),
        fact(tr("Lessons done"), _lessons(course)),
        fact(tr("Last opened"), course.last_accessed_at, lambda moment: dates.relative(moment, now)),
        fact(tr("Next lesson"), course.next_lesson, lambda lesson: _lesson(lesson, now, zone)),
        *_result(course),
    ]


def _status(word: str) -> str:
    return {
        "ACTIVE": tr("in progress"),
        "COMPLETED": tr("completed"),
        "DROPPED": tr("dropped"),
    }.get(word.strip().upper(), word)


def _lessons(course: Course) -> str | Unknown:
    if isinstance(course.completed_lessons, Unknown):
        return course.completed_lessons
    if isinstance(course.total_lessons, Unknown):
        return number(course.completed_lessons)
    return tr("{n} of {total}", n=number(course.completed_lessons), total=number(course.total_lessons))


def _lesson(lesson: NextLesson, now: datetime, zone: tzinfo) -> str:
    title = lesson.title if isinstance(lesson.title, str) else tr("without a title")
    match lock_of(lesson, now):
        case LessonLock.LOCKED if isinstance(lesson.available_at, datetime):
            opens = dates.moment(lesson.available_at, zone)
            return tr("{title}, locked until {moment}", title=title, moment=opens)
        case LessonLock.LOCKED:
            return tr("{title}, locked", title=title)
        case LessonLock.OPEN:
            return tr("{title}, open", title=title)
        case LessonLock.UNKNOWN:
            return title


def _result(course: Course) -> Lines:
    lines = []
    if isinstance(course.final_score, float):
        lines.append(fact(tr("Final score"), course.final_score, percent))
    if isinstance(course.passed, bool):
        lines.append(fact(tr("Result"), tr("passed") if course.passed else tr("failed")))
    return lines
