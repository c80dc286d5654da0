"""Listings page by page (PLATFORM.md §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    import httpx

TEACHER = "teacher@riverside.example"
LIBRARY = "courses/course-library/enrollments"


async def asked(visitor: Visitor, query: str, path: str = LIBRARY) -> httpx.Response:
    return await visitor.learn(TEACHER, f"{path}?{query}")


async def test_a_page_tells_where_it_stands(visitor: Visitor) -> None:
    answer = await asked(visitor, "page=2&perPage=50")
    body = answer.json()
    total = body["meta"]["total"]
    assert body["meta"] == {"total": total, "page": 2, "perPage": 50, "totalPages": -(-total // 50)}
    assert len(body["data"]) == 50
    assert answer.headers["cache-control"] == "no-store"


async def test_twenty_rows_from_the_first_page_unless_asked_otherwise(visitor: Visitor) -> None:
    plain, empty = await asked(visitor, ""), await asked(visitor, "page=&perPage=")
    assert plain.json() == empty.json()
    assert (plain.json()["meta"]["page"], len(plain.json()["data"])) == (1, 20)


async def test_all_pages_together_hold_every_row_once(visitor: Visitor) -> None:
    first = (await asked(visitor, "perPage=100")).json()["meta"]
    seen = [
        row["studentContactId"]
        for number in range(1, first["totalPages"] + 1)
        for row in (await asked(visitor, f"page={number}&perPage=100")).json()["data"]
    ]
    assert len(seen) == len(set(seen)) == first["total"]


async def test_a_page_behind_the_last_is_empty_and_one_of_a_thousand_is_a_hundred(visitor: Visitor) -> None:
    behind = (await asked(visitor, "page=999")).json()
    assert (behind["data"], behind["meta"]["page"]) == ([], 999)
    big = (await asked(visitor, "perPage=1000")).json()
    assert (len(big["data"]), big["meta"]["perPage"]) == (100, 100)


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=one", "perPage=0", "perPage=%D9%A1", "page=1e3"]
)
async def test_what_is_no_page_is_refused(visitor: Visitor, query: str) -> None:
    for path in (LIBRARY, "courses"):
        answer = await asked(visitor, query, path)
        assert (answer.status_code, code_of(answer)) == (400, "VALIDATION_ERROR")
