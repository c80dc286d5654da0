"""A school of any size: nothing is made before somebody asks, and then no more than that."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.sandbox import Sandbox
from optilearn_tui.sandbox.live import LiveSandbox
from tests.sandbox.visitor import Visitor

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock

TEACHER = "teacher@riverside.example"

PARENTS_EVENING = """
import asyncio, sys
from optilearn_tui.sandbox import Sandbox
from tests.sandbox.visitor import Visitor

async def evening(visitor):
    for child in ("c-aarav", "c-diya", "c-kabir"):
        await visitor.learn("meera.sharma@example.com", f"parent/children/{child}/overview")
        await visitor.lms("meera.sharma@example.com", f"students/{child}/fee-status")
        await visitor.lms("meera.sharma@example.com", f"students/{child}/attendance")
        await visitor.lms("meera.sharma@example.com", "classes")

asyncio.run(evening(Visitor(Sandbox(scale="large"))))
print(*sorted(name for name in sys.modules if name.startswith("optilearn_tui.sandbox.")))
"""


@pytest.fixture
def large(noon: Clock) -> Visitor:
    """Asks a sandbox of the large scale at noon."""
    return Visitor(Sandbox(clock=noon, scale="large"))


async def test_there_are_500_sections_and_2000_courses(large: Visitor) -> None:
    classes = (await large.lms(TEACHER, "classes")).json()["data"]
    assert sum(len(row["sections"]) for row in classes) == 500
    assert (await large.learn(TEACHER, "courses")).json()["meta"]["total"] == 2000


async def test_one_section_has_10000_students_told_in_one_answer(large: Visitor) -> None:
    rows = (await large.lms(TEACHER, "sections/section-10-OPEN/students")).json()["data"]
    assert [row["rollNumber"] for row in rows] == list(range(1, 10_001))
    assert len({row["studentContactId"] for row in rows}) == 10_000


async def test_everybody_with_an_account_is_there_as_in_the_small_school(large: Visitor) -> None:
    rows = (await large.lms(TEACHER, "sections/section-8-B/students")).json()["data"]
    assert rows[3]["studentContactId"] == "c-aarav"
    overview = await large.learn("meera.sharma@example.com", "parent/children/c-aarav/overview")
    assert overview.json()["data"]["child"]["section"] == "B"


async def test_about_any_of_them_everything_is_known(large: Visitor) -> None:
    student = (await large.lms(TEACHER, "student/c-10-OPEN-7777")).json()["data"]
    assert student["currentEnrolment"] == {
        "classId": "class-10",
        "className": "10",
        "sectionId": "section-10-OPEN",
        "sectionName": "OPEN",
    }
    (parent, *_) = (await large.lms(TEACHER, "student/c-10-OPEN-7777/parents")).json()["data"]
    children = (await large.lms(TEACHER, f"parent/{parent['parentContactId']}/children")).json()["data"]
    assert "c-10-OPEN-7777" in {row["contactId"] for row in children}
    assert (await large.lms(TEACHER, "students/c-10-OPEN-7777/attendance")).json()["data"]


async def test_the_last_page_of_the_longest_listing_is_there(large: Visitor) -> None:
    path = "courses/course-library/enrollments?perPage=100"
    meta = (await large.learn(TEACHER, path)).json()["meta"]
    assert meta["total"] > 17_000
    last = (await large.learn(TEACHER, f"{path}&page={meta['totalPages']}")).json()["data"]
    assert last[-1]["studentContactId"].startswith("c-10-OPEN-")


def test_courses_of_the_large_school_are_targeted_in_every_way(large: Visitor) -> None:
    register = large.sandbox.data["riverside"]
    sections = set(register.rosters)
    reached = {
        "everyone"
        if not row.get("targetClassIds", "?") and not row.get("targetSectionIds", "?")
        else "nobody"
        if row.get("enrolledCount") == 0 and row["status"] == "PUBLISHED"
        else "some"
        for row in register.courses.values()
    }
    assert reached == {"everyone", "nobody", "some"}
    assert len(sections) == 500


def test_a_parents_evening_loads_and_makes_nothing_of_the_staffs() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", PARENTS_EVENING], capture_output=True, text=True, check=True
    )
    loaded = {name.rpartition(".")[2] for name in run.stdout.split()}
    assert "sandbox" in loaded
    assert not loaded & {"records", "cohort", "seating", "names", "prospectus", "staff_room", "large"}


def test_the_size_can_be_chosen_behind_a_socket(noon: Clock) -> None:
    live = LiveSandbox(clock=noon, scale="large")
    live.stop()
    assert len(live.sandbox.data["riverside"].rosters) == 500
