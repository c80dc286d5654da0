"""What is kept on this machine: whether the places for it work, and what lies there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from optilearn_tui.accounts import TokenSource
from optilearn_tui.api.errors import (
    InvalidServiceKey,
    InvalidSlug,
    InvalidToken,
    Misconfigured,
    TamperedToken,
)
from optilearn_tui.api.session_key import SessionKey
from optilearn_tui.api.tenancy import parse_slug
from optilearn_tui.credentials import FileStore, ServiceKeyEntry, StoreKind, StoreUnavailable
from optilearn_tui.doctor.finding import (
    Check,
    Evidence,
    Fact,
    Finding,
    Result,
    failed,
    ok,
    skipped,
    warning,
    written,
)

if TYPE_CHECKING:
    from optilearn_tui.api.session import Session
    from optilearn_tui.api.token import Token
    from optilearn_tui.doctor.patient import Patient

_NOBODYS = ServiceKeyEntry("invalid", "nobody")
"""An entry that no keyring has: asking for it shows whether the keyring answers."""

_OTHERS = 0o077

_VARIABLE = "OPTILEARN_SESSION_TOKEN"
_IN_ENVIRONMENT: Evidence = {"keptIn": _VARIABLE}


async def keyring(patient: Patient) -> Finding:
    """Whether the keyring answers. Nothing is written into it."""
    if patient.case.settings.keep_nothing:
        return skipped(Check.KEYRING, "keep-nothing")
    stores = {store.kind: store for store in patient.case.stores}
    if StoreKind.KEYRING not in stores:
        return skipped(Check.KEYRING, "in-memory")
    file = stores.get(StoreKind.FILE)
    if isinstance(file, FileStore) and file.is_used:
        return skipped(Check.KEYRING, "file-instead")
    try:
        await stores[StoreKind.KEYRING].load(_NOBODYS)
    except StoreUnavailable as trouble:
        evidence: Evidence = {"backend": trouble.detail}
        return Finding(Check.KEYRING, Result.WARNING, trouble.reason, evidence, trouble)
    return ok(Check.KEYRING)


async def private_file(patient: Patient) -> Finding:
    """Whether sessions that somebody wanted in a file are there for their owner only."""
    folder = patient.case.places.data_dir / "sessions"
    evidence: dict[str, Fact] = {"folder": str(folder)}
    try:
        files = list(folder.iterdir())
        exposed = [each for each in (folder, *files) if _is_exposed(each)]
    except FileNotFoundError:
        return skipped(Check.PRIVATE_FILE, "not-used")
    except OSError as error:
        reason = "permission" if isinstance(error, PermissionError) else "failed"
        return _unusable(reason, evidence)
    if not files:
        return skipped(Check.PRIVATE_FILE, "not-used")
    return _unusable("exposed", evidence) if exposed else ok(Check.PRIVATE_FILE, "ok", evidence)


async def service_key(patient: Patient) -> Finding:
    """Whether there is a service key for the school, and whether it can be one."""
    in_environment = bool(patient.case.environ.get("OPTICRM_API_KEY", "").strip())
    evidence: dict[str, Fact] = {"keptIn": "OPTICRM_API_KEY" if in_environment else "machine"}
    try:
        key = await patient.accounts.service_key(patient.slug)
    except InvalidServiceKey as error:
        return failed(Check.SERVICE_KEY, error.reason, evidence, error=error)
    if key is None:
        return skipped(Check.SERVICE_KEY, "none", is_dead_end=True)
    patient.give_key(key)
    return ok(Check.SERVICE_KEY, "ok", evidence)


async def session(patient: Patient) -> Finding:
    """Whether somebody's session is at hand, and what can be told of it without asking anybody."""
    try:
        found = await _session_of(patient)
    except InvalidToken as error:
        return failed(Check.SESSION, f"token-{error.reason}", _IN_ENVIRONMENT, error=error)
    except Misconfigured as error:
        return failed(Check.SESSION, "unknown-account", error=error)
    if found is None:
        return _nobody(patient)
    token, source = found
    client = patient.give_session(token)
    has_secret = SessionKey.from_environment(patient.case.environ) is not None
    told = _told_by(token, client.session, has_secret=has_secret)
    evidence: dict[str, Fact] = {"keptIn": _place(source), **told}
    return _judged(client.session, evidence, patient)


async def _session_of(patient: Patient) -> tuple[Token, TokenSource] | None:
    """The session that the program would use, and where it comes from."""
    signed_in = patient.case.signed_in
    if signed_in is not None:
        token = signed_in.client.session.token
        return (token, signed_in.source) if token is not None else None
    recalled = await patient.accounts.recall()
    if recalled is None:
        return None
    token = recalled.client.session.token
    is_for_here = recalled.client.slug == patient.slug
    await recalled.client.aclose()
    return (token, recalled.source) if token is not None and is_for_here else None


def _nobody(patient: Patient) -> Finding:
    """Nobody is signed in; on a machine of the school's that need not be."""
    if patient.has_key:
        return skipped(Check.SESSION, "key-instead", is_dead_end=True)
    notices = [each for each in patient.accounts.notices if isinstance(each, StoreUnavailable)]
    evidence: Evidence = {"notLookedInto": [each.store for each in notices]}
    if any(each.reason != "missing" for each in notices):
        return Finding(Check.SESSION, Result.UNKNOWN, "out-of-sight", evidence, is_dead_end=True)
    return Finding(Check.SESSION, Result.WARNING, "none", is_dead_end=True)


def _judged(session: Session, evidence: dict[str, Fact], patient: Patient) -> Finding:
    """What can be said against a session before the school is asked, which has the last word."""
    other = _other_school(session)
    if other is not None:
        return failed(
            Check.SESSION, "other-institution", {**evidence, "asked": session.slug, "sessionOf": other}
        )
    doubt = session.doubt
    if isinstance(doubt, TamperedToken):
        return failed(Check.SESSION, "tampered", evidence, error=doubt, is_dead_end=False)
    if doubt is not None:
        return Finding(Check.SESSION, Result.WARNING, "wrong-secret", evidence, doubt)
    if session.expires is not None and session.expires <= patient.case.clock():
        return warning(Check.SESSION, "expired", evidence)
    verified = session.verified is not None
    return ok(Check.SESSION, "verified" if verified else "ok", evidence)


def _told_by(token: Token, session: Session, *, has_secret: bool) -> dict[str, Fact]:
    claims, expires = session.claims, session.expires
    segments = token.reveal().count(".") + 1
    return {
        "form": {3: "readable", 5: "sealed"}.get(segments, "database"),
        "expires": written(expires) if expires is not None else None,
        "sessionOf": claims.institution_slug if claims and isinstance(claims.institution_slug, str) else None,
        "verified": session.verified is not None if has_secret else None,
        "cookie": session.cookie_name,
    }


def _other_school(session: Session) -> str | None:
    """The school that the session says it is for, where that is another one than is asked."""
    claims = session.claims
    if claims is None or not isinstance(claims.institution_slug, str):
        return None
    try:
        slug = parse_slug(claims.institution_slug)
    except InvalidSlug:
        return None
    return slug if slug != session.slug else None


def _place(source: TokenSource) -> str:
    return _VARIABLE if source is TokenSource.ENVIRONMENT else source.value


def _is_exposed(path: Path) -> bool:
    return os.name == "posix" and bool(path.stat().st_mode & _OTHERS)


def _unusable(reason: str, evidence: Evidence) -> Finding:
    trouble = StoreUnavailable(StoreKind.FILE, reason)
    return Finding(Check.PRIVATE_FILE, Result.FAILED, reason, evidence, trouble)
