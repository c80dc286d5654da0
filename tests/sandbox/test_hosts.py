"""Which host is whose (PLATFORM.md §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from tests.sandbox.visitor import Visitor, code_of

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

FRONT_DOOR = "/api/portal/institution"


async def test_each_institution_answers_on_its_own_host(visitor: Visitor) -> None:
    names = [(await visitor.get(slug, FRONT_DOOR)).json()["name"] for slug in ("riverside", "springdale")]
    assert names == ["Riverside Public School", "Springdale Vidyalaya / स्प्रिंगडेल विद्यालय"]


async def test_the_front_door_needs_no_session_and_has_no_envelope(visitor: Visitor) -> None:
    answer = await visitor.get("riverside", FRONT_DOOR)
    assert answer.json() == {"name": "Riverside Public School", "slug": "riverside", "logoUrl": None}


@pytest.mark.parametrize("place", ["nowhere", "evil.riverside", "learn.learn"])
async def test_an_unknown_institution_is_not_found(visitor: Visitor, place: str) -> None:
    for path in (FRONT_DOOR, "/api/auth/providers", "/api/auth/session"):
        answer = await visitor.get(place, path)
        assert (answer.status_code, code_of(answer)) == (404, "NOT_FOUND")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "opticrm.app", "riverside.opticrm.app", "[::1]"])
async def test_the_apex_and_foreign_hosts_answer_404(sandbox: Sandbox, host: str) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=sandbox.app)) as client:
        answer = await client.get(f"http://{host}{FRONT_DOOR}")
    assert answer.status_code == 404


async def test_learn_is_not_a_school_and_a_school_is_not_learn(visitor: Visitor) -> None:
    assert (await visitor.get("learn", FRONT_DOOR)).status_code == 404
    assert (await visitor.get("riverside", "/api/parent/children")).status_code == 404


async def test_neither_capital_letters_nor_a_port_make_another_host(visitor: Visitor) -> None:
    for host in ("Riverside.LOCALHOST", "riverside.localhost:8400"):
        answer = await visitor.get("riverside", FRONT_DOOR, host=host)
        assert answer.json()["slug"] == "riverside"


async def test_nothing_but_reading_is_offered(visitor: Visitor) -> None:
    answer = await visitor.send("DELETE", "riverside", "/api/lms/contact/c-aarav")
    assert answer.status_code == 405
