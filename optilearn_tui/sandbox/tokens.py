"""Session tokens: HS256 JWS with the claims of PLATFORM.md §2, issued and read by the school's own clock."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import jwt

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox.wire import Row

THIRTY_DAYS = timedelta(days=30)
"""How long a session lives, from each time it is issued anew (the default of Auth.js)."""

_ALGORITHM = "HS256"
_OWN_CLAIMS = ("iat", "exp", "jti")


class Mint:
    """Issues session tokens, and reads those it issued itself."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._secret = secret
        self._clock = clock

    def issue(self, claims: Row, lifetime: timedelta = THIRTY_DAYS) -> str:
        """A new token for these claims, unlike any other; a negative lifetime gives an expired one."""
        now = self._clock()
        times: Row = {"iat": int(now.timestamp()), "exp": int((now + lifetime).timestamp())}
        return jwt.encode({**claims, **times, "jti": secrets.token_hex(8)}, self._secret, _ALGORITHM)

    def read(self, token: str) -> Row | None:
        """The claims of a token; None where it is not ours, was altered, or has expired."""
        # PyJWT would ask the machine's clock; the sandbox has its own.
        try:
            claims: Row = jwt.decode(
                token,
                self._secret,
                algorithms=[_ALGORITHM],
                options={"verify_exp": False, "verify_iat": False, "verify_nbf": False},
            )
        except jwt.InvalidTokenError:
            return None
        expires = claims.pop("exp", None)
        if not isinstance(expires, int) or datetime.fromtimestamp(expires, UTC) <= self._clock():
            return None
        return {name: value for name, value in claims.items() if name not in _OWN_CLAIMS}
