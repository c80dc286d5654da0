"""Names by id (PLATFORM.md §5, rows 1, 2 and 4)."""

from __future__ import annotations

import pytest

from tests.sandbox.visitor import Visitor, code_of

MEERA = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"


@pytest.mark.parametrize(
    ("path", "row"),
    [
        (
            "contact/c-meera",
            {
                "id": "c-meera",
                "firstName": "Meera",
                "lastName": "Sharma",
                "email": MEERA,
                "contactType": "CONTACT_PARENT",
                "status": "ACTIVE",
            },
        ),
        (
            "contact/c-kabir",
            {
                "id": "c-kabir",
                "firstName": "Kabir [KD]",
                "lastName": "Sharma [/]",
                "email": None,
                "contactType": "CONTACT_STUDENT",
                "status": "ACTIVE",
            },
        ),
        (
            "student/c-diya",
            {
                "id": "st-diya",
                "contactId": "c-diya",
                "firstName": "दीया",
                "lastName": "शर्मा",
                "studentCode": "RPS-0512",
                "currentEnrolment": {
                    "classId": "class-5",
                    "className": "5",
                    "sectionId": "section-5-A",
                    "sectionName": "A",
                },
            },
        ),
        (
            "user/u-teacher",
            {
                "id": "u-teacher",
                "firstName": "Suresh",
                "lastName": "Menon",
                "email": "teacher@riverside.example",
                "role": "TEACHER",
            },
        ),
    ],
)
async def test_a_look_up_has_the_documented_keys_and_may_be_reused(
    visitor: Visitor, path: str, row: dict[str, object]
) -> None:
    answer = await visitor.lms(MEERA, path)
    assert answer.json()["data"] == row
    assert answer.headers["cache-control"].startswith("private, max-age=300")


@pytest.mark.parametrize(
    "path", ["contact/c-nobody", "student/c-nobody", "student/c-meera", "user/u-springdale-teacher"]
)
async def test_nobody_is_not_found(visitor: Visitor, path: str) -> None:
    answer = await visitor.lms(PRINCIPAL, path)
    assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")
