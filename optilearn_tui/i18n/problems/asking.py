"""Words for what keeps a question from being sent: settings, addresses and tokens that cannot be right."""

from __future__ import annotations

from datetime import tzinfo

from optilearn_tui.api import errors
from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem, quoted
from optilearn_tui.i18n.problems.words import words


@words.register(errors.Misconfigured)
def _misconfigured(_error: errors.Misconfigured, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The settings do not lead to a school."),
        tr("Check the institution and the variables that begin with OPTICRM_."),
    )


@words.register(errors.InvalidSlug)
def _invalid_slug(error: errors.InvalidSlug, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("“{slug}” cannot be an institution.", slug=quoted(error.slug)),
        tr("Give only the short name in the school's address, such as riverside in riverside.opticrm.app."),
    )


@words.register(errors.MissingSlug)
def _missing_slug(_error: errors.MissingSlug, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("No institution is chosen."),
        tr("Sign in with “optilearn login”, or set OPTILEARN_INSTITUTION to the school's short name."),
    )


@words.register(errors.InvalidBaseDomain)
def _invalid_base_domain(error: errors.InvalidBaseDomain, _zone: tzinfo | None) -> Problem:
    # The value stays unsaid: an address may have a password in it.
    match error.variable:
        case "OPTICRM_PROTOCOL":
            next_step = tr("Set it to https, or to http for work on this computer.")
        case "OPTICRM_API_URL":
            next_step = tr("Set it to a whole address, such as https://riverside.opticrm.app.")
        case _:
            next_step = tr("Set it to a domain alone, such as opticrm.app.")
    return Problem(tr("{variable} cannot be understood.", variable=quoted(error.variable)), next_step)


@words.register(errors.InsecureProtocol)
def _insecure_protocol(_error: errors.InsecureProtocol, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("An unencrypted connection (http) is only for a server on this computer."),
        tr("Set OPTICRM_PROTOCOL to https."),
    )


@words.register(errors.InvalidToken)
def _invalid_token(error: errors.InvalidToken, _zone: tzinfo | None) -> Problem:
    next_step = tr(
        "In the browser, copy the whole value of the cookie whose name ends in “session-token”, and paste it."
    )
    match error.reason:
        case "empty":
            sentence = tr("No session token was given.")
        case "characters":
            sentence = tr("There are characters in it that no session token has.")
        case "length":
            sentence = tr("It is too short or too long for a session token.")
        case "unsigned":
            sentence = tr("This session token is not signed, and no school accepts that.")
        case "truncated":
            sentence = tr("Only the first part of the session token was pasted.")
            next_step = tr(
                "Copy the cookies whose names end in .0, .1 and so on, and paste them all together."
            )
        case "missing-part":
            sentence = tr("Part {part} of the session token is missing.", part=error.part)
            next_step = tr(
                "Copy the cookies whose names end in .0, .1 and so on, and paste them all together."
            )
        case _:
            sentence = tr("This is not a session token.")
    return Problem(sentence, next_step)
