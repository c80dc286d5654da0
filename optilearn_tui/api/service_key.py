"""The service key of an institution: full reading for staff machines (PLATFORM.md §1, §3)."""

from __future__ import annotations

import re

from optilearn_tui.api.errors import InvalidServiceKey
from optilearn_tui.api.secret import Secret
from optilearn_tui.api.token import Token

SHORTEST, LONGEST = 8, 4_096

_ALLOWED = re.compile(r"[!-~]*")
_SESSION_COOKIE = "session-token"


class ServiceKey(Secret):
    """One service key. Prints as `<servicekey>`; goes as Bearer to its institution's host, nowhere else."""

    __slots__ = ()


def parse_service_key(given: str) -> ServiceKey:
    """The service key in what somebody gave; white space around it is not part of it.

    Raises:
        InvalidServiceKey: it cannot be one; the error says why.
    """
    fault = _fault_of(given.strip())
    if fault is None:
        return ServiceKey(given.strip())
    del given  # A traceback that shows the variables of this function must not show this one.
    raise InvalidServiceKey(fault)


def _fault_of(key: str) -> str | None:
    if not key:
        return "empty"
    if _SESSION_COOKIE in key or _is_session(key):
        # A session must never travel as a Bearer token (AUTH.md: never).
        return "session"
    if not _ALLOWED.fullmatch(key):
        return "characters"
    return None if SHORTEST <= len(key) <= LONGEST else "length"


def _is_session(key: str) -> bool:
    """Whether it is a token as Auth.js seals its own (AUTH.md, fact 1). A signed one could be anything."""
    token = Token(key)
    return token.is_encrypted and token.header.get("alg") == "dir"
