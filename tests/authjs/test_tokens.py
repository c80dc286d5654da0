"""Tokens of a genuine Auth.js: readable and opaque, short and long, renewed with every answer."""

from __future__ import annotations

import asyncio

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import ServerTrouble, SessionEnded, TenantMismatch
from optilearn_tui.api.identity import PersonKind
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.token import CHUNK_SIZE, Token, parse_token
from tests.authjs.genuine_server import EMAIL, SESSION_COOKIE, GenuineServer, sign_in

PARENT = {"name": "Meera", "email": EMAIL, "contactId": "c-meera", "contactType": "CONTACT_PARENT"}
BRIDGE = "/api/lms/parent/c-meera/children"
PROXY = "/api/parent/children"
FEES = "/api/lms/students/c-aarav/fee-status"
OVERVIEW = "/api/parent/children/c-aarav/overview"
AARAV = {"contactId": "c-aarav", "name": "Aarav Sharma"}

both_tokens = pytest.mark.parametrize("token", ["jwe", "jws"])
both_lengths = pytest.mark.parametrize("bulk", [0, 7_000])


@pytest.fixture
def data(server: GenuineServer) -> None:
    """What the school answers to a session, on either host."""
    server.set(data={FEES: {"status": "PAID"}, OVERVIEW: {"child": AARAV, "courses": []}})


def client_with(server: GenuineServer, token: Token) -> Client:
    """A client of somebody who has signed in elsewhere."""
    return Client(server.deployment, "riverside", token, retry=ONCE)


@both_tokens
@both_lengths
@pytest.mark.usefixtures("data")
async def test_every_answer_of_both_hosts_renews_the_token(
    server: GenuineServer, client: Client, token: str, bulk: int
) -> None:
    server.set(token=token, bulk=bulk)
    await sign_in(client)
    seen = [client.session.token]

    for ask in (
        client.auth.who_am_i,
        lambda: client.fees.of("c-aarav"),
        lambda: client.overview.of("c-aarav"),
    ):
        await ask()
        seen.append(client.session.token)

    assert len({held.reveal() for held in seen if held}) == 4
    assert {held.is_readable for held in seen if held} == {token == "jws"}
    assert [asked.status for asked in server.asked[-3:]] == [200] * 3
    *_, to_school, to_learn = server.asked
    assert to_school.headers["host"] == f"riverside.localhost:{server.port}"
    assert to_learn.headers["host"] == f"learn.localhost:{server.port}"


@both_tokens
@both_lengths
async def test_a_token_is_sent_in_the_form_in_which_it_came(
    server: GenuineServer, client: Client, token: str, bulk: int
) -> None:
    server.set(token=token, bulk=bulk)
    await sign_in(client)
    await client.auth.who_am_i()

    before, last = server.asked[-2:]
    came = {
        name: cookie.value for name, cookie in before.sets.items() if cookie.name.startswith(SESSION_COOKIE)
    }
    assert last.cookies == came
    assert list(came) == ([f"{SESSION_COOKIE}.{n}" for n in range(len(came))] if bulk else [SESSION_COOKIE])
    assert max(map(len, came.values())) <= CHUNK_SIZE


@both_tokens
async def test_a_token_that_grows_and_shrinks_is_never_sent_in_both_forms(
    server: GenuineServer, client: Client, token: str
) -> None:
    server.set(token=token)
    await sign_in(client)

    for bulk in (9_000, 4_000, 0, 4_000):
        server.set(bulk=bulk)
        await client.auth.who_am_i()
        await client.auth.who_am_i()

    forms = [sorted(asked.cookies) for asked in server.asked if asked.path == "/api/auth/session"]
    whole, chunks = [SESSION_COOKIE], [f"{SESSION_COOKIE}.{number}" for number in range(5)]
    assert [form == whole or form == chunks[: len(form)] for form in forms] == [True] * len(forms)
    assert {len(form) for form in forms} == {1, 2, 4}
    cleared = [name for asked in server.asked for name, cookie in asked.sets.items() if not cookie.live]
    assert {SESSION_COOKIE, f"{SESSION_COOKIE}.0", f"{SESSION_COOKIE}.2"} <= set(cleared)


@pytest.mark.usefixtures("data")
async def test_questions_at_the_same_time_leave_a_token_that_is_valid(
    server: GenuineServer, client: Client
) -> None:
    server.set(bulk=5_000)
    await sign_in(client)

    asking = (client.auth.who_am_i(), client.fees.of("c-aarav"), client.overview.of("c-aarav"))
    await asyncio.gather(*asking)

    assert (await client.auth.who_am_i()).email == EMAIL


async def test_an_older_token_stays_valid_beside_the_newer_one(server: GenuineServer, client: Client) -> None:
    await sign_in(client)
    old = client.session.token
    assert old is not None
    await client.auth.who_am_i()

    async with client_with(server, old) as other:
        assert (await other.auth.who_am_i()).email == EMAIL


async def test_an_opaque_token_and_a_bare_session_leave_name_and_address(
    server: GenuineServer, client: Client
) -> None:
    server.set(session="bare", image="https://example.com/meera.png", data={PROXY: {"children": [AARAV]}})

    identity = await sign_in(client)

    assert (identity.name, identity.email) == ("Meera Sharma", EMAIL)
    assert identity.contact_id is Unknown.LEFT_OUT
    assert identity.kind is PersonKind.STRANGER
    assert identity.verified
    # What needs no id of the person can be asked all the same.
    assert [child.contact_id for child in (await client.children.mine()).value] == ["c-aarav"]
    assert f"GET {BRIDGE}" not in server.paths


async def test_a_readable_token_fills_in_what_a_bare_session_leaves_out(
    server: GenuineServer, client: Client
) -> None:
    server.set(session="bare", token="jws", data={BRIDGE: [AARAV]})

    identity = await sign_in(client)

    assert (identity.contact_id, identity.kind) == ("c-meera", PersonKind.PARENT)
    assert not identity.verified
    assert [child.contact_id for child in (await client.children.mine()).value] == ["c-aarav"]


@both_tokens
@both_lengths
@pytest.mark.parametrize("form", ["bare", "wrapped", "cookie"])
async def test_a_pasted_token_is_accepted(server: GenuineServer, token: str, bulk: int, form: str) -> None:
    server.set(token=token)
    value = server.mint(**PARENT, more="x" * bulk).reveal()
    chunks = [value[at : at + CHUNK_SIZE] for at in range(0, len(value), CHUNK_SIZE)]
    pasted = {
        "bare": value,
        "wrapped": "\n".join(value[at : at + 80] for at in range(0, len(value), 80)),
        "cookie": "Cookie: theme=dark; "
        + "; ".join(f"{SESSION_COOKIE}.{number}={chunk}" for number, chunk in reversed([*enumerate(chunks)])),
    }

    async with client_with(server, parse_token(pasted[form])) as client:
        identity = await client.auth.who_am_i()

    assert (identity.contact_id, identity.kind) == ("c-meera", PersonKind.PARENT)


async def test_an_opaque_token_is_bound_to_the_name_it_is_pasted_with(server: GenuineServer) -> None:
    name = f"__Secure-{SESSION_COOKIE}"
    server.set(secure=True)
    value = server.mint(**PARENT, salt=name).reveal()

    async with client_with(server, parse_token(f"{name}={value}")) as client:
        assert (await client.auth.who_am_i()).contact_id == "c-meera"
    server.set(secure=False)
    async with client_with(server, parse_token(value)) as client:
        with pytest.raises(SessionEnded):
            await client.auth.who_am_i()


@both_tokens
async def test_a_token_that_has_expired_is_a_session_that_is_over(server: GenuineServer, token: str) -> None:
    server.set(token=token, maxAge=-60)
    expired = server.mint(**PARENT)

    async with client_with(server, expired) as client:
        with pytest.raises(SessionEnded):
            await client.auth.who_am_i()


@both_tokens
async def test_a_forged_token_is_a_session_that_is_over(server: GenuineServer, token: str) -> None:
    server.set(token=token, secret="not the school's")
    forged = server.mint(**PARENT)
    server.reset()
    server.set(token=token)

    async with client_with(server, forged) as client:
        with pytest.raises(SessionEnded):
            await client.auth.who_am_i()


async def test_an_opaque_token_of_another_school_is_found_out_by_asking(server: GenuineServer) -> None:
    other = server.mint(**PARENT, institutionSlug="springdale")

    async with client_with(server, other) as client:
        with pytest.raises(TenantMismatch) as caught:
            await client.auth.who_am_i()

    assert (caught.value.signed_in_at, caught.value.asked) == ("springdale", "riverside")


async def test_a_readable_token_of_another_school_is_found_out_before(server: GenuineServer) -> None:
    server.set(token="jws")
    other = server.mint(**PARENT, institutionSlug="springdale")

    async with client_with(server, other) as client:
        with pytest.raises(TenantMismatch):
            await client.auth.who_am_i()

    assert server.asked == []


async def test_a_token_too_long_for_the_server_is_trouble_and_is_kept(server: GenuineServer) -> None:
    long = server.mint(**PARENT, more="x" * 13_000)

    async with client_with(server, long) as client:
        with pytest.raises(ServerTrouble) as caught:
            await client.auth.who_am_i()

        assert caught.value.status == 431
        assert client.session.token == long
