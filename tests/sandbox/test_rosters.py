"""Who sits in a section (PLATFORM.md §5 row 6), and that everything else agrees with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

TEACHER = "teacher@riverside.example"


async def test_a_roster_is_live_and_in_the_order_of_its_roll_numbers(visitor: Visitor) -> None:
    answer = await visitor.lms(TEACHER, "sections/section-8-B/students")
    rows = answer.json()["data"]
    assert answer.headers["cache-control"] == "no-store"
    assert rows[3] == {"studentContactId": "c-aarav", "name": "Aarav Sharma", "rollNumber": 4}
    assert [row["rollNumber"] for row in rows] == list(range(1, 37))


async def test_who_has_no_roll_number_comes_last(visitor: Visitor) -> None:
    rows = (await visitor.lms(TEACHER, "sections/section-1-C/students")).json()["data"]
    assert rows[-1] == {"studentContactId": "c-kabir", "name": "Kabir [KD] Sharma [/]", "rollNumber": None}
    assert len(rows) == 31


async def test_the_other_school_writes_its_roll_numbers_as_text(visitor: Visitor) -> None:
    rows = (await visitor.lms("teacher@springdale.example", "sections/section-spv-9-C/students")).json()[
        "data"
    ]
    assert rows[7] == {"studentContactId": "c-zoya", "name": "Zoya Khan", "rollNumber": "08"}


async def test_an_empty_section_is_empty_and_an_unknown_one_not_found(visitor: Visitor) -> None:
    assert (await visitor.lms(TEACHER, "sections/section-9-D/students")).json()["data"] == []
    for section in ("section-9-E", "section-spv-9-C", "class-9", "..%2Fclasses"):
        answer = await visitor.lms(TEACHER, f"sections/{section}/students")
        assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")


@pytest.mark.parametrize(("slug", "sections", "pupils"), [("riverside", 27, 839), ("springdale", 11, 317)])
def test_every_pupil_sits_where_their_enrolment_says(
    sandbox: Sandbox, slug: str, sections: int, pupils: int
) -> None:
    register = sandbox.data[slug]
    seats = [
        (str(row["studentContactId"]), section, row["name"])
        for section, rows in register.rosters.items()
        for row in rows
    ]
    assert len(register.rosters) == sections
    assert len({contact for contact, _, _ in seats}) == len(seats) == pupils
    for contact_id, section, name in seats:
        student = register.students[contact_id]
        enrolment = student["currentEnrolment"]
        assert isinstance(enrolment, dict)
        assert enrolment["sectionId"] == section
        assert name == f"{student['firstName']} {student['lastName']}"


def test_one_student_is_in_no_class(sandbox: Sandbox) -> None:
    register = sandbox.data["riverside"]
    nowhere = [name for name, row in register.students.items() if row["currentEnrolment"] is None]
    assert nowhere == ["c-leela"]


def test_student_codes_and_student_ids_are_unique(sandbox: Sandbox) -> None:
    rows = [row for register in sandbox.data.values() for row in register.students.values()]
    for key in ("id", "contactId", "studentCode"):
        assert len({row[key] for row in rows}) == len(rows)


def test_names_are_written_in_both_scripts(sandbox: Sandbox) -> None:
    names = [str(row["name"]) for rows in sandbox.data["riverside"].rosters.values() for row in rows]
    hindi = sum(any("ऀ" <= letter <= "ॿ" for letter in name) for name in names)
    assert len(names) // 8 < hindi < len(names) // 3


@pytest.mark.parametrize(
    "nobody", ["c-8-B-0", "c-8-B-37", "c-8-B-7", "c-8-B-٠٧", "c-8-B-", "c-8-B-" + "9" * 5000]
)
async def test_an_id_that_no_seat_has_is_nobodys(visitor: Visitor, nobody: str) -> None:
    for path in ("student/{}", "contact/{}", "students/{}/attendance", "student/{}/parents"):
        answer = await visitor.by_key(path.format(nobody))
        assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")
