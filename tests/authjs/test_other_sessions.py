"""Sessions that are not the usual ones, and what stands between here and the school."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.errors import BrowserOnly, SessionEnded, TenantMismatch, UnreadableAnswer
from optilearn_tui.api.identity import PersonKind
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.token import Token, parse_token
from optilearn_tui.credentials import AccountKey, FileStore
from tests.authjs.genuine_server import EMAIL, SESSION_COOKIE, GenuineServer, sign_in

PARENT = {
    "id": "u-meera",
    "name": "Meera",
    "email": EMAIL,
    "contactId": "c-meera",
    "contactType": "CONTACT_PARENT",
    "institutionSlug": "riverside",
}
FEES = "/api/lms/students/c-aarav/fee-status"
OLD_NAMES = ("next-auth.session-token", "__Secure-next-auth.session-token")


def client_with(server: GenuineServer, token: Token) -> Client:
    """A client of somebody who has signed in elsewhere."""
    return Client(server.deployment, "riverside", token, retry=ONCE)


async def test_a_session_in_a_database_is_opaque_and_is_the_persons_all_the_same(
    server: GenuineServer,
) -> None:
    server.set(token="database", data={FEES: {"status": "PAID"}})
    minted = server.mint(**PARENT)
    assert str(uuid.UUID(minted.reveal())) == minted.reveal()

    async with client_with(server, parse_token(minted.reveal())) as client:
        identity = await client.auth.who_am_i()
        fees = await client.fees.of("c-aarav")

        assert (identity.contact_id, identity.kind) == ("c-meera", PersonKind.PARENT)
        assert identity.verified
        assert fees.value.status == "PAID"
        assert client.session.token == minted
        assert not minted.is_readable


async def test_a_session_in_a_database_is_really_over_after_signing_out(server: GenuineServer) -> None:
    server.set(token="database")
    minted = server.mint(**PARENT)

    async with client_with(server, minted) as client:
        await client.auth.who_am_i()
        assert await client.auth.sign_out()
    async with client_with(server, minted) as other:
        with pytest.raises(SessionEnded):
            await other.auth.who_am_i()


async def test_a_session_in_a_database_of_another_school_is_found_out_by_asking(
    server: GenuineServer,
) -> None:
    server.set(token="database")

    async with client_with(server, server.mint(**PARENT | {"institutionSlug": "springdale"})) as client:
        with pytest.raises(TenantMismatch):
            await client.auth.who_am_i()


async def test_a_school_without_passwords_is_told_as_such(server: GenuineServer, client: Client) -> None:
    server.set(token="database")

    with pytest.raises(BrowserOnly):
        await sign_in(client)

    assert server.paths == ["GET /api/auth/providers"]


@pytest.mark.parametrize("name", OLD_NAMES)
@pytest.mark.parametrize("bulk", [0, 7_000])
async def test_the_old_names_stay_with_the_token_over_renewals_and_restarts(
    server: GenuineServer, tmp_path: Path, name: str, bulk: int
) -> None:
    server.set(cookies={"sessionToken": {"name": name}}, bulk=bulk)
    minted = server.mint(**PARENT, salt=name).reveal()
    entry, store = AccountKey("localhost", "riverside"), FileStore(tmp_path)
    async with client_with(server, parse_token(f"{name}={minted}")) as client:
        await client.auth.who_am_i()
        assert client.session.token is not None
        await store.save(entry, client.session.token)

    kept = await store.load(entry)
    assert kept is not None
    async with client_with(server, kept) as client:
        assert (await client.auth.who_am_i()).email == EMAIL
        assert await client.auth.sign_out()

    sent = {cookie for asked in server.asked for cookie in asked.cookies if "session-token" in cookie}
    assert {cookie.rstrip(".0123456789") for cookie in sent} == {name}


@pytest.mark.parametrize("bulk", [0, 7_000])
async def test_a_session_renewed_twice_by_one_answer_is_the_one_set_last(
    server: GenuineServer, client: Client, bulk: int
) -> None:
    server.set(bulk=bulk)
    await sign_in(client)
    server.set(twice=True)

    for _ in range(2):
        await client.auth.who_am_i()
        assert client.session.token is not None
        lines = [line for line in server.asked[-1].set_cookies if line.startswith(SESSION_COOKIE)]
        last = lines[-1].partition(";")[0].partition("=")[2]
        assert client.session.token.reveal().endswith(last)


@pytest.mark.parametrize("path", ["providers", "csrf"])
async def test_a_page_of_a_proxy_is_no_door(server: GenuineServer, client: Client, path: str) -> None:
    server.set(html=[f"/api/auth/{path}"])

    with pytest.raises(UnreadableAnswer) as caught:
        await sign_in(client)

    assert caught.value.reason == "html"
    assert "POST /api/auth/callback/student-parent" not in server.paths


async def test_a_page_of_a_proxy_ends_no_session(server: GenuineServer, client: Client) -> None:
    identity = await sign_in(client)
    server.set(html=["/api/auth/session", FEES])

    for asking in (client.auth.who_am_i(), client.fees.of("c-aarav")):
        with pytest.raises(UnreadableAnswer) as caught:
            await asking
        assert caught.value.reason == "html"

    assert client.session.token is not None
    assert client.identity == identity
