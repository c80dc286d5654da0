"""What a token says about its end."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

import pytest

from optilearn_tui.api.claims import expiry
from optilearn_tui.api.token import Token


def _segment(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def test_a_readable_token_says_when_it_expires() -> None:
    token = Token(f"{_segment({'alg': 'HS256'})}.{_segment({'exp': 1_776_234_600})}.c2ln")
    assert expiry(token) == datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("claims", [{}, {"exp": None}, {"exp": "soon"}, {"exp": 1e300}, [], "text", 7])
def test_what_says_nothing_readable_has_no_known_end(claims: object) -> None:
    assert expiry(Token(f"{_segment({'alg': 'HS256'})}.{_segment(claims)}.c2ln")) is None


@pytest.mark.parametrize("text", ["a.b.c.d.e", "a.b.c", "550e8400-e29b-41d4-a716-446655440000"])
def test_an_opaque_token_has_no_known_end(text: str) -> None:
    assert expiry(Token(text)) is None
