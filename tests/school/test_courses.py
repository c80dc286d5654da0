"""Completed courses, lessons left, locks, and the order of courses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.courses import Course, NextLesson
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.courses import (
    LessonLock,
    completed_count,
    in_order,
    is_completed,
    lessons_left,
    lock_of,
)

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
LATER, BEFORE = NOON + timedelta(days=2), NOON - timedelta(days=2)
statuses = st.sampled_from(["ACTIVE", "COMPLETED", "DROPPED", LEFT_OUT])
moments = st.sampled_from([None, LEFT_OUT, NOON, BEFORE])
courses = st.builds(Course, status=statuses, completed_at=moments, last_accessed_at=moments)


@pytest.mark.parametrize(
    ("course", "completed"),
    [
        (Course(status="COMPLETED"), True),
        (Course(status="ACTIVE", completed_at=NOON), True),
        (Course(status="ACTIVE", progress=100), False),
        (Course(completed_at=None), False),
        (Course(progress=100), LEFT_OUT),
    ],
)
def test_completed_is_what_the_server_calls_so(course: Course, completed: bool | Unknown) -> None:
    assert is_completed(course) is completed


def test_one_unknown_course_makes_the_count_unknown() -> None:
    assert completed_count([Course(status="COMPLETED"), Course(status="ACTIVE")]) == 1
    assert completed_count([]) == 0
    assert completed_count([Course(status="COMPLETED"), Course()]) is LEFT_OUT


@pytest.mark.parametrize(
    ("total", "done", "left"),
    [
        (12, 5, 7),
        (5, 5, 0),
        (5, 6, Unknown.UNREADABLE),
        (5, -1, Unknown.UNREADABLE),
        (LEFT_OUT, 5, LEFT_OUT),
        (12, LEFT_OUT, LEFT_OUT),
    ],
)
def test_lessons_left_need_both_counts(
    total: int | Unknown, done: int | Unknown, left: int | Unknown
) -> None:
    assert lessons_left(Course(total_lessons=total, completed_lessons=done)) == left


@pytest.mark.parametrize(
    ("lesson", "lock"),
    [
        (NextLesson(locked=True, available_at=BEFORE), LessonLock.LOCKED),
        (NextLesson(locked=False, available_at=LATER), LessonLock.OPEN),
        (NextLesson(available_at=LATER), LessonLock.LOCKED),
        (NextLesson(available_at=BEFORE), LessonLock.UNKNOWN),
        (NextLesson(available_at=None), LessonLock.UNKNOWN),
    ],
)
def test_the_lock_is_the_servers_word_else_a_moment_to_come(lesson: NextLesson, lock: LessonLock) -> None:
    assert lock_of(lesson, NOON) is lock


def test_courses_under_way_come_first_and_the_last_opened_is_on_top() -> None:
    old = Course(status="ACTIVE", last_accessed_at=BEFORE)
    new = Course(status="ACTIVE", last_accessed_at=NOON)
    never = Course(status="ACTIVE", last_accessed_at=None)
    done = Course(status="COMPLETED", last_accessed_at=NOON, completed_at=BEFORE)

    assert in_order([done, never, old, new]) == (new, old, never, done)


@given(st.lists(courses))
def test_ordering_courses_loses_none(every: list[Course]) -> None:
    ordered = in_order(every)

    assert sorted(map(id, ordered)) == sorted(map(id, every))
    assert in_order(ordered) == ordered
