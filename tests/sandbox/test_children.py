"""A parent's list of children, from both services (PLATFORM.md §5 row 9 and §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    seen = {
        account.email: [
            row["contactId"]
            for row in (await visitor.learn(account.email, "parent/children")).json()["data"]["children"]
        ]
        for account in visitor.sandbox.accounts
        if account.role == "parent"
    }
    assert seen == {
        "meera.sharma@example.com": ["c-aarav", "c-diya", "c-kabir"],
        "john.dsouza@example.com": ["c-anna"],
        "robert.tables@example.com": ["c-bobby"],
        "nadia.ali@example.com": [],
        "sunita.verma@example.com": ["c-rohan", "c-tara"],
        "imran.khan@example.com": ["c-zoya"],
    }
