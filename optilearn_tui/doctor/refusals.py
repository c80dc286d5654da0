"""Errors of the client as findings: a code for each kind, and its facts."""

from __future__ import annotations

from optilearn_tui.api import errors
from optilearn_tui.doctor.finding import Check, Fact, Finding, Result, failed

_CODES: tuple[tuple[type[errors.ApiError], str], ...] = (
    (errors.UnknownHost, "unknown-host"),
    (errors.TimedOut, "timed-out"),
    (errors.UntrustedCertificate, "untrusted"),
    (errors.UnusableProxy, "unusable-proxy"),
    (errors.Unreachable, "unreachable"),
    (errors.TooManyRequests, "busy"),
    (errors.ServerTrouble, "server-trouble"),
    (errors.UnreadableAnswer, "unreadable"),
    (errors.SessionEnded, "ended"),
    (errors.NotSignedIn, "not-signed-in"),
    (errors.TenantMismatch, "other-institution"),
    (errors.ServiceKeyWanted, "key-wanted"),
    (errors.ServiceKeyRefused, "refused"),
    (errors.Forbidden, "forbidden"),
    (errors.NotFound, "not-found"),
    (errors.Declined, "declined"),
)
"""The most particular type of an error comes first."""


def code_of(error: errors.ApiError) -> str:
    """What kind of error it is, as the reason of a finding."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), "trouble")


def facts_of(error: errors.ApiError) -> dict[str, Fact]:
    """What is known about an error: who answered, and how."""
    facts: dict[str, Fact] = {"host": error.host}
    match error:
        case errors.ServerTrouble():
            facts["status"] = error.status
        case errors.Declined():
            facts |= {"status": error.status, "code": error.code}
        case errors.UnreadableAnswer():
            facts["answer"] = error.reason
        case _:
            pass
    if isinstance(error, errors.TenantMismatch):
        facts |= {"sessionOf": error.signed_in_at, "asked": error.asked}
    return {name: fact for name, fact in facts.items() if fact is not None}


def refused(
    check: Check,
    error: errors.ApiError,
    reason: str | None = None,
    *,
    is_dead_end: bool = False,
) -> Finding:
    """A question that was not answered. A server that asks to be left alone for a while says nothing."""
    facts = facts_of(error)
    if isinstance(error, errors.TooManyRequests):
        return Finding(check, Result.UNKNOWN, "busy", facts, error)
    return failed(check, reason or code_of(error), facts, error=error, is_dead_end=is_dead_end)
