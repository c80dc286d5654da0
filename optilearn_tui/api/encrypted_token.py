"""Opaque session tokens opened with the platform's key: JWE as Auth.js and NextAuth 4 seal them (AUTH.md)."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from optilearn_tui.api.errors import TamperedToken, UnknownSeal, WrongSessionKey

if TYPE_CHECKING:
    from optilearn_tui.api.session_key import SessionKey
    from optilearn_tui.api.token import Token

_KEY_LENGTHS = {"A256CBC-HS512": 64, "A256GCM": 32}  # bytes, by `enc`

_COOKIE_NAMES = (
    "__Secure-authjs.session-token",
    "authjs.session-token",
    "__Secure-next-auth.session-token",
    "next-auth.session-token",
)
"""A bare value that was pasted does not tell which of them it is bound to."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A key that may be the one, and the cookie it is made for."""

    key: bytes = field(repr=False)
    cookie_name: str | None

    @property
    def thumbprint(self) -> str:
        """What Auth.js writes into `kid` (RFC 7638; SHA-512 for 64 bytes, SHA-256 for 32)."""
        parts = json.dumps({"k": _base64url(self.key), "kty": "oct"}, separators=(",", ":"))
        return _base64url(hashlib.new(f"sha{len(self.key) * 8}", parts.encode()).digest())


def decrypted_payload(token: Token, key: SessionKey, cookie_name: str) -> tuple[bytes, str | None]:
    """What was encrypted with this key, and the name of the cookie it was encrypted for.

    Args:
        token: whose.
        key: the platform's.
        cookie_name: the name to try first.

    Raises:
        WrongSessionKey: it was encrypted with another key.
        TamperedToken: with this one, and changed since.
        UnknownSeal: in another way.
    """
    header = token.header
    algorithm, encryption, kid = (header.get(name) for name in ("alg", "enc", "kid"))
    if algorithm != "dir" or not isinstance(encryption, str) or encryption not in _KEY_LENGTHS:
        raise UnknownSeal(f"{algorithm} {encryption}")
    candidates = list(_candidates(key, cookie_name, encryption))
    if kid is not None:
        candidates = [candidate for candidate in candidates if candidate.thumbprint == kid]
        if not candidates:
            raise WrongSessionKey(certain=True)
    for candidate in candidates:
        payload = _decrypted(token, candidate, encryption)
        if payload is not None:
            return payload, candidate.cookie_name
    raise WrongSessionKey(certain=False) if kid is None else TamperedToken


def _candidates(key: SessionKey, cookie_name: str, encryption: str) -> Iterator[_Candidate]:
    length = _KEY_LENGTHS[encryption]
    names = dict.fromkeys((cookie_name, *_COOKIE_NAMES))
    for name in names:
        yield _Candidate(_derived(key, name, f"Auth.js Generated Encryption Key ({name})", length), name)
    # NextAuth 4: without a name first, as it seals its sessions.
    yield _Candidate(_derived(key, "", "NextAuth.js Generated Encryption Key", length), None)
    for name in names:
        yield _Candidate(_derived(key, name, f"NextAuth.js Generated Encryption Key ({name})", length), name)


def _derived(key: SessionKey, salt: str, info: str, length: int) -> bytes:
    return HKDF(SHA256(), length, salt.encode(), info.encode()).derive(key.material)


def _decrypted(token: Token, candidate: _Candidate, encryption: str) -> bytes | None:
    try:
        found = jwe.decrypt_compact(
            token.reveal(), OctKey.import_key(candidate.key), algorithms=["dir", encryption]
        )
    except (JoseError, ValueError):
        return None
    return found.plaintext


def _base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
