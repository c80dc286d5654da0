"""Fee records as they are stored, which is not always as they are (PLATFORM.md §5 row 7)."""

from __future__ import annotations

import pytest

from tests.sandbox.visitor import Visitor, code_of

PRINCIPAL = {"c-rohan": "principal@springdale.example", "c-tara": "principal@springdale.example"}


async def fee(visitor: Visitor, child: str) -> object:
    email = PRINCIPAL.get(child, "principal@riverside.example")
    answer = await visitor.lms(email, f"students/{child}/fee-status")
    assert answer.headers["cache-control"] == "no-store"
    return answer.json()["data"]


@pytest.mark.parametrize(
    ("child", "record"),
    [
        ("c-aarav", {"status": "PARTIAL", "outstanding": 12500, "dueDate": "2026-04-03"}),
        ("c-diya", {"status": "PARTIAL", "outstanding": 8000, "dueDate": "2026-05-01"}),
        ("c-anna", {"status": "PAID", "outstanding": 0, "dueDate": None}),
        ("c-bobby", {"status": "OVERDUE", "outstanding": 125000, "dueDate": "2026-03-06"}),
        ("c-rohan", {"status": "PAID", "outstanding": 0, "dueDate": "2026-02-14"}),
        ("c-tara", {"status": "PARTIAL", "outstanding": 4250.5, "dueDate": "2026-04-14T18:30:00Z"}),
    ],
)
async def test_a_record_is_told_as_it_was_stored(visitor: Visitor, child: str, record: object) -> None:
    assert await fee(visitor, child) == record


async def test_no_record_is_404_and_says_nothing_about_what_is_owed(visitor: Visitor) -> None:
    for email, child in (("meera.sharma@example.com", "c-kabir"), ("imran.khan@example.com", "c-zoya")):
        answer = await visitor.lms(email, f"students/{child}/fee-status")
        assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")


async def test_students_without_an_account_have_fees_of_every_kind_or_no_record(visitor: Visitor) -> None:
    register = visitor.sandbox.data["riverside"]
    records = [register.fees.get(pupil) for pupil in register.students]
    assert {record and record["status"] for record in records} == {"PAID", "PARTIAL", "OVERDUE", None}
    for record in records:
        assert record is None or (record["outstanding"] == 0) == (record["status"] == "PAID")
    late = [
        record
        for record in records
        if record and record["status"] == "PARTIAL" and str(record["dueDate"]) < "2026-04-15"
    ]
    assert late
