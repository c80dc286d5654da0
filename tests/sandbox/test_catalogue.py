"""The courses on offer (PLATFORM.md §6), targeted in every way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.sandbox.wire import Row

TEACHER = "teacher@riverside.example"


async def listed(visitor: Visitor, query: str = "") -> list[Row]:
    answer = await visitor.learn(TEACHER, f"courses?perPage=100&{query}")
    rows = answer.json()["data"]
    assert isinstance(rows, list)
    assert answer.json()["meta"]["total"] == len(rows)
    return rows


def ids_in(row: Row, key: str) -> list[str]:
    found = row[key]
    assert isinstance(found, list)
    return found


async def test_a_course_has_the_documented_keys(visitor: Visitor) -> None:
    (row,) = [row for row in await listed(visitor) if row["id"] == "course-circle"]
    assert row == {
        "id": "course-circle",
        "title": "Mathematics Circle",
        "status": "PUBLISHED",
        "instructorId": "u-teacher",
        "targetClassIds": ["class-8"],
        "targetSectionIds": ["section-8-B", "section-7-A"],
        "enrolledCount": 122,
    }


@pytest.mark.parametrize(
    ("course", "classes", "sections"),
    [
        ("library", [], []),
        ("math-8", ["class-8"], []),
        ("py-8", [], ["section-8-A", "section-8-B"]),
        ("boards", ["class-10"], ["section-9-C"]),
        ("accounts", ["class-12"], []),
        ("sculpture", [], ["section-9-D"]),
        ("french", [], ["section-8-E"]),
    ],
)
async def test_every_way_of_targeting_occurs(
    visitor: Visitor, course: str, classes: list[str], sections: list[str]
) -> None:
    row = next(row for row in await listed(visitor) if row["id"] == f"course-{course}")
    assert (row["targetClassIds"], row["targetSectionIds"]) == (classes, sections)


async def test_of_some_courses_the_server_leaves_a_part_out(visitor: Visitor) -> None:
    keys = {str(row["id"]): set(row) for row in await listed(visitor)}
    everything = keys["course-math-8"]
    assert everything - keys["course-values"] == {"targetClassIds", "targetSectionIds"}
    assert everything - keys["course-garden"] == {"targetSectionIds"}
    assert everything - keys["course-sports"] == {"enrolledCount", "instructorId"}


async def test_the_status_and_a_text_narrow_the_list(visitor: Visitor) -> None:
    counts = {
        status: len(await listed(visitor, f"status={status}")) for status in ("DRAFT", "review", "ARCHIVED")
    }
    assert counts == {"DRAFT": 4, "review": 2, "ARCHIVED": 3}
    assert [row["id"] for row in await listed(visitor, "search=वसंत")] == [
        "course-hin-6",
        "course-hin-7",
        "course-hin-8",
    ]
    assert [row["id"] for row in await listed(visitor, "search=+MATHEMATICS+c&status=PUBLISHED")] == [
        "course-circle"
    ]
    assert await listed(visitor, "search=nothing of the kind") == []


async def test_a_status_that_is_none_is_refused(visitor: Visitor) -> None:
    answer = await visitor.learn(TEACHER, "courses?status=CLOSED")
    assert (answer.status_code, code_of(answer)) == (400, "VALIDATION_ERROR")


@pytest.mark.parametrize("slug", ["riverside", "springdale"])
def test_every_course_of_an_overview_is_in_the_catalogue_and_reaches_its_pupil(
    sandbox: Sandbox, slug: str
) -> None:
    register = sandbox.data[slug]
    for pupil, overview in register.overviews.items():
        enrolment = register.students[pupil]["currentEnrolment"] or {}
        assert isinstance(enrolment, dict)
        taken = overview["courses"]
        assert isinstance(taken, list)
        for taking in taken:
            course = register.courses[taking["courseId"]]
            assert (course["title"], course["status"]) == (taking["courseTitle"], "PUBLISHED")
            by_class = enrolment["classId"] in ids_in(course, "targetClassIds")
            assert by_class or enrolment["sectionId"] in ids_in(course, "targetSectionIds")


def test_some_courses_have_no_teacher_or_one_who_has_left(sandbox: Sandbox) -> None:
    register = sandbox.data["riverside"]
    teachers = {row.get("instructorId") for row in register.courses.values()}
    assert teachers - register.users.keys() == {None, "u-retired"}


async def test_a_course_that_is_changed_is_told_so_and_stays_in_its_place(visitor: Visitor) -> None:
    before = [row["id"] for row in await listed(visitor)]
    courses = visitor.sandbox.data["riverside"].courses
    courses["course-math-8"] = {**courses["course-math-8"], "title": "Sums"}
    assert [row["id"] for row in await listed(visitor)] == before
    assert [row["id"] for row in await listed(visitor, "search=sums")] == ["course-math-8"]
