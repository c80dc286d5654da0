"""Words for a session token that does not stand up to the platform's key. None of them holds either."""

from __future__ import annotations

from datetime import tzinfo

from optilearn_tui.api import errors
from optilearn_tui.i18n import dates
from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem, quoted
from optilearn_tui.i18n.problems.words import words


@words.register(errors.NotVerified)
def _not_verified(_error: errors.NotVerified, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The session could not be verified with NEXTAUTH_SECRET."),
        tr("The school decides whether it holds: ask it with “optilearn whoami”."),
    )


@words.register(errors.WrongSessionKey)
def _wrong_session_key(error: errors.WrongSessionKey, _zone: tzinfo | None) -> Problem:
    next_step = tr("Compare NEXTAUTH_SECRET with the platform's own, or remove it: it is not needed.")
    if error.certain:
        return Problem(tr("The session was made with another key than NEXTAUTH_SECRET."), next_step)
    return Problem(
        tr("The session was made with another key than NEXTAUTH_SECRET, or was changed since."), next_step
    )


@words.register(errors.TamperedToken)
def _tampered_token(_error: errors.TamperedToken, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The session token was changed or damaged after it was made."),
        tr("Sign in again, or copy the session token once more."),
    )


@words.register(errors.ExpiredToken)
def _expired_token(error: errors.ExpiredToken, zone: tzinfo | None) -> Problem:
    next_step = tr("Sign in again. If you just did, check this computer's date and time.")
    if error.at is None:
        return Problem(tr("The session has expired."), next_step)
    local = zone or error.at.astimezone().tzinfo
    assert local is not None  # noqa: S101 - astimezone always gives one
    return Problem(tr("The session expired on {time}.", time=dates.moment(error.at, local)), next_step)


@words.register(errors.UnknownSeal)
def _unknown_seal(error: errors.UnknownSeal, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr(
            "The session is sealed in a way ({algorithm}) that NEXTAUTH_SECRET does not open.",
            algorithm=quoted(error.algorithm),
        ),
        tr("The school decides whether it holds: ask it with “optilearn whoami”."),
    )
