"""A person's session token: what it may look like, and how it is found in what people paste (AUTH.md)."""

from __future__ import annotations

import base64
import binascii
import json
import re
from urllib.parse import unquote

from optilearn_tui.api.errors import InvalidToken
from optilearn_tui.api.secret import Secret

CHUNK_SIZE = 3936
"""Longer values are split into cookies `name.0`, `name.1`, … of this many characters each (AUTH.md)."""

SHORTEST, LONGEST = 16, 32_768

_ALLOWED = re.compile(r"[A-Za-z0-9_.-]*")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# Looked for where a word begins, and there only: what is pasted may be one very long word.
_NAME = r"(?<![\w.-])(?P<name>[\w.-]*session-token[\w-]*)(?:\.(?P<part>\d{1,2}))?"
_VALUE = r"[\w.%-]+"
# A value behind `=` may have been wrapped by a terminal: whole lines that follow belong to it. In rows of a
# browser's cookie table, name and value are cells of their own, and the next line is another cell.
_WRAPPED = rf"{_VALUE}(?:\r?\n[ \t]*{_VALUE}(?=[ \t\"';]*(?:\r?\n|;|\Z)))*"
# Firefox copies a cookie as `name:"value"`.
_SIGN = r"\"?[ \t]*[=:][ \t]*\"?"
_PAIR = re.compile(rf"{_NAME}(?:{_SIGN}(?P<wrapped>{_WRAPPED})|\s+(?P<cell>{_VALUE}))", re.ASCII)


class Token(Secret):
    """One session token. Prints as `<token>`.

    Attributes:
        cookie_name: the name of the cookie it was pasted with, where it was: a JWE is bound to it.
    """

    __slots__ = ("cookie_name",)

    def __init__(self, text: str, *, cookie_name: str | None = None) -> None:
        super().__init__(text)
        self.cookie_name = cookie_name

    @property
    def is_readable(self) -> bool:
        """Whether its claims can be read without a key: a JWS, three segments (AUTH.md, fact 1)."""
        return self.reveal().count(".") == 2

    @property
    def is_encrypted(self) -> bool:
        """Whether only the platform's key opens it: a JWE, five segments (AUTH.md, fact 1)."""
        return self.reveal().count(".") == 4

    @property
    def header(self) -> dict[str, object]:
        """How it is sealed, as it says itself; empty for a database session."""
        return _header(self.reveal().partition(".")[0])


def parse_token(pasted: str) -> Token:
    """The session token in what a person pasted.

    Takes the bare value (also wrapped over lines), cookies and their chunks in any order, a `Cookie:` or
    `Set-Cookie:` line, a `curl` argument, or rows of a browser's cookie table.

    Raises:
        InvalidToken: there is none in it, or it cannot be one; the error says why.
    """
    if "session-token" in pasted:
        return _from_cookies(pasted)
    return well_formed("".join(pasted.split()).strip("\"'"))


def well_formed(value: str, *, cookie_name: str | None = None) -> Token:
    """The token that a value is, if it has the shape of one: JWS, JWE or a database session's UUID.

    Raises:
        InvalidToken: it has not; the error says why.
    """
    if not value:
        raise InvalidToken("empty")
    if not _ALLOWED.fullmatch(value):
        raise InvalidToken("characters")
    if not SHORTEST <= len(value) <= LONGEST:
        raise InvalidToken("length")
    if not _UUID.fullmatch(value):
        _check_shape(value)
    return Token(value, cookie_name=cookie_name)


def _from_cookies(pasted: str) -> Token:
    found: dict[str, dict[str | None, str]] = {}
    for match in _PAIR.finditer(pasted):
        value = "".join((match["wrapped"] or match["cell"]).split())
        found.setdefault(match["name"], {}).setdefault(match["part"], unquote(value))
    if not found:
        raise InvalidToken("empty")
    # A browser that has used http and https shows two names side by side: the first one is meant.
    name, parts = next(iter(found.items()))
    value = parts[None] if None in parts else _joined({int(k): v for k, v in parts.items() if k is not None})
    return well_formed(value, cookie_name=name)


def _joined(parts: dict[int, str]) -> str:
    for part in range(max(parts) + 1):
        if part not in parts:
            raise InvalidToken("missing-part", part=part)
    return "".join(parts[part] for part in sorted(parts))


def _check_shape(value: str) -> None:
    segments = value.split(".")
    header = _header(segments[0])
    algorithm = header.get("alg")
    if isinstance(algorithm, str) and algorithm.lower() == "none":
        raise InvalidToken("unsigned")
    is_jws = len(segments) == 3 and all(segments)
    is_jwe = len(segments) == 5 and all(segments[2:])
    if not (isinstance(algorithm, str) and (is_jws or is_jwe)):
        raise InvalidToken("truncated" if len(value) == CHUNK_SIZE else "shape")


def _header(segment: str) -> dict[str, object]:
    try:
        header = json.loads(decoded(segment))
    except (ValueError, RecursionError):
        return {}
    return header if isinstance(header, dict) else {}


def decoded(segment: str) -> bytes:
    """The bytes of one base64url segment without padding.

    Raises:
        ValueError: it is not base64url.
    """
    try:
        return base64.b64decode(segment + "=" * (-len(segment) % 4), altchars=b"-_", validate=True)
    except binascii.Error as problem:
        raise ValueError(str(problem)) from None
