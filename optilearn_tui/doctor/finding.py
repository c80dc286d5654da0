"""What a check found out: facts and codes, not sentences (`doctor.words` has those)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias

Fact: TypeAlias = "str | int | bool | Sequence[Fact] | Mapping[str, Fact] | None"
"""Something that JSON can say. Never a secret, and nothing of a child but ids that somebody asked about."""

Evidence = Mapping[str, Fact]
"""Facts by name, in the platform's spelling of names (camelCase)."""


class Check(StrEnum):
    """What is looked at, by the name that `doctor --json` gives it; in the order of the report."""

    SETTINGS = "settings"
    PLATFORM = "platform"
    INSTITUTION = "institution"
    PROXY = "proxy"
    DNS = "dns"
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    PORTAL = "portal"
    CLOCK = "clock"
    SIGN_IN = "sign-in"
    KEYRING = "keyring"
    PRIVATE_FILE = "private-file"
    SERVICE_KEY = "service-key"
    SESSION = "session"
    WHO_AM_I = "who-am-i"
    PERSON = "person"
    SESSION_AT_SCHOOL = "session-at-school"
    SESSION_AT_LEARN = "session-at-learn"
    KEY_AT_SCHOOL = "key-at-school"
    CHILDREN = "children"
    LINK = "link"


class Result(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    """It works, and something about it deserves attention."""
    FAILED = "failed"
    UNKNOWN = "unknown"
    """It could not be found out."""
    SKIPPED = "skipped"
    """It was not looked into: there is nothing to look at, or something else has to be right first."""


def written(moment: datetime) -> str:
    """A moment as the platform writes them (PLATFORM.md §4)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


BLOCKED = "blocked"
"""The reason of a check that was skipped because another one failed; `because` in its evidence says which."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one check.

    Attributes:
        check: what was looked at.
        result: how it ended.
        reason: why, as a code of this check: `self-signed`, `wrong-secret`.
        evidence: the facts it rests on.
        error: what was raised, where something was.
        is_dead_end: whether checks that need this one cannot go on.
    """

    check: Check
    result: Result
    reason: str
    evidence: Evidence = field(default_factory=dict)
    error: Exception | None = None
    is_dead_end: bool = False


_NOTHING: Evidence = {}


def ok(check: Check, reason: str = "ok", evidence: Evidence = _NOTHING) -> Finding:
    """All is well."""
    return Finding(check, Result.OK, reason, evidence)


def warning(check: Check, reason: str, evidence: Evidence = _NOTHING) -> Finding:
    """It works, with a but."""
    return Finding(check, Result.WARNING, reason, evidence)


def unknown(check: Check, reason: str, evidence: Evidence = _NOTHING) -> Finding:
    """Nobody can tell from here."""
    return Finding(check, Result.UNKNOWN, reason, evidence)


def skipped(check: Check, reason: str, *, is_dead_end: bool = False) -> Finding:
    """There is nothing to look at here."""
    return Finding(check, Result.SKIPPED, reason, is_dead_end=is_dead_end)


def blocked(check: Check, cause: Finding) -> Finding:
    """Not looked into, for another check has to succeed first: the first of those that led here."""
    because = cause.evidence["because"] if cause.reason == BLOCKED else cause.check.value
    return Finding(check, Result.SKIPPED, BLOCKED, {"because": because}, is_dead_end=True)


def failed(
    check: Check,
    reason: str,
    evidence: Evidence = _NOTHING,
    *,
    error: Exception | None = None,
    is_dead_end: bool = True,
) -> Finding:
    """It does not work; `is_dead_end` is False where what follows may work all the same."""
    return Finding(check, Result.FAILED, reason, evidence, error, is_dead_end)
