"""Session tokens opened with the key that sealed them, without asking anybody (AUTH.md: cookies, JWE key).

What is found here is the truth about the token, and no permission: whether it opens a door is for the server
to say.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from pydantic import ValidationError

from optilearn_tui.api.claims import Claims, expiry_in
from optilearn_tui.api.errors import ExpiredToken, TamperedToken

if TYPE_CHECKING:
    from optilearn_tui.api.session_key import SessionKey
    from optilearn_tui.api.token import Token

TOLERANCE = timedelta(seconds=15)
"""For clocks that do not quite agree, as Auth.js allows (AUTH.md: JWE key)."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a token says, proven to be said by whoever holds the key.

    Attributes:
        claims: about its owner.
        expires: when it stops being valid (aware, UTC); None where it does not say.
        cookie_name: the cookie that an encrypted token is bound to; None for a signed one.
    """

    claims: Claims
    expires: datetime | None
    cookie_name: str | None = None

    def is_expired(self, now: datetime) -> bool:
        """Whether it is past its time, beyond what clocks may differ."""
        return self.expires is not None and now >= self.expires + TOLERANCE


def verify(token: Token, key: SessionKey, *, cookie_name: str, now: datetime) -> Verified | None:
    """What a token says, where the key opens it and its time is not over; None for a database session.

    Args:
        token: whose.
        key: the platform's.
        cookie_name: the cookie it travels in, where the token itself does not know.
        now: aware.

    Raises:
        WrongSessionKey: it was sealed with another key.
        TamperedToken: it was changed after it was sealed.
        UnknownSeal: it was sealed in a way that no key of this kind opens.
        ExpiredToken: it is genuine, and its time is over.
    """
    found = opened(token, key, cookie_name=cookie_name)
    if found is not None and found.expires is not None and found.is_expired(now):
        raise ExpiredToken(found.expires)
    return found


def opened(token: Token, key: SessionKey, *, cookie_name: str) -> Verified | None:
    """What a token says, where the key opens it, whatever the time; None for a database session.

    Raises:
        WrongSessionKey, TamperedToken, UnknownSeal: as `verify`.
    """
    # PyJWT and joserfc take 0.1 s to import, and next to nobody has a key.
    if token.is_readable:
        from optilearn_tui.api.signed_token import signed_payload

        found = _read(signed_payload(token, key), None)
    elif token.is_encrypted:
        from optilearn_tui.api.encrypted_token import decrypted_payload

        found = _read(*decrypted_payload(token, key, token.cookie_name or cookie_name))
    else:
        return None
    if found is None:
        # Raised here, where no variable holds what was read.
        raise TamperedToken
    return found


def _read(payload: bytes, cookie_name: str | None) -> Verified | None:
    try:
        content = json.loads(payload)
        return Verified(Claims.model_validate(content), expiry_in(content), cookie_name)
    except (ValidationError, ValueError, RecursionError):
        return None
