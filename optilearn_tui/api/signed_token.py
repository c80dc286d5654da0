"""Readable session tokens checked with the platform's key: HS256 JWS (AUTH.md, fact 1)."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import jwt

from optilearn_tui.api.errors import NotVerified, TamperedToken, UnknownSeal, WrongSessionKey

if TYPE_CHECKING:
    from optilearn_tui.api.session_key import SessionKey
    from optilearn_tui.api.token import Token

_ALGORITHM = "HS256"
_SIGNATURE_LENGTH = 43  # characters of base64url for 32 bytes


def signed_payload(token: Token, key: SessionKey) -> bytes:
    """What was signed, where it was with this key.

    Raises:
        WrongSessionKey: it was not, or it was changed: a signature cannot tell.
        TamperedToken: the signature is none.
        UnknownSeal: it is signed in another way; `alg` of the token never chooses how it is checked.
    """
    algorithm = token.header.get("alg")
    if algorithm != _ALGORITHM:
        raise UnknownSeal(str(algorithm))
    outcome = _checked(token, key)
    if isinstance(outcome, NotVerified):
        # Raised here, outside of any `except`: no traceback leads to the key.
        raise outcome
    return outcome


def _checked(token: Token, key: SessionKey) -> bytes | NotVerified:
    if len(token.reveal().rpartition(".")[2]) != _SIGNATURE_LENGTH:
        return TamperedToken()
    try:
        with warnings.catch_warnings():
            # How long a school's secret is, is not for its readers to say.
            warnings.simplefilter("ignore")
            payload: bytes = jwt.PyJWS().decode(token.reveal(), key.material, algorithms=[_ALGORITHM])
    except (jwt.InvalidSignatureError, jwt.InvalidKeyError):
        return WrongSessionKey(certain=False)
    except jwt.InvalidTokenError:
        return TamperedToken()
    return payload
