"""Who is enrolled in a course (PLATFORM.md §6), consistent with whom the course is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.sandbox import Sandbox
from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.register import Register
    from optilearn_tui.sandbox.wire import Row

TEACHER = "teacher@riverside.example"


def targets(row: Row, key: str) -> list[str]:
    found = row[key]
    assert isinstance(found, list)
    return found


def reaches(course: Row, register: Register, pupil: object) -> bool:
    enrolment = register.students[str(pupil)]["currentEnrolment"]
    assert isinstance(enrolment, dict)
    classes, sections = targets(course, "targetClassIds"), targets(course, "targetSectionIds")
    is_named = enrolment["classId"] in classes or enrolment["sectionId"] in sections
    return is_named or not (classes or sections)


async def test_the_pupils_with_an_overview_are_as_far_as_it_says(visitor: Visitor) -> None:
    rows = (await visitor.learn(TEACHER, "courses/course-math-8/enrollments")).json()["data"]
    assert rows[0] == {
        "studentContactId": "c-aarav",
        "progress": 67,
        "status": "ACTIVE",
        "lastAccessedAt": "2026-04-14T13:10:00Z",
        "finalScore": None,
    }


@pytest.mark.parametrize("slug", ["riverside", "springdale"])
def test_only_those_are_enrolled_whom_a_course_is_for(sandbox: Sandbox, slug: str) -> None:
    register = sandbox.data[slug]
    told = {"targetClassIds", "targetSectionIds"}
    for name, course in register.courses.items():
        if told <= course.keys():
            rows = register.enrollments[name]
            assert all(reaches(course, register, row["studentContactId"]) for row in rows)


@pytest.mark.parametrize("slug", ["riverside", "springdale"])
def test_the_catalogue_counts_what_is_listed_and_nobody_twice(sandbox: Sandbox, slug: str) -> None:
    register = sandbox.data[slug]
    for name, course in register.courses.items():
        pupils = [row["studentContactId"] for row in register.enrollments[name]]
        assert len(set(pupils)) == len(pupils) == course.get("enrolledCount", len(pupils))


async def test_nobody_is_in_a_course_that_is_not_published_or_reaches_nobody(visitor: Visitor) -> None:
    for course in ("ai", "yoga", "statistics", "accounts", "sculpture", "french", "debate"):
        body = (await visitor.learn(TEACHER, f"courses/course-{course}/enrollments")).json()
        assert (body["data"], body["meta"]["total"], body["meta"]["totalPages"]) == ([], 0, 0)


def test_some_have_not_begun_and_some_have_finished_with_a_score(sandbox: Sandbox) -> None:
    rows = sandbox.data["riverside"].enrollments["course-library"]
    states = {
        (row["progress"] == 100, row["status"], row["finalScore"] is None, row["lastAccessedAt"] is None)
        for row in rows
    }
    assert states == {
        (True, "COMPLETED", False, False),
        (False, "ACTIVE", True, False),
        (False, "ACTIVE", True, True),
    }
    assert all(row["progress"] == 100 for row in sandbox.data["riverside"].enrollments["course-bridge"])


def test_rows_are_the_same_read_one_by_one_in_parts_and_on_another_day(noon: Clock, sandbox: Sandbox) -> None:
    rows = sandbox.data["riverside"].enrollments["course-math-8"]
    again = Sandbox(clock=noon).data["riverside"].enrollments["course-math-8"]
    assert [*again[:10], *again[10:]] == list(rows)
    assert again[-1] == rows[len(rows) - 1]
    with pytest.raises(IndexError):
        again[len(again)]


async def test_an_unknown_course_is_not_found(visitor: Visitor) -> None:
    for course in ("course-nothing", "course-hi-math-7"):
        answer = await visitor.learn(TEACHER, f"courses/{course}/enrollments")
        assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")
