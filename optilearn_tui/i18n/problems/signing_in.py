"""Words for a sign-in that gave no session (AUTH.md: the table of outcomes)."""

from __future__ import annotations

from datetime import tzinfo

from optilearn_tui.api import errors
from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem, quoted
from optilearn_tui.i18n.problems.words import words

_USUAL_CODE = "credentials"
"""What Auth.js sends when the school's own code gave no reason of its own."""


@words.register(errors.SignInFailed)
def _sign_in_failed(_error: errors.SignInFailed, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The school did not open a session."),
        tr("Try again, or sign in in the browser and paste the session token here."),
    )


@words.register(errors.WrongCredentials)
def _wrong_credentials(error: errors.WrongCredentials, _zone: tzinfo | None) -> Problem:
    next_step = tr(
        "Check both, and the choice of Parent or Staff. The school's sign-in page resets forgotten passwords."
    )
    if error.code and error.code != _USUAL_CODE:
        sentence = tr("The e-mail or password was not accepted ({code}).", code=quoted(error.code))
        return Problem(sentence, next_step)
    return Problem(tr("The e-mail or password was not accepted."), next_step)


@words.register(errors.AccountRefused)
def _account_refused(_error: errors.AccountRefused, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("This account may not sign in here."),
        tr("Check the institution and the choice of Parent or Staff, or ask the school."),
    )


@words.register(errors.FurtherStep)
def _further_step(_error: errors.FurtherStep, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The school wants one more step, such as a one-time code."),
        tr("Finish signing in in the browser, then paste the session token here."),
    )


@words.register(errors.BrowserOnly)
def _browser_only(_error: errors.BrowserOnly, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("This school signs people in through the browser only."),
        tr("Sign in in the browser, then paste the session token here."),
    )
