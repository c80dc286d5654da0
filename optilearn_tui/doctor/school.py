"""What the school tells everybody: who it is, what time it is, and how one signs in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import (
    ApiError,
    NoSuchInstitution,
    NotFound,
    ServerTrouble,
    Unreachable,
    UnreadableAnswer,
)
from optilearn_tui.doctor.finding import Check, Fact, Finding, failed, ok, skipped, warning, written
from optilearn_tui.doctor.refusals import refused

if TYPE_CHECKING:
    from optilearn_tui.doctor.patient import Patient

_NOTICED = timedelta(seconds=60)
_HARMFUL = timedelta(minutes=5)
"""A session may look too old or too young from here on."""

_NOT_FOUND = 404
_MISCONFIGURED = 500


async def portal(patient: Patient) -> Finding:
    """Whether there is a school of that name, as it presents itself to everybody."""
    try:
        school = (await patient.stranger.institution.look_up()).value
    except NotFound as error:
        if await _signs_people_in(patient):
            return warning(Check.PORTAL, "no-portal", {"host": error.host})
        nobody = NoSuchInstitution(patient.slug, host=error.host)
        return refused(Check.PORTAL, nobody, "no-such-school", is_dead_end=True)
    except UnreadableAnswer as error:
        if error.reason == "shape":
            return refused(Check.PORTAL, error, "other-school")
        if await _signs_people_in(patient):
            return warning(Check.PORTAL, "no-portal", {"host": error.host, "answer": error.reason})
        is_page = error.reason in {"html", "redirect"}
        return refused(Check.PORTAL, error, "web-page" if is_page else None, is_dead_end=is_page)
    except Unreachable as error:
        return refused(Check.PORTAL, error, is_dead_end=True)
    except ApiError as error:
        return refused(Check.PORTAL, error)
    return ok(Check.PORTAL, "ok", {"name": school.name, "institution": patient.slug})


async def clock(patient: Patient) -> Finding:
    """Whether the clock here agrees with the one of the school's server."""
    ahead = patient.stranger.clock_skew
    if ahead is None:
        return skipped(Check.CLOCK, "in-process" if patient.case.is_in_process else "not-told")
    here = patient.case.clock()
    evidence: dict[str, Fact] = {
        "here": written(here),
        "server": written(here - ahead),
        "secondsAhead": round(ahead.total_seconds()),
    }
    if abs(ahead) < _NOTICED:
        return ok(Check.CLOCK, "ok", evidence)
    reason = "ahead" if ahead > timedelta(0) else "behind"
    if abs(ahead) < _HARMFUL:
        return warning(Check.CLOCK, reason, evidence)
    return failed(Check.CLOCK, reason, evidence, is_dead_end=False)


async def sign_in(patient: Patient) -> Finding:
    """Whether the service that signs people in works, and whether it takes a password from programs."""
    try:
        providers = await patient.stranger.auth.providers()
    except ServerTrouble as error:
        reasons = {_NOT_FOUND: "missing", _MISCONFIGURED: "misconfigured"}
        return refused(Check.SIGN_IN, error, reasons.get(error.status))
    except ApiError as error:
        return refused(Check.SIGN_IN, error)
    evidence: dict[str, Fact] = {
        "providers": [provider.id for provider in providers],
        "takingPasswords": [provider.id for provider in providers if provider.takes_a_password],
    }
    if not evidence["takingPasswords"]:
        return warning(Check.SIGN_IN, "browser-only", evidence)
    return ok(Check.SIGN_IN, "ok", evidence)


async def _signs_people_in(patient: Patient) -> bool:
    """Whether there is a sign-in, be it one in trouble: then a school's host only has no portal."""
    try:
        await patient.stranger.auth.providers()
    except ServerTrouble as error:
        return error.status != _NOT_FOUND
    except ApiError:
        return False
    return True
