"""A parent's list of children, from both services (PLATFORM.md §5 row 9 and §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import SESSION

if TYPE_CHECKING:
    from tests.sandbox.visitor import Visitor

MEERA = "meera.sharma@example.com"


async def test_a_row_has_the_documented_keys(visitor: Visitor) -> None:
    answer = await visitor.lms(MEERA, "parent/c-meera/children")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["error"] is None
    assert answer.json()["data"][0] == {
        "studentId": "st-aarav",
        "contactId": "c-aarav",
        "name": "Aarav Sharma",
        "email": "aarav.sharma@example.com",
        "studentCode": "RPS-0801",
        "class": "8",
        "section": "B",
        "photoUrl": None,
        "status": "ACTIVE",
        "relation": "MOTHER",
        "isPrimary": False,
    }


async def test_three_children_sit_in_three_classes_and_the_primary_one_is_not_first(visitor: Visitor) -> None:
    rows = (await visitor.lms(MEERA, "parent/c-meera/children")).json()["data"]
    assert [(row["name"], row["class"], row["section"], row["isPrimary"]) for row in rows] == [
        ("Aarav Sharma", "8", "B", False),
        ("दीया शर्मा", "5", "A", True),
        ("Kabir [KD] Sharma [/]", "1", "C", False),
    ]


async def test_the_proxy_on_learn_adds_the_institution(visitor: Visitor) -> None:
    answer = await visitor.learn(MEERA, "parent/children")
    bridge = (await visitor.lms(MEERA, "parent/c-meera/children")).json()["data"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["data"] == {
        "children": [{**row, "institutionId": "inst-riverside"} for row in bridge]
    }


async def test_a_parent_to_whom_nobody_is_linked_has_an_empty_list(visitor: Visitor) -> None:
    nadia = "nadia.ali@example.com"
    assert (await visitor.lms(nadia, "parent/c-nadia/children")).json()["data"] == []
    assert (await visitor.learn(nadia, "parent/children")).json()["data"] == {"children": []}


async def test_every_parent_sees_exactly_the_children_linked_to_them(visitor: Visitor) -> None:
    seen = {}
    for account in visitor.sandbox.accounts:
        if account.role == "parent":
            cookie = f"{SESSION}={account.session_token}"
            answer = (await visitor.get("learn", "/api/parent/children", cookie=cookie)).json()
            ids = [row["contactId"] for row in answer["data"]["children"]]
            seen[account.institution, account.email] = ids
    assert seen == {
        ("riverside", "meera.sharma@example.com"): ["c-aarav", "c-diya", "c-kabir"],
        ("riverside", "john.dsouza@example.com"): ["c-anna"],
        ("riverside", "robert.tables@example.com"): ["c-bobby"],
        ("riverside", "nadia.ali@example.com"): [],
        ("springdale", "sunita.verma@example.com"): ["c-rohan", "c-tara"],
        ("springdale", "imran.khan@example.com"): ["c-zoya"],
        ("springdale", "john.dsouza@example.com"): ["c-tara"],
    }


async def test_one_address_may_be_somebodys_at_both_schools(visitor: Visitor) -> None:
    john = "john.dsouza@example.com"
    assert visitor.sandbox.account(john).institution == "riverside"
    assert visitor.sandbox.account(john, "springdale").institution == "springdale"
    for school in ("riverside", "springdale"):
        answer = await visitor.sign_in(john, at=school)
        assert (answer.status_code, answer.json()) == (200, {"url": f"http://{school}.localhost/"})
    with pytest.raises(KeyError):
        visitor.sandbox.account("meera.sharma@example.com", "springdale")
