"""Session tokens of either shape, for tests."""

from __future__ import annotations

import base64
import json

from optilearn_tui.api.token import Token


def segment(content: object) -> str:
    """One base64url segment of JSON."""
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


def jws(*, salt: str = "one", **claims: object) -> Token:
    """A readable token with these claims; `salt` tells one from another."""
    return Token(f"{segment({'alg': 'HS256'})}.{segment(claims)}.signature-{salt}")


def jwe(salt: str = "one") -> Token:
    """A token that nobody can read without the key."""
    return Token(f"{segment({'alg': 'dir', 'enc': 'A256CBC-HS512'})}..iv-{salt}.ciphertext.tag")
