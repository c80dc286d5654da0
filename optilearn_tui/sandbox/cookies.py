"""The cookies of Auth.js: their names, and the session split over several.

Source: AUTH.md, "Cookies", and the source of `@auth/core` it was read from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import unquote

CHUNK = 3936
"""Characters of a session that fit into one cookie."""

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class CookieNames:
    """The names on one deployment, and the domain the session is shared over."""

    secure: bool
    domain: str

    @property
    def session(self) -> str:
        """The session cookie; its chunks are called the same with `.0`, `.1`, … behind."""
        return "__Secure-authjs.session-token" if self.secure else "authjs.session-token"

    @property
    def csrf(self) -> str:
        """The cookie that goes with a form's `csrfToken`."""
        return "__Host-authjs.csrf-token" if self.secure else "authjs.csrf-token"


def sent(header: str | None) -> dict[str, str]:
    """The cookies of a `Cookie` header, percent-decoded; the first of a name wins."""
    cookies: dict[str, str] = {}
    for pair in (header or "").split(";"):
        name, separator, value = pair.strip().partition("=")
        if separator:
            cookies.setdefault(name, unquote(value))
    return cookies


def session_parts(cookies: dict[str, str], names: CookieNames) -> dict[str, str]:
    """Every cookie that Auth.js takes for a part of the session: the name only has to begin alike."""
    return {name: value for name, value in cookies.items() if name.startswith(names.session)}


def joined(parts: dict[str, str]) -> str:
    """The session of its parts, in the order of the numbers behind their names."""

    def number(name: str) -> int:
        suffix = name.rpartition(".")[2]
        return int(suffix) if suffix.isdecimal() and len(suffix) <= _DIGITS else -1

    return "".join(parts[name] for name in sorted(parts, key=number))


def set_session(token: str, former: dict[str, str], expires: datetime, names: CookieNames) -> list[str]:
    """`Set-Cookie` lines that store a session, and clear the parts of the former one not written again."""
    if len(token) <= CHUNK:
        parts = {names.session: token}
    else:
        pieces = [token[start : start + CHUNK] for start in range(0, len(token), CHUNK)]
        parts = {f"{names.session}.{number}": piece for number, piece in enumerate(pieces)}
    cleared = clear_session({name: value for name, value in former.items() if name not in parts}, names)
    moment = format_datetime(expires, usegmt=True)
    return [*cleared, *(_line(name, value, f"Expires={moment}", names) for name, value in parts.items())]


def clear_session(parts: dict[str, str], names: CookieNames) -> list[str]:
    """`Set-Cookie` lines that take these parts of a session away."""
    return [_line(name, "", "Max-Age=0", names) for name in parts]


def _line(name: str, value: str, life: str, names: CookieNames) -> str:
    secure = "; Secure" if names.secure else ""
    return f"{name}={value}; Domain=.{names.domain}; Path=/; {life}; HttpOnly{secure}; SameSite=Lax"
