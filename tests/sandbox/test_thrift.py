"""Answers that cost little on the way: packed, and not sent twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.sandbox.visitor import Visitor

MEERA = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"
OVERVIEW = "parent/children/c-aarav/overview"


async def test_who_has_the_newest_version_is_told_so_and_no_more(visitor: Visitor) -> None:
    first = await visitor.learn(MEERA, OVERVIEW)

    again = await visitor.learn(MEERA, OVERVIEW, if_none_match=first.headers["etag"])

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["cache-control"] == first.headers["cache-control"] == "private, no-cache"


async def test_a_version_of_earlier_is_answered_in_full(visitor: Visitor) -> None:
    again = await visitor.learn(MEERA, OVERVIEW, if_none_match='W/"earlier"')

    assert again.status_code == 200
    assert again.json()["data"]["child"]["contactId"] == "c-aarav"


@pytest.mark.parametrize("path", ["classes", "student/c-aarav"])
async def test_what_may_be_reused_has_a_version(visitor: Visitor, path: str) -> None:
    assert (await visitor.lms(PRINCIPAL, path)).headers["etag"]


@pytest.mark.parametrize("path", ["students/c-aarav/fee-status", "student/c-aarav/parents", "nowhere"])
async def test_what_may_not_be_kept_or_is_no_answer_has_none(visitor: Visitor, path: str) -> None:
    assert "etag" not in (await visitor.lms(PRINCIPAL, path)).headers


async def test_a_body_is_packed_for_whoever_can_unpack_it_and_where_it_helps(visitor: Visitor) -> None:
    packed = await visitor.learn(MEERA, OVERVIEW)
    plain = await visitor.learn(MEERA, OVERVIEW, accept_encoding="identity")
    short = await visitor.lms(PRINCIPAL, "students/c-aarav/fee-status")

    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert packed.json() == plain.json()
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in short.headers
