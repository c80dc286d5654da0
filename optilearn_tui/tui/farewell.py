"""The truth about a sign-out, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.credentials import StoreUnavailable
from optilearn_tui.i18n import dates, tr
from optilearn_tui.i18n.problems import problem

if TYPE_CHECKING:
    from optilearn_tui.accounts import SignedOut


def farewell(signed_out: SignedOut, zone: tzinfo) -> str:
    """What was done, and what may remain (AUTH.md, fact 4: the server revokes nothing)."""
    return " ".join(_sentences(signed_out, zone))


def _sentences(signed_out: SignedOut, zone: tzinfo) -> Iterator[str]:
    if signed_out.had_session:
        yield from _about_the_session(signed_out, zone)
    elif signed_out.account is not None:
        yield tr("This computer has forgotten the account; no session was kept here any more.")
    if signed_out.still_in_environment:
        yield tr("OPTILEARN_SESSION_TOKEN still holds a session: unset that variable yourself.")
    if signed_out.service_key_forgotten:
        yield tr("This computer has forgotten the school's service key.")
    if signed_out.key_still_in_environment:
        yield tr("OPTICRM_API_KEY still holds a service key: unset it where others use this computer.")
    for trouble in signed_out.left_behind:
        if not isinstance(trouble, StoreUnavailable):
            yield str(problem(trouble))
            continue
        yield problem(trouble).sentence
        yield tr("What was kept there may still lie there: sign out again once it can be used.")


def _about_the_session(signed_out: SignedOut, zone: tzinfo) -> Iterator[str]:
    if signed_out.left_behind:
        yield tr("You are signed out, but not everything could be removed from this computer.")
    else:
        yield tr("You are signed out, and this computer has forgotten the session.")
    if not signed_out.server_told:
        yield tr("The school could not be told.")
    if signed_out.valid_until is not None:
        yield tr(
            "A copy of the session, if there is one, may stay valid on the server until {when}.",
            when=dates.moment(signed_out.valid_until, zone),
        )
    else:
        yield tr("A copy of the session, if there is one, may stay valid on the server for some time.")
