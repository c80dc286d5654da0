"""Tokens opened with the platform's key: every kind there is, and what is wrong with the others."""

from __future__ import annotations

import json
import subprocess
import sys
import traceback
import warnings
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from joserfc import jwe as joserfc_jwe
from joserfc.jwk import OctKey

from optilearn_tui.api.errors import ExpiredToken, NotVerified, TamperedToken, UnknownSeal, WrongSessionKey
from optilearn_tui.api.session import Session
from optilearn_tui.api.session_key import SessionKey
from optilearn_tui.api.token import Token
from optilearn_tui.api.verification import opened, verify
from tests.api.tokens import jwe, jws, segment

SECRET = "hunter2 hunter2 hunter2 hunter2 hunter2"
KEY = SessionKey(SECRET)
NAME = "authjs.session-token"
OLD_NAME = "next-auth.session-token"
NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


def signed(payload: bytes, *, secret: str = SECRET, algorithm: str = "HS256") -> Token:
    """A readable token, really signed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Token(jwt.PyJWS().encode(payload, secret, algorithm))


def signed_claims(**claims: object) -> Token:
    """A readable token with these claims."""
    return signed(json.dumps(claims).encode())


def sealed_by_nextauth_4(salt: str, **claims: object) -> Token:
    """A token as NextAuth 4 makes it: another key, another cipher, and no `kid`."""
    info = (
        f"NextAuth.js Generated Encryption Key ({salt})" if salt else "NextAuth.js Generated Encryption Key"
    )
    key = HKDF(SHA256(), 32, salt.encode(), info.encode()).derive(SECRET.encode())
    header = {"alg": "dir", "enc": "A256GCM"}
    content = json.dumps(claims).encode()
    return Token(joserfc_jwe.encrypt_compact(header, content, OctKey.import_key(key), ["dir", "A256GCM"]))


@pytest.mark.parametrize("salt", ["", OLD_NAME, f"__Secure-{OLD_NAME}"])
def test_a_token_of_nextauth_4_is_opened(salt: str) -> None:
    token = sealed_by_nextauth_4(salt, contactId="c-meera", exp=NOON.timestamp() + 60)

    found = verify(token, KEY, cookie_name=NAME, now=NOON)

    assert found is not None
    assert found.claims.contact_id == "c-meera"
    assert found.expires == NOON + timedelta(minutes=1)
    assert found.cookie_name == (salt or None)


def test_a_token_of_nextauth_4_under_another_key_may_have_been_changed_as_well() -> None:
    with pytest.raises(WrongSessionKey) as caught:
        opened(sealed_by_nextauth_4("", id="u-1"), SessionKey("another"), cookie_name=OLD_NAME)

    assert not caught.value.certain


def test_a_database_session_has_nothing_to_open() -> None:
    token = Token("3f2504e0-4f89-41d3-9a0c-0305e82c3301")

    assert verify(token, KEY, cookie_name=NAME, now=NOON) is None
    assert Session("riverside", NAME, token, session_key=KEY).doubt is None


def test_a_readable_token_may_lack_its_end() -> None:
    found = verify(signed_claims(id="u-1"), KEY, cookie_name=NAME, now=NOON)

    assert found is not None
    assert found.expires is None


@pytest.mark.parametrize("exp", ["soon", None, True, 1e300, float("inf"), [], {"at": 1}])
def test_an_end_that_is_no_moment_is_none(exp: object) -> None:
    found = verify(signed_claims(id="u-1", exp=exp), KEY, cookie_name=NAME, now=NOON)

    assert found is not None
    assert found.expires is None


@pytest.mark.parametrize(("late", "is_over"), [(14, False), (15, True)])
def test_clocks_may_differ_by_fifteen_seconds(late: int, *, is_over: bool) -> None:
    token = signed_claims(id="u-1", exp=NOON.timestamp())
    now = NOON + timedelta(seconds=late)

    if is_over:
        with pytest.raises(ExpiredToken) as caught:
            verify(token, KEY, cookie_name=NAME, now=now)
        assert caught.value.at == NOON
    else:
        assert verify(token, KEY, cookie_name=NAME, now=now)


@pytest.mark.parametrize(
    ("token", "problem"),
    [
        (jws(id="u-1"), TamperedToken),
        (signed(b"not json"), TamperedToken),
        (signed(b"[1]"), TamperedToken),
        (signed(b"{}", secret="another"), WrongSessionKey),
        (signed(b"{}", algorithm="HS512"), UnknownSeal),
        (Token(f"{segment({'alg': 'RS256'})}.e30.{'A' * 43}"), UnknownSeal),
        (Token(f"{segment({'alg': ['HS256']})}.e30.{'A' * 43}"), UnknownSeal),
        (Token(f"a.b.{'A' * 43}"), UnknownSeal),
        (jwe(), WrongSessionKey),
        (Token(f"{segment({'alg': 'dir', 'enc': 'A256CBC-HS512', 'kid': 'x'})}..a.b.c"), WrongSessionKey),
        (Token(f"{segment({'alg': 'dir', 'enc': 'A256CBC-HS512', 'kid': [1]})}..a.b.c"), WrongSessionKey),
        (Token(f"{segment({'alg': 'RSA-OAEP', 'enc': 'A256GCM'})}.a.b.c.d"), UnknownSeal),
        (Token(f"{segment({'alg': 'dir', 'enc': 'A128GCM'})}..b.c.d"), UnknownSeal),
        (Token(f"{segment({'alg': 'dir', 'enc': ['A256GCM']})}..b.c.d"), UnknownSeal),
    ],
)
def test_what_does_not_stand_up_says_why(token: Token, problem: type[NotVerified]) -> None:
    with pytest.raises(NotVerified) as caught:
        opened(token, KEY, cookie_name=NAME)

    assert type(caught.value) is problem


@pytest.mark.parametrize(
    "secret", ["x", "-----BEGIN PUBLIC KEY-----", '{"kty": "oct"}', "\udc80", "\x00" * 70]
)
@pytest.mark.parametrize("token", [signed_claims(id="u-1"), jwe(), sealed_by_nextauth_4("", id="u-1")])
def test_any_text_may_be_tried_as_a_key(secret: str, token: Token) -> None:
    with pytest.raises(WrongSessionKey):
        opened(token, SessionKey(secret), cookie_name=NAME)


@pytest.mark.parametrize("token", [signed(b"{}", secret="x"), jwe(), signed(b"hunter3"), jws(id="hunter3")])
def test_no_error_shows_key_or_token(token: Token) -> None:
    with pytest.raises(NotVerified) as caught:
        opened(token, KEY, cookie_name=NAME)

    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    shown = "".join(told.format())
    assert "hunter" not in shown
    assert token.reveal() not in shown


def test_a_session_tells_until_when_without_a_key_as_a_hint() -> None:
    assert Session("riverside", NAME, jws(exp=NOON.timestamp())).expires == NOON
    assert Session("riverside", NAME, jwe()).expires is None
    assert Session("riverside", NAME).expires is None


@pytest.mark.parametrize("environ", [{}, {"NEXTAUTH_SECRET": ""}, {"NEXTAUTH_SECRET": "  "}])
def test_an_environment_without_key_has_none(environ: dict[str, str]) -> None:
    assert SessionKey.from_environment(environ) is None


def test_the_key_of_the_environment_does_not_print() -> None:
    key = SessionKey.from_environment({"NEXTAUTH_SECRET": "hunter2"})

    assert key is not None
    assert (repr(key), key.reveal()) == ("<sessionkey>", "hunter2")


def test_without_a_key_nothing_that_opens_tokens_is_imported() -> None:
    program = (
        "import sys; from optilearn_tui.api.client import Client;"
        "from optilearn_tui.api.session import Session; from tests.api.tokens import jwe;"
        "Session('riverside', 'authjs.session-token', jwe()).cookie();"
        "sys.exit(bool({'jwt', 'joserfc', 'cryptography'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
