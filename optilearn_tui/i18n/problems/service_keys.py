"""Words for what has to do with a school's service key. None of them ever holds the key."""

from __future__ import annotations

from datetime import tzinfo

from optilearn_tui.api import errors
from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem
from optilearn_tui.i18n.problems.words import words


@words.register(errors.MissingServiceKey)
def _missing_service_key(_error: errors.MissingServiceKey, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr("This needs the school's service key, and there is none."),
        tr(
            "Set OPTICRM_API_KEY to the key that the school gave you, or keep it with “optilearn login "
            "--service-key-stdin”."
        ),
    )


@words.register(errors.InvalidServiceKey)
def _invalid_service_key(error: errors.InvalidServiceKey, _zone: tzinfo | None) -> Problem:
    match error.reason:
        case "empty":
            sentence = tr("No service key was given.")
        case "characters":
            sentence = tr("The service key has characters in it that no service key has.")
        case "length":
            sentence = tr("The service key is too short or too long to be one.")
        case "session":
            sentence = tr("This is a session token, not a service key.")
        case _:
            sentence = tr("This is not a service key.")
    return Problem(
        sentence,
        tr(
            "Give the whole key and nothing else, in OPTICRM_API_KEY or with “optilearn login "
            "--service-key-stdin”."
        ),
    )


@words.register(errors.ServiceKeyWanted)
def _service_key_wanted(_error: errors.ServiceKeyWanted, _zone: tzinfo | None) -> Problem:
    return Problem(
        tr(
            "The school opens this only with its service key: set OPTICRM_API_KEY, or run “optilearn login "
            "--service-key-stdin”."
        ),
        tr("If you have no service key, ask the school's administrator."),
    )


@words.register(errors.ServiceKeyRefused)
def _service_key_refused(error: errors.ServiceKeyRefused, _zone: tzinfo | None) -> Problem:
    match error.code:
        case "TENANT_MISMATCH":
            sentence = tr("The service key is for another institution.")
        case "AUTH_REQUIRED":
            sentence = tr("The school did not accept the service key.")
        case _:
            sentence = tr("The school does not open this to the service key.")
    return Problem(
        sentence,
        tr("Check OPTICRM_API_KEY, or give the right key with “optilearn login --service-key-stdin”."),
    )
