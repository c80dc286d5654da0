"""The parents of a student (PLATFORM.md §5 row 3), and from them back to the children."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.sandbox.wire import Row

TEACHER = "teacher@riverside.example"


async def test_parents_come_in_the_servers_order_which_is_not_that_of_importance(visitor: Visitor) -> None:
    answer = await visitor.lms(TEACHER, "student/c-aarav/parents")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["data"] == [
        {
            "parentContactId": "c-meera",
            "email": "meera.sharma@example.com",
            "name": "Meera Sharma",
            "relation": "MOTHER",
            "mobile": "+91 50000 10001",
            "isPrimary": False,
        },
        {
            "parentContactId": "c-rajiv",
            "email": None,
            "name": "Rajiv Sharma",
            "relation": "FATHER",
            "mobile": "+91 50000 10002",
            "isPrimary": True,
        },
    ]


async def test_one_student_has_no_parents(visitor: Visitor, sandbox: Sandbox) -> None:
    alone = [name for name, rows in sandbox.data["riverside"].parents.items() if not rows]
    assert alone == ["c-8-B-06"]
    assert (await visitor.lms(TEACHER, "student/c-8-B-06/parents")).json()["data"] == []


async def test_nobodys_parents_are_not_found(visitor: Visitor) -> None:
    for nobody in ("c-nobody", "c-meera", "c-zoya", "c-spv-7-a-01", "c-8-B-05-mother"):
        answer = await visitor.lms(TEACHER, f"student/{nobody}/parents")
        assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")


@pytest.mark.parametrize("slug", ["riverside", "springdale"])
def test_parents_and_children_name_each_other(sandbox: Sandbox, slug: str) -> None:
    register = sandbox.data[slug]
    down = {
        (parent, str(row["contactId"]), row["relation"], row["isPrimary"])
        for parent, rows in register.children.items()
        for row in rows
    }
    up = {
        (str(row["parentContactId"]), pupil, row["relation"], row["isPrimary"])
        for pupil, rows in register.parents.items()
        for row in rows
    }
    assert up == down


@pytest.mark.parametrize("slug", ["riverside", "springdale"])
def test_every_parent_is_a_contact_of_the_same_name(sandbox: Sandbox, slug: str) -> None:
    register = sandbox.data[slug]
    for rows in register.parents.values():
        for row in rows:
            contact = register.contacts[str(row["parentContactId"])]
            assert row["name"] == f"{contact['firstName']} {contact['lastName']}"
            assert (row["email"], contact["contactType"]) == (contact["email"], "CONTACT_PARENT")


def test_families_have_one_to_three_children_over_several_sections(sandbox: Sandbox) -> None:
    families = list(sandbox.data["riverside"].children.values())
    sizes = Counter(len(rows) for rows in families)
    assert sizes[1] > sizes[2] > sizes[3] > 20
    together = [rows for rows in families if len(rows) > 1]
    assert all(len({(row["class"], row["section"]) for row in rows}) == len(rows) for rows in together)
    assert all(len({row["name"] for row in rows}) == len(rows) for rows in together)


def test_everybody_has_one_primary_contact_and_some_cannot_be_written_to(sandbox: Sandbox) -> None:
    every: list[list[Row]] = [
        rows for pupil, rows in sandbox.data["riverside"].parents.items() if pupil.startswith("c-8-") and rows
    ]
    assert all([row["isPrimary"] for row in rows].count(True) == 1 for rows in every)
    told = [row for rows in every for row in rows]
    assert {row["relation"] for row in told} == {"FATHER", "MOTHER", "GUARDIAN", "OTHER"}
    assert 0 < sum(row["email"] is None for row in told) < len(told) // 4
    assert 0 < sum(row["mobile"] is None for row in told) < len(told) // 8


def test_no_two_people_share_an_address_and_no_number_is_anybodys(sandbox: Sandbox) -> None:
    for register in sandbox.data.values():
        addresses = [str(row["email"]) for row in register.contacts.values() if row["email"]]
        assert len(set(addresses)) == len(addresses)
        assert all(address.isascii() and address.endswith("@example.com") for address in addresses)
    numbers = [str(row["mobile"]) for rows in sandbox.data["springdale"].parents.values() for row in rows]
    assert all(number == "None" or number.startswith("+91 5") for number in numbers)
