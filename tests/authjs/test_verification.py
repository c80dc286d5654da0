"""Tokens of a genuine Auth.js, opened here with the key that sealed them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from optilearn_tui.api.client import Client
from optilearn_tui.api.clock import utc_now
from optilearn_tui.api.errors import (
    ExpiredToken,
    NotVerified,
    ServerTrouble,
    SessionEnded,
    TamperedToken,
    TenantMismatch,
    WrongSessionKey,
)
from optilearn_tui.api.identity import PersonKind
from optilearn_tui.api.models import Unknown
from optilearn_tui.api.retry import ONCE
from optilearn_tui.api.session_key import SessionKey
from optilearn_tui.api.token import Token
from optilearn_tui.api.verification import opened, verify
from tests.authjs.genuine_server import EMAIL, SESSION_COOKIE, GenuineServer, sign_in

SECRET = "a secret of the school that is as long as it ought to be"
KEY = SessionKey(SECRET)
PARENT = {
    "name": "Meera",
    "email": EMAIL,
    "contactId": "c-meera",
    "contactType": "CONTACT_PARENT",
    "institutionSlug": "riverside",
}

both_tokens = pytest.mark.parametrize("token", ["jwe", "jws"])
both_lengths = pytest.mark.parametrize("bulk", [0, 7_000])


@pytest.fixture
def server(server: GenuineServer) -> GenuineServer:
    """A server whose key is known here."""
    server.set(secret=SECRET)
    return server


def client_with(server: GenuineServer, token: Token | None = None, key: SessionKey = KEY) -> Client:
    """A client that knows the platform's key."""
    return Client(server.deployment, "riverside", token, session_key=key, retry=ONCE)


def changed(token: Token) -> Token:
    """The token with one character of its content changed."""
    head, content, *rest = token.reveal().rsplit(".", 2)
    return Token(f"{head}.{'B' if content[0] == 'A' else 'A'}{content[1:]}.{'.'.join(rest)}")


@both_tokens
@both_lengths
async def test_a_token_is_verified_without_asking_anybody(
    server: GenuineServer, token: str, bulk: int
) -> None:
    server.set(token=token)
    minted = server.mint(**PARENT, more="x" * bulk)

    found = verify(minted, KEY, cookie_name=SESSION_COOKIE, now=utc_now())

    assert found is not None
    assert (found.claims.contact_id, found.claims.email) == ("c-meera", EMAIL)
    assert found.expires is not None
    assert timedelta(days=29) < found.expires - utc_now() <= timedelta(days=30)
    assert server.asked == []


@both_tokens
@both_lengths
async def test_what_a_bare_session_leaves_out_is_filled_in_as_verified(
    server: GenuineServer, token: str, bulk: int
) -> None:
    server.set(session="bare", token=token, bulk=bulk)

    async with client_with(server) as client:
        identity = await sign_in(client)

        assert (identity.contact_id, identity.kind) == ("c-meera", PersonKind.PARENT)
        assert identity.verified
        assert client.session.verified is not None
        assert client.session.doubt is None


async def test_every_renewed_token_is_opened_anew(server: GenuineServer) -> None:
    async with client_with(server) as client:
        await sign_in(client)
        first = client.session.expires
        server.set(maxAge=60 * 60)
        await client.auth.who_am_i()

        assert first is not None
        assert client.session.expires is not None
        assert client.session.expires < first


@both_tokens
async def test_a_token_of_another_school_is_refused_before_anything_is_sent(
    server: GenuineServer, token: str
) -> None:
    server.set(token=token)
    other = server.mint(**PARENT | {"institutionSlug": "springdale"})

    async with client_with(server, other) as client:
        with pytest.raises(TenantMismatch) as caught:
            await client.auth.who_am_i()

    assert (caught.value.signed_in_at, caught.value.asked) == ("springdale", "riverside")
    assert server.asked == []


@both_tokens
@both_lengths
async def test_a_wrong_key_is_told_and_hinders_nobody(server: GenuineServer, token: str, bulk: int) -> None:
    server.set(token=token, session="bare", bulk=bulk)

    async with client_with(server, key=SessionKey("not the platform's")) as client:
        identity = await sign_in(client)

        assert identity.email == EMAIL
        assert identity.verified is (token == "jwe")
        assert (identity.contact_id is Unknown.LEFT_OUT) is (token == "jwe")
        doubt = client.session.doubt
        assert isinstance(doubt, WrongSessionKey)
        assert doubt.certain is (token == "jwe")


@both_tokens
async def test_an_expired_token_is_told_with_its_hour(server: GenuineServer, token: str) -> None:
    server.set(token=token, maxAge=-60)
    minted = server.mint(**PARENT)
    found = opened(minted, KEY, cookie_name=SESSION_COOKIE)
    assert found is not None
    assert found.expires is not None

    with pytest.raises(ExpiredToken) as caught:
        verify(minted, KEY, cookie_name=SESSION_COOKIE, now=utc_now())

    assert caught.value.at == found.expires
    assert verify(minted, KEY, cookie_name=SESSION_COOKIE, now=found.expires + timedelta(seconds=14))


async def test_an_opaque_token_that_was_changed_is_told_as_that(server: GenuineServer) -> None:
    with pytest.raises(TamperedToken):
        verify(changed(server.mint(**PARENT)), KEY, cookie_name=SESSION_COOKIE, now=utc_now())


async def test_a_readable_token_that_was_changed_looks_like_one_of_another_key(
    server: GenuineServer,
) -> None:
    server.set(token="jws")

    with pytest.raises(WrongSessionKey) as caught:
        verify(changed(server.mint(**PARENT)), KEY, cookie_name=SESSION_COOKIE, now=utc_now())

    assert not caught.value.certain


@both_tokens
async def test_what_is_found_here_opens_and_closes_no_door(server: GenuineServer, token: str) -> None:
    server.set(token=token)
    genuine, forged = server.mint(**PARENT), changed(server.mint(**PARENT))
    server.set(revoked=True)
    async with client_with(server, genuine) as client:
        assert client.session.verified is not None
        with pytest.raises(SessionEnded):
            await client.auth.who_am_i()
    server.set(revoked=False)
    already = len(server.asked)

    async with client_with(server, forged) as client:
        assert isinstance(client.session.doubt, NotVerified)
        with pytest.raises(SessionEnded):
            await client.auth.who_am_i()

    assert len(server.asked) == already + 1


async def test_trouble_at_the_school_is_trouble_though_the_token_is_genuine(server: GenuineServer) -> None:
    minted = server.mint(**PARENT)
    server.set(secret=None)

    async with client_with(server, minted) as client:
        with pytest.raises(ServerTrouble):
            await client.auth.who_am_i()
        assert client.identity is None


async def test_a_bare_value_is_recognised_by_the_cookie_it_was_made_for(server: GenuineServer) -> None:
    name = f"__Secure-{SESSION_COOKIE}"
    minted = server.mint(**PARENT, salt=name)

    found = verify(minted, KEY, cookie_name=SESSION_COOKIE, now=utc_now())

    assert found is not None
    assert found.cookie_name == name
