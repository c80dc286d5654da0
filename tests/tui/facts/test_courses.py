"""Courses: progress, status, last opened, lessons, and what comes next."""

from __future__ import annotations

from rich.cells import cell_len

from optilearn_tui.tui.facts.courses import CoursesFacts
from tests.tui.facts.shown import INDIA, answered, forms, noon

ALGEBRA = {
    "courseTitle": "Algebra [x] [/]",
    "progress": 64,
    "status": "ACTIVE",
    "lastAccessedAt": "2026-04-13T06:30:00Z",
    "totalLessons": 25,
    "completedLessons": 16,
    "completedAt": None,
    "finalScore": None,
    "passed": None,
    "nextLesson": {"title": "Squares", "availableAt": "2026-04-17T00:30:00Z", "locked": True},
}


def facts() -> CoursesFacts:
    return CoursesFacts(clock=noon, zone=INDIA)


def test_the_full_form_says_everything_about_a_course() -> None:
    full = forms(answered(facts(), courses=[ALGEBRA]), 78)[0]
    assert "Algebra [x] [/]" in full
    assert "Active" in full
    assert " 64%" in full
    assert "16 of 25 lessons" in full
    assert "last opened 2 days ago" in full
    assert "Next: Squares – locked until Fri 17 Apr, 6:00 am (in 2 days)" in full


def test_the_tightest_form_is_one_line_a_course_and_no_wider_than_there_is_room() -> None:
    tight = forms(answered(facts(), courses=[ALGEBRA, {**ALGEBRA, "courseTitle": "रुचिरा – तृतीयो भागः" * 3}]))[
        -1
    ]
    assert len(tight.splitlines()) == 2
    assert all(cell_len(line) <= 38 for line in tight.splitlines())
    assert "64% 16/25" in tight


def test_no_courses_is_said_and_left_out_courses_are_not_called_none() -> None:
    assert forms(answered(facts(), courses=[])) == ["No courses yet."]
    assert forms(answered(facts()), 78) == ["Not known: the school's answer leaves this out."]
    assert "cannot be read" in forms(answered(facts(), courses="seven"), 78)[0]


def test_what_is_left_out_of_a_course_is_called_not_known() -> None:
    full = forms(answered(facts(), courses=[{"courseTitle": "Algebra"}]), 78)[0]
    assert "status not known" in full
    assert "progress not known" in full
    assert "lessons not known" in full
    assert "last opened: not known" in full
    assert "Next lesson: not known" in full


def test_a_completed_course_says_when_and_how_well() -> None:
    done = {
        **ALGEBRA,
        "status": "COMPLETED",
        "progress": 100,
        "completedAt": "2026-03-20T06:00:00Z",
        "finalScore": 92,
        "passed": True,
        "nextLesson": None,
    }
    full = forms(answered(facts(), courses=[done]), 110)[0]
    assert "Completed" in full
    assert "· completed on 20 March 2026 ·" in full
    assert "final score 92% ·\n  passed" in full
    assert "No further lesson" not in full


def test_a_status_nobody_knows_is_shown_as_the_school_wrote_it() -> None:
    assert "ON_HOLD" in forms(answered(facts(), courses=[{**ALGEBRA, "status": "ON_HOLD"}]), 78)[0]


def test_a_course_never_opened_and_without_a_further_lesson_says_so() -> None:
    course = {**ALGEBRA, "lastAccessedAt": None, "nextLesson": None}
    full = forms(answered(facts(), courses=[course]), 78)[0]
    assert "never opened" in full
    assert "No further lesson." in full


def test_an_open_lesson_and_one_of_unknown_lock_are_told_apart() -> None:
    open_now = {**ALGEBRA, "nextLesson": {"title": "Squares", "locked": False}}
    unknown = {**ALGEBRA, "nextLesson": {"title": "Squares"}}
    locked = {**ALGEBRA, "nextLesson": {"title": "Squares", "locked": True, "availableAt": None}}
    assert "Squares – open now" in forms(answered(facts(), courses=[open_now]), 78)[0]
    assert "Squares – not known whether open" in forms(answered(facts(), courses=[unknown]), 78)[0]
    assert "Squares – locked" in forms(answered(facts(), courses=[locked]), 78)[0]
