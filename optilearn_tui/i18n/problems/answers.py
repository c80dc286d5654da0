"""Words for what came back from a school, or did not."""

from __future__ import annotations

from datetime import tzinfo

from optilearn_tui.api import errors
from optilearn_tui.i18n import dates
from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem, host_of, quoted
from optilearn_tui.i18n.problems.words import words


@words.register(errors.ApiError)
def _api_error(_error: errors.ApiError, _zone: tzinfo | None) -> Problem:
    return Problem(tr("Something went wrong between here and the school."), tr("Try again in a few minutes."))


@words.register(errors.Unreachable)
def _unreachable(error: errors.Unreachable, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("{host} does not answer.", host=host_of(error.host)),
        tr("Check your internet connection, then try again."),
    )


@words.register(errors.Offline)
def _offline(_error: errors.Offline, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("You are offline by choice: nothing is sent."), tr("Go online to ask the school again.")
    )


@words.register(errors.UnknownHost)
def _unknown_host(error: errors.UnknownHost, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("{host} cannot be found.", host=host_of(error.host)),
        tr("Check the institution's spelling and your internet connection."),
    )


@words.register(errors.TimedOut)
def _timed_out(error: errors.TimedOut, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("{host} is taking too long to answer.", host=host_of(error.host)), tr("Try again in a moment.")
    )


@words.register(errors.UntrustedCertificate)
def _untrusted_certificate(error: errors.UntrustedCertificate, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("{host} could not prove that it is the school's server.", host=host_of(error.host)),
        tr("Nothing was sent. Check this computer's date and time, or try another network."),
    )


@words.register(errors.UnusableProxy)
def _unusable_proxy(_error: errors.UnusableProxy, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The proxy set in the environment cannot be used."),
        tr("Correct HTTPS_PROXY and ALL_PROXY, or remove them."),
    )


@words.register(errors.ServerTrouble)
def _server_trouble(error: errors.ServerTrouble, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("{host} has a problem of its own ({status}).", host=host_of(error.host), status=error.status),
        tr("Nothing is wrong on your side. Try again in a few minutes."),
    )


@words.register(errors.TooManyRequests)
def _too_many_requests(error: errors.TooManyRequests, zone: tzinfo | None) -> Problem:
    if error.until is None:
        next_step = tr("Try again in a few minutes.")
    else:
        local = zone or error.until.astimezone().tzinfo
        assert local is not None  # noqa: S101 - astimezone always gives one
        next_step = tr("Try again after {time}.", time=dates.clock_time(error.until, local))
    return Problem(tr("{host} is busy and asks us to wait.", host=host_of(error.host)), next_step)


@words.register(errors.UnreadableAnswer)
def _unreadable_answer(error: errors.UnreadableAnswer, _zone: tzinfo | None) -> Problem:
    host = host_of(error.host)
    match error.reason:
        case "html" | "redirect":
            sentence = tr("{host} answered with a web page instead of data.", host=host)
            next_step = tr("If this network has a sign-in page, open it in a browser first. Then try again.")
            return Problem(sentence, next_step)
        case "empty":
            sentence = tr("{host} sent an empty answer.", host=host)
        case "too-large":
            sentence = tr("{host} sent far more than was asked for.", host=host)
        case _:
            sentence = tr("{host} sent an answer that this program cannot read.", host=host)
    return Problem(sentence, tr("Try again in a few minutes; if it stays so, tell the school."))


@words.register(errors.Declined)
def _declined(error: errors.Declined, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The school declined this ({code}).", code=quoted(error.code)),
        tr("Refresh; if it stays so, ask the school."),
    )


@words.register(errors.InvalidRequest)
def _invalid_request(error: errors.InvalidRequest, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The school did not understand the question ({code}).", code=quoted(error.code)),
        tr("Refresh; if it stays so, a newer version of this program may help."),
    )


@words.register(errors.NotSignedIn)
def _not_signed_in(_error: errors.NotSignedIn, _zone: tzinfo | None) -> Problem:
    return Problem(tr("You are not signed in."), tr("Sign in and try again."))


@words.register(errors.SessionEnded)
def _session_ended(_error: errors.SessionEnded, _zone: tzinfo | None) -> Problem:
    return Problem(tr("Your session has ended."), tr("Sign in again to go on."))


@words.register(errors.Forbidden)
def _forbidden(error: errors.Forbidden, _zone: tzinfo | None) -> Problem:
    match error.code:
        case "ENROLLMENT_REQUIRED":
            sentence = tr("This is open only to students of the course.")
        case "LESSON_LOCKED":
            sentence = tr("This lesson is still locked.")
        case _:
            sentence = tr("This is not open to your account.")
    return Problem(sentence, tr("If you think it should be, ask the school."))


@words.register(errors.TenantMismatch)
def _tenant_mismatch(error: errors.TenantMismatch, _zone: tzinfo | None) -> Problem:
    next_step = tr("Sign in again, or choose the institution this sign-in belongs to.")
    if error.signed_in_at is None or error.asked is None:
        return Problem(tr("This sign-in belongs to another institution."), next_step)
    sentence = tr(
        "This sign-in is for {signed_in_at}, and you asked for {asked}.",
        signed_in_at=quoted(error.signed_in_at),
        asked=quoted(error.asked),
    )
    return Problem(sentence, next_step)


@words.register(errors.FeeOverdue)
def _fee_overdue(_error: errors.FeeOverdue, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("This is closed while fees are overdue."), tr("Pay the overdue fees, or ask the school's office.")
    )


@words.register(errors.NotFound)
def _not_found(_error: errors.NotFound, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("The school has nothing to show here."),
        tr("Refresh; if something is missing, ask the school."),
    )


@words.register(errors.NoSuchInstitution)
def _no_such_institution(error: errors.NoSuchInstitution, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("No school is called “{name}”.", name=quoted(error.slug)),
        tr("Check the spelling: it is the first part of the school's web address."),
    )


@words.register(errors.Conflict)
def _conflict(error: errors.Conflict, _zone: tzinfo | None) -> Problem:
    match error.code:
        case "ALREADY_ENROLLED":
            return Problem(tr("The student is already in this course."), tr("There is nothing left to do."))
        case "COURSE_FULL":
            return Problem(tr("This course is full."), tr("Ask the school about a free place."))
        case "ATTEMPT_LIMIT":
            return Problem(tr("No attempts are left."), tr("Ask the teacher for another one."))
        case _:
            return Problem(
                tr("This is not possible as things stand ({code}).", code=quoted(error.code)),
                tr("Refresh and look again."),
            )
