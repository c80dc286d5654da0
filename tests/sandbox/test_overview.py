"""The overview of a child: sections, their limits, what is empty and what is left out (PLATFORM.md §6)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from optilearn_tui.sandbox import Sandbox
from tests.conftest import NOON
from tests.sandbox.visitor import Visitor

SECTIONS = {
    "child",
    "courses",
    "recentGrades",
    "upcoming",
    "liveClasses",
    "gamification",
    "certificates",
}
PARENT_OF = {
    "c-aarav": "meera.sharma@example.com",
    "c-diya": "meera.sharma@example.com",
    "c-kabir": "meera.sharma@example.com",
    "c-anna": "john.dsouza@example.com",
    "c-bobby": "robert.tables@example.com",
    "c-rohan": "sunita.verma@example.com",
    "c-tara": "sunita.verma@example.com",
    "c-zoya": "imran.khan@example.com",
}


async def overview(visitor: Visitor, child: str) -> dict[str, object]:
    answer = await visitor.learn(PARENT_OF[child], f"parent/children/{child}/overview")
    assert answer.headers["cache-control"] == "private, no-cache"
    data = answer.json()["data"]
    assert isinstance(data, dict)
    return data


def rows(overview: dict[str, object], section: str) -> list[dict[str, object]]:
    found = overview[section]
    assert isinstance(found, list)
    return found


def upcoming_classes(overview: dict[str, object]) -> list[dict[str, str]]:
    live = overview["liveClasses"]
    assert isinstance(live, dict)
    found = live["upcoming"]
    assert isinstance(found, list)
    return found


def moment(text: object) -> datetime:
    return datetime.fromisoformat(str(text))


@pytest.mark.parametrize("child", PARENT_OF)
async def test_every_answer_names_its_child_and_keeps_its_limits(visitor: Visitor, child: str) -> None:
    told = await overview(visitor, child)
    subject = told["child"]
    assert isinstance(subject, dict)
    assert subject["contactId"] == child
    assert len(rows(told, "recentGrades")) <= 10
    assert len(rows(told, "upcoming")) <= 5
    assert len(upcoming_classes(told)) <= 5


async def test_a_rich_overview_has_every_section_and_says_whose_it_is(visitor: Visitor) -> None:
    told = await overview(visitor, "c-aarav")
    assert set(told) == SECTIONS
    assert told["child"] == {
        "contactId": "c-aarav",
        "studentId": "st-aarav",
        "name": "Aarav Sharma",
        "email": "aarav.sharma@example.com",
        "studentCode": "RPS-0801",
        "class": "8",
        "section": "B",
        "photoUrl": None,
        "relation": "MOTHER",
    }


async def test_a_course_has_the_documented_keys(visitor: Visitor) -> None:
    told = await overview(visitor, "c-aarav")
    assert rows(told, "courses")[0] == {
        "enrollmentId": "e-c-aarav-math-8",
        "courseId": "course-math-8",
        "courseTitle": "Mathematics – Class 8",
        "thumbnailUrl": None,
        "progress": 67,
        "status": "ACTIVE",
        "finalScore": None,
        "passed": None,
        "lastAccessedAt": "2026-04-14T13:10:00Z",
        "totalLessons": 24,
        "completedLessons": 16,
        "completedAt": None,
        "nextLesson": {
            "title": "Comparing quantities: compound interest",
            "availableAt": "2026-04-17T00:30:00Z",
            "locked": True,
        },
    }


async def test_a_grade_has_the_documented_keys(visitor: Visitor) -> None:
    told = await overview(visitor, "c-aarav")
    assert rows(told, "recentGrades")[0] == {
        "submissionId": "s-c-aarav-1",
        "title": "Unit test 2: Linear equations",
        "courseTitle": "Mathematics – Class 8",
        "score": 42,
        "maxScore": 50,
        "percentage": 84.0,
        "passed": True,
        "gradedAt": "2026-04-13T09:50:00Z",
        "feedback": "Neat working. Check the signs.\n– Mr Menon",
    }


async def test_ten_grades_newest_first_and_some_of_them_failed(visitor: Visitor) -> None:
    grades = rows(await overview(visitor, "c-aarav"), "recentGrades")
    assert len(grades) == 10
    assert [row["gradedAt"] for row in grades] == sorted(
        (str(row["gradedAt"]) for row in grades), reverse=True
    )
    assert {row["passed"] for row in grades} == {True, False}
    assert all(moment(row["gradedAt"]) < NOON for row in grades)


async def test_one_piece_of_work_is_overdue_and_one_is_handed_in(visitor: Visitor) -> None:
    work = rows(await overview(visitor, "c-aarav"), "upcoming")
    assert [row["submitted"] for row in work if moment(row["dueAt"]) < NOON] == [False]
    assert [row["submitted"] for row in work].count(True) == 1
    assert [row["dueAt"] for row in work] == sorted(str(row["dueAt"]) for row in work)


async def test_lessons_are_locked_open_or_absent(visitor: Visitor) -> None:
    lessons = [row["nextLesson"] for row in rows(await overview(visitor, "c-aarav"), "courses")]
    states = {lesson["locked"] if isinstance(lesson, dict) else None for lesson in lessons}
    assert states == {True, False, None}


async def test_a_child_with_nothing_yet_has_empty_lists_and_zeros(visitor: Visitor) -> None:
    told = await overview(visitor, "c-kabir")
    del told["child"]
    assert told == {
        "courses": [],
        "recentGrades": [],
        "upcoming": [],
        "liveClasses": {"attendedThisMonth": 0, "missedThisMonth": 0, "upcoming": []},
        "gamification": {"currentStreak": 0, "longestStreak": 0, "totalPoints": 0, "badges": []},
        "certificates": [],
    }


async def test_what_the_server_leaves_out_is_missing_not_empty(visitor: Visitor) -> None:
    told = await overview(visitor, "c-zoya")
    assert set(told) == SECTIONS - {"certificates"}
    assert told["gamification"] == {"currentStreak": 2, "totalPoints": 300}
    live = told["liveClasses"]
    assert isinstance(live, dict)
    assert set(live) == {"attendedThisMonth", "upcoming"}
    assert not any({"progress", "nextLesson"} & set(row) for row in rows(told, "courses"))
    assert not any({"passed", "percentage"} & set(row) for row in rows(told, "recentGrades"))
    assert not any("submitted" in row for row in rows(told, "upcoming"))


async def test_live_classes_to_come_have_not_ended() -> None:
    def evening() -> datetime:
        return NOON + timedelta(hours=5, minutes=40)  # 17:40: the first class of the day runs, one is to come

    during = upcoming_classes(await overview(Visitor(Sandbox(clock=evening)), "c-aarav"))
    assert [row["startsAt"] for row in during[:2]] == ["2026-04-15T11:30:00Z", "2026-04-15T12:45:00Z"]
    after = upcoming_classes(
        await overview(Visitor(Sandbox(clock=lambda: evening() + timedelta(minutes=5))), "c-aarav")
    )
    assert after[0]["startsAt"] == "2026-04-15T12:45:00Z"
    assert len(during) == len(after) == 5


async def test_on_the_first_of_a_month_no_live_class_was_attended_or_missed() -> None:
    first = datetime.fromisoformat("2026-05-01T06:30:00Z")
    live = (await overview(Visitor(Sandbox(clock=lambda: first)), "c-aarav"))["liveClasses"]
    assert isinstance(live, dict)
    assert (live["attendedThisMonth"], live["missedThisMonth"]) == (0, 0)
