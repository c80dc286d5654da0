"""The pair that guards the forms of Auth.js: a token in the form, and a cookie that proves who gave it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from optilearn_tui.sandbox.cookies import CookieNames


class FormGuard:
    """Gives out CSRF tokens, and knows its own again (AUTH.md, "Cookies")."""

    def __init__(self, secret: str, names: CookieNames) -> None:
        self._secret = secret
        self._names = names

    def _hash(self, token: str) -> str:
        return hashlib.sha256(f"{token}{self._secret}".encode()).hexdigest()

    def token_of(self, cookies: dict[str, str]) -> str | None:
        """The token that a genuine CSRF cookie carries."""
        token, _, proof = cookies.get(self._names.csrf, "").partition("|")
        return token if proof and hmac.compare_digest(proof.encode(), self._hash(token).encode()) else None

    def fresh(self) -> tuple[str, str]:
        """A new token, and the `Set-Cookie` line that goes with it (`token%7Chash`)."""
        token = secrets.token_hex(32)
        value = quote(f"{token}|{self._hash(token)}", safe="")
        secure = "; Secure" if self._names.secure else ""
        return token, f"{self._names.csrf}={value}; Path=/; HttpOnly{secure}; SameSite=Lax"
