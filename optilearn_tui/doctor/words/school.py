"""Words for what the school tells everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.doctor.words.fact import fact, just
from optilearn_tui.doctor.words.network import needless
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.problems import Problem

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Finding


def portal(finding: Finding) -> Problem | None:
    """Whether the school is there."""
    match finding.reason:
        case "ok":
            return just(tr("“{name}” is there.", name=fact(finding, "name")))
        case "no-portal":
            return Problem(
                tr("The school does not present itself, but it has a sign-in service."),
                tr("Nothing is to be done; only the school's own name is missing."),
            )
        case "other-school":
            return Problem(
                tr("What answers there is not this school."),
                tr("Check the institution and OPTICRM_BASE_DOMAIN."),
            )
        case _:
            return None


def clock(finding: Finding) -> Problem | None:
    """Whether the clocks agree."""
    seconds = finding.evidence.get("secondsAhead")
    minutes = max(1, round(abs(seconds) / 60)) if isinstance(seconds, int) else 0
    set_clock = tr("Set this computer's date, time and time zone; sessions and certificates depend on them.")
    match finding.reason:
        case "ok":
            return just(tr("This computer's clock agrees with the school's."))
        case "ahead":
            sentence = ntr(
                "This computer's clock is {n} minute ahead.",
                "This computer's clock is {n} minutes ahead.",
                minutes,
            )
        case "behind":
            sentence = ntr(
                "This computer's clock is {n} minute behind.",
                "This computer's clock is {n} minutes behind.",
                minutes,
            )
        case "in-process":
            return needless(finding)
        case _:
            return just(tr("The school's server does not tell the time."))
    return Problem(sentence, set_clock)


def sign_in(finding: Finding) -> Problem | None:
    """Whether one can sign in."""
    match finding.reason:
        case "ok":
            return just(tr("One can sign in here with e-mail and password."))
        case "browser-only":
            return Problem(
                tr("This school signs people in through the browser only."),
                tr("Sign in in the browser, then paste the session token here."),
            )
        case "misconfigured":
            return Problem(
                tr("The school's sign-in service is set up wrongly: it answers with an error of its own."),
                tr("Nobody can sign in until the school has put that right. Tell the school."),
            )
        case "missing":
            return Problem(
                tr("The school's server has no sign-in service where one is expected."),
                tr("Check OPTICRM_BASE_DOMAIN; if it is right, tell the school."),
            )
        case _:
            return None
