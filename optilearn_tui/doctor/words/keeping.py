"""Words for what is kept on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.doctor.words.fact import fact, just
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.problems import Problem, problem

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Finding


def keyring(finding: Finding) -> Problem | None:
    """Whether the keyring answers."""
    match finding.reason:
        case "ok":
            return just(tr("The keyring answers."))
        case "keep-nothing":
            return just(tr("Nothing is to be kept on this computer, so the keyring is not used."))
        case "in-memory":
            return just(tr("Sessions stay in memory here."))
        case "file-instead":
            return just(tr("Sessions are in a private file here, as somebody asked for."))
        case _:
            return None


def private_file(finding: Finding) -> Problem | None:
    """Whether the file for sessions is private."""
    match finding.reason:
        case "ok":
            return just(tr("Only you can read the sessions kept in files."))
        case "not-used":
            return just(tr("No session is kept in a file."))
        case _:
            return None


def service_key(finding: Finding) -> Problem | None:
    """Whether there is a service key."""
    match finding.reason:
        case "ok":
            return just(tr("There is a service key."))
        case "none":
            return just(tr("There is no service key. Only the school's own computers have one."))
        case _:
            return None


def session(finding: Finding) -> Problem | None:
    """Whether there is a session, and what it looks like from outside."""
    match finding.reason:
        case "ok":
            return just(tr("There is a session."))
        case "verified":
            return just(tr("There is a session, and NEXTAUTH_SECRET proves that it is genuine."))
        case "none":
            return Problem(tr("Nobody is signed in here."), tr("Sign in with “optilearn login”."))
        case "out-of-sight":
            return Problem(
                tr("It is not known whether somebody is signed in: a place for sessions does not open."),
                tr("Unlock the keyring, or sign in with “optilearn login --store file”."),
            )
        case "key-instead":
            return just(tr("Nobody is signed in here; the service key is used instead."))
        case "other-institution":
            return Problem(
                tr(
                    "This sign-in is for {signed_in_at}, and you asked for {asked}.",
                    signed_in_at=fact(finding, "sessionOf"),
                    asked=fact(finding, "asked"),
                ),
                tr("Sign in again, or choose the institution this sign-in belongs to."),
            )
        case "expired":
            return Problem(
                tr("By this computer's clock the session is over."),
                tr("Sign in again, unless the clock is wrong."),
            )
        case _:
            return _of_error(finding)


def _of_error(finding: Finding) -> Problem | None:
    if finding.error is None or not finding.reason.startswith("token-"):
        return None
    worded = problem(finding.error)
    return Problem(f"OPTILEARN_SESSION_TOKEN: {worded.sentence}", worded.next_step)
