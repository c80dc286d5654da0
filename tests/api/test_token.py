"""What people paste, and what of it is a session token."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.errors import InvalidToken
from optilearn_tui.api.token import CHUNK_SIZE, Token, parse_token
from tests.api.tokens import jwe, jws, segment

NAME = "__Secure-authjs.session-token"
READABLE = jws(id="u-1", name="Meera").reveal()
OPAQUE = jwe().reveal()
LONG = f"{OPAQUE.rpartition('.')[0]}{'x' * 9000}.tag"
CHUNKS = [LONG[at : at + CHUNK_SIZE] for at in range(0, len(LONG), CHUNK_SIZE)]
UUID = "0f9619ff-8b86-4d01-b42d-00cf4fc964ff"


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        (READABLE, READABLE),
        (f"  {OPAQUE}\n", OPAQUE),
        (f'"{OPAQUE}"', OPAQUE),
        (f"{LONG[:100]}\n  {LONG[100:5000]}\r\n{LONG[5000:]}", LONG),
        (UUID, UUID),
        (f"{NAME}={READABLE}", READABLE),
        (f"Cookie: theme=dark; {NAME}={READABLE}; _ga=GA1", READABLE),
        (f"Set-Cookie: {NAME}={READABLE}; Path=/; HttpOnly; Secure; Domain=.opticrm.app", READABLE),
        (f"curl 'https://learn.opticrm.app/' -H 'Cookie: a=b; {NAME}={READABLE}' -H 'Accept: */*'", READABLE),
        (f'curl -b "{NAME}={READABLE}" https://learn.opticrm.app/', READABLE),
        (f"{NAME}\t{READABLE}\t.opticrm.app\t/\t2026-05-15\n_ga\tGA1\t.opticrm.app", READABLE),
        (f"{NAME}\n{READABLE}\n.opticrm.app\n/", READABLE),
        (f"{NAME}={READABLE[:20]}\n{READABLE[20:]}\n", READABLE),
        (f"{NAME}={READABLE.replace('.', '%2E')}", READABLE),
        (f"{NAME}={READABLE}; {NAME}={OPAQUE}", READABLE),
        (f"{NAME}-v2={READABLE}", READABLE),
        (
            f'{NAME}:"{READABLE}"\n\tCreated:"Wed, 15 Apr 2026 06:30:00 GMT"\n\tDomain:".opticrm.app"',
            READABLE,
        ),
        (f'{{"{NAME}": "{READABLE}", "_ga": "GA1"}}', READABLE),
        (f"authjs.session-token={OPAQUE}; {NAME}={READABLE}", OPAQUE),
        ("; ".join(f"{NAME}.{part}={chunk}" for part, chunk in enumerate(CHUNKS)), LONG),
        ("\n".join(f"{NAME}.{part}={chunk}" for part, chunk in reversed(list(enumerate(CHUNKS)))), LONG),
        ("\n".join(f"{NAME}.{part}\t{chunk}\t.opticrm.app\t/" for part, chunk in enumerate(CHUNKS)), LONG),
    ],
)
def test_the_token_is_found_in_what_people_paste(pasted: str, value: str) -> None:
    assert parse_token(pasted).reveal() == value


@pytest.mark.parametrize(
    ("pasted", "reason"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        (f"{NAME}=", "empty"),
        ("a.b.c", "length"),
        ("a" * 40_000, "length"),
        ("password with ümläuts!", "characters"),
        ("https://learn.opticrm.app/api/auth/session", "characters"),
        ("abcdefghijklmnopqrstuvwxyz", "shape"),
        ("abcdefgh.ijklmnop.qrstuvwx", "shape"),
        (f"{READABLE}.more", "shape"),
        (READABLE.rpartition(".")[0], "shape"),
        (f"{segment({'alg': 'none'})}.{segment({'id': 'u-1'})}.", "unsigned"),
        (f"{segment({'alg': 'None'})}.{segment({'id': 'u-1'})}.sig", "unsigned"),
        (LONG[:CHUNK_SIZE], "truncated"),
        (f"{NAME}.0={CHUNKS[0]}", "truncated"),
    ],
)
def test_what_cannot_be_a_token_is_refused_with_the_reason(pasted: str, reason: str) -> None:
    with pytest.raises(InvalidToken) as caught:
        parse_token(pasted)

    assert caught.value.reason == reason


def test_the_missing_chunk_is_named() -> None:
    with pytest.raises(InvalidToken) as caught:
        parse_token(f"{NAME}.0={CHUNKS[0]}; {NAME}.2={CHUNKS[2]}")

    assert (caught.value.reason, caught.value.part) == ("missing-part", 1)


def test_the_name_it_was_pasted_with_is_remembered() -> None:
    assert (
        parse_token(f"__Secure-next-auth.session-token={OPAQUE}").cookie_name
        == "__Secure-next-auth.session-token"
    )
    assert parse_token(OPAQUE).cookie_name is None


def test_a_jws_can_be_read_and_a_jwe_cannot() -> None:
    assert parse_token(READABLE).is_readable
    assert not parse_token(OPAQUE).is_readable
    assert not parse_token(UUID).is_readable


def test_a_token_does_not_print() -> None:
    token = Token("a-very-secret-token")

    assert str(token) == repr(token) == f"{token}" == "<token>"
    assert "very-secret" not in str({"token": [token]})
    with pytest.raises(TypeError):
        pickle.dumps(token)


@given(st.text() | st.text(alphabet="session-token=.;\n\t \"'%0aA"))
def test_nothing_pasted_ever_ends_in_another_error(pasted: str) -> None:
    try:
        token = parse_token(pasted)
    except InvalidToken:
        return
    assert 16 <= len(token.reveal()) <= 32_768
