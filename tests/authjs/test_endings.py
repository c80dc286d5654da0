"""How a session at a genuine Auth.js ends, and what is no end of it."""

from __future__ import annotations

import asyncio

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import ApiError, Forbidden, ServerTrouble, SessionEnded, UnreadableAnswer
from optilearn_tui.api.retry import ONCE
from tests.authjs.genuine_server import CSRF_COOKIE, EMAIL, SESSION_COOKIE, GenuineServer, sign_in

SESSION = "GET /api/auth/session"
SIGN_OUT = "POST /api/auth/signout"
FEES = "/api/lms/students/c-aarav/fee-status"


def paths_since(server: GenuineServer, already: int) -> list[str]:
    """What has been asked after so many requests."""
    return server.paths[already:]


async def ask_five_things(client: Client) -> list[object]:
    """What becomes of five questions to both hosts at the same time."""
    fees = (client.fees.of(child) for child in ("c-aarav", "c-diya", "c-kabir"))
    overviews = (client.overview.of(child) for child in ("c-aarav", "c-diya"))
    return list(await asyncio.gather(*fees, *overviews, return_exceptions=True))


@pytest.mark.parametrize("settings", [{"secret": "another"}, {"revoked": True}])
@pytest.mark.parametrize("bulk", [0, 7_000])
async def test_a_session_revoked_meanwhile_is_over_after_one_question(
    server: GenuineServer, client: Client, settings: dict[str, object], bulk: int
) -> None:
    server.set(bulk=bulk)
    await sign_in(client)
    already = len(server.asked)
    server.set(**settings)

    outcomes = await ask_five_things(client)

    assert [type(outcome) for outcome in outcomes] == [SessionEnded] * 5
    assert paths_since(server, already).count(SESSION) == 1
    refused = next(asked for asked in server.asked[already:] if asked.path == FEES)
    assert refused.status == 307
    assert client.session.token is None
    assert client.identity is None


async def test_nothing_is_asked_any_more_after_the_end_and_signing_in_again_helps(
    server: GenuineServer, client: Client
) -> None:
    await sign_in(client)
    server.set(secret="another")
    with pytest.raises(SessionEnded):
        await client.auth.who_am_i()
    already = len(server.asked)

    outcomes = await ask_five_things(client)

    assert [type(outcome) for outcome in outcomes] == [SessionEnded] * 5
    assert paths_since(server, already) == []
    assert (await sign_in(client)).email == EMAIL


async def test_a_misconfigured_server_is_trouble_and_the_session_outlives_it(
    server: GenuineServer, client: Client
) -> None:
    server.set(data={FEES: {"status": "PAID"}})
    identity = await sign_in(client)
    token = client.session.token
    server.set(secret=None)

    with pytest.raises(ServerTrouble) as caught:
        await client.auth.who_am_i()
    with pytest.raises(ServerTrouble):
        await client.fees.of("c-aarav")

    assert caught.value.status == 500
    assert client.session.token is token
    assert client.identity == identity
    server.set(secret="a secret of the school")
    assert (await client.fees.of("c-aarav")).value.status == "PAID"


async def test_a_redirect_of_a_session_that_is_fine_closes_one_view_and_ends_nothing(
    server: GenuineServer, client: Client
) -> None:
    identity = await sign_in(client)
    closed = [f"/api/lms/students/{child}/fee-status" for child in ("c-aarav", "c-diya", "c-kabir")]
    closed += [f"/api/parent/children/{child}/overview" for child in ("c-aarav", "c-diya")]
    server.set(closed=closed)
    already = len(server.asked)

    outcomes = await ask_five_things(client)

    assert [type(outcome) for outcome in outcomes] == [Forbidden] * 5
    assert paths_since(server, already).count(SESSION) == 1
    assert {asked.status for asked in server.asked[already:] if asked.path in closed} == {307}
    assert client.identity is not None
    assert client.identity.email == identity.email


async def test_a_middleware_before_the_question_who_it_is_ends_nothing(
    server: GenuineServer, client: Client
) -> None:
    await sign_in(client)
    server.set(closed=["/api/auth/session"])

    with pytest.raises(UnreadableAnswer):
        await client.auth.who_am_i()

    assert client.session.token is not None


@pytest.mark.parametrize(
    "settings", [{}, {"bulk": 7_000}, {"secure": True}, {"csrf": False}, {"token": "jws"}]
)
async def test_signing_out_is_confirmed_by_the_cookies_that_are_cleared(
    server: GenuineServer, client: Client, settings: dict[str, object]
) -> None:
    server.set(**settings)
    await sign_in(client)

    assert await client.auth.sign_out()

    told = server.asked[-1]
    assert (told.method, told.path, told.status) == ("POST", "/api/auth/signout", 200)
    sent = {name for name in told.cookies if SESSION_COOKIE in name}
    assert sent
    assert sent <= {name for name, cookie in told.sets.items() if not cookie.live}
    assert client.session.token is None
    assert client.identity is None


async def test_signing_out_revokes_nothing_on_the_server(server: GenuineServer, client: Client) -> None:
    await sign_in(client)
    copy = client.session.token
    assert await client.auth.sign_out()

    async with Client(server.deployment, "riverside", copy, retry=ONCE) as other:
        assert (await other.auth.who_am_i()).email == EMAIL


@pytest.mark.parametrize(
    "settings",
    [{"staleForms": 1}, {"secret": None}, {"closed": ["/api/auth/signout"]}, {"closed": ["/api/auth/csrf"]}],
)
async def test_a_sign_out_that_the_server_does_not_confirm_is_told_and_done_here(
    server: GenuineServer, client: Client, settings: dict[str, object]
) -> None:
    await sign_in(client)
    server.set(**settings)

    assert not await client.auth.sign_out()

    assert client.session.token is None


async def test_the_form_for_signing_out_is_protected_as_well(server: GenuineServer, client: Client) -> None:
    await sign_in(client)
    await client.auth.sign_out()

    assert server.paths[-2:] == ["GET /api/auth/csrf", SIGN_OUT]
    assert set(server.asked[-1].cookies) == {CSRF_COOKIE, SESSION_COOKIE}


async def test_after_signing_out_somebody_else_can_sign_in(server: GenuineServer, client: Client) -> None:
    await sign_in(client)
    await client.auth.sign_out()

    with pytest.raises(ApiError):
        await client.auth.who_am_i()
    assert (await sign_in(client)).email == EMAIL
    assert all(SESSION_COOKIE not in asked.cookies for asked in server.asked if "callback" in asked.path)
