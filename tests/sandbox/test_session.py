"""Who is signed in, and how a session is issued anew and split over cookies (AUTH.md)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from optilearn_tui.sandbox.cookies import CHUNK, CookieNames, joined, sent, set_session
from tests.conftest import NOON
from tests.sandbox.visitor import SESSION, SetCookie, Visitor, set_cookies

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

MEERA = "meera.sharma@example.com"
NAMES = CookieNames(secure=False, domain="localhost")


def cookie_header(cookies: dict[str, SetCookie]) -> str:
    return "; ".join(
        cookie.as_sent(name) for name, cookie in reversed(cookies.items()) if not cookie.is_cleared
    )


async def test_the_session_tells_who_is_signed_in_on_every_host(visitor: Visitor) -> None:
    for place in ("riverside", "learn", "springdale"):
        answer = await visitor.get(place, "/api/auth/session", cookie=visitor.cookie(MEERA))
        body = answer.json()
        assert body["expires"] == "2026-05-15T06:30:00.000Z"
        assert (body["user"]["institutionSlug"], body["user"]["contactId"]) == ("riverside", "c-meera")
        assert set(body["user"]) == {
            "id",
            "email",
            "name",
            "role",
            "institutionId",
            "institutionSlug",
            "isContact",
            "contactId",
            "contactType",
        }


async def test_without_a_session_the_answer_is_null(visitor: Visitor) -> None:
    answer = await visitor.get("riverside", "/api/auth/session")
    assert (answer.status_code, answer.json(), set_cookies(answer)) == (200, None, {})


async def test_a_dead_session_is_null_and_its_cookies_are_cleared(visitor: Visitor, sandbox: Sandbox) -> None:
    dead = sandbox.token(MEERA, lifetime=timedelta(0))
    answer = await visitor.get("riverside", "/api/auth/session", cookie=f"{SESSION}={dead}")
    assert answer.json() is None
    assert set_cookies(answer)[SESSION].is_cleared


async def test_every_look_at_the_session_issues_it_anew_and_the_old_one_stays_good(visitor: Visitor) -> None:
    seen = {visitor.sandbox.account(MEERA).session_token}
    for _ in range(3):
        answer = await visitor.get("riverside", "/api/auth/session", cookie=visitor.cookie(MEERA))
        seen.add(set_cookies(answer)[SESSION].value)
    assert len(seen) == 4
    for token in seen:
        answer = await visitor.get("learn", "/api/parent/children", cookie=f"{SESSION}={token}")
        assert answer.status_code == 200


async def test_a_long_session_comes_in_chunks_and_goes_back_in_any_order(
    visitor: Visitor, sandbox: Sandbox
) -> None:
    long = sandbox.token(MEERA, padding="x" * 6000)
    parts = set_session(long, {}, NOON, NAMES)
    assert len(parts) == 3
    cookie = "; ".join(part.partition(";")[0] for part in reversed(parts))
    answer = await visitor.get("riverside", "/api/auth/session", cookie=cookie)
    anew = set_cookies(answer)
    assert sorted(anew) == [f"{SESSION}.{number}" for number in range(3)]
    assert len(anew[f"{SESSION}.0"].value) == CHUNK
    children = await visitor.get("learn", "/api/parent/children", cookie=cookie_header(anew))
    assert children.status_code == 200
    assert "padding" not in answer.json()["user"]


async def test_a_session_that_shrinks_or_grows_clears_the_names_it_no_longer_uses() -> None:
    shrunk = set_session("a" * 100, {f"{SESSION}.0": "", f"{SESSION}.1": ""}, NOON, NAMES)
    assert [line.partition("=")[0] for line in shrunk if "Max-Age=0" in line] == [
        f"{SESSION}.0",
        f"{SESSION}.1",
    ]
    grown = set_session("a" * 5000, {SESSION: ""}, NOON, NAMES)
    assert [line.partition("=")[0] for line in grown if "Max-Age=0" in line] == [SESSION]


@given(length=st.integers(1, 14 * CHUNK))
@settings(deadline=None)
def test_a_session_of_any_length_survives_being_split(length: int) -> None:
    token = "".join(chr(97 + position % 26) for position in range(length))
    lines = set_session(token, {}, NOON, NAMES)
    header = "; ".join(line.partition(";")[0] for line in reversed(lines))
    assert joined(sent(header)) == token


def test_parts_with_absurd_numbers_do_no_harm() -> None:
    assert joined({f"{SESSION}.{'9' * 5000}": "b", f"{SESSION}.0": "a", f"{SESSION}.²": "c"}) in {
        "bca",
        "cba",
    }
