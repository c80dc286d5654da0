"""Words for who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.doctor.words.fact import fact, just
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.problems import Problem

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Finding


def who_am_i(finding: Finding) -> Problem | None:
    """Whether the school knows the session."""
    match finding.reason:
        case "ok":
            name = fact(finding, "email") or fact(finding, "id") or tr("somebody")
            return just(tr("The school knows the session: it is {name}.", name=name))
        case "ended":
            return Problem(
                tr("The school says that this session has ended."),
                tr("Sign in again with “optilearn login”."),
            )
        case "misconfigured":
            return Problem(
                tr("The school's sign-in service is set up wrongly: it cannot say whose session this is."),
                tr("The session is kept. Tell the school; nothing can be done here."),
            )
        case _:
            return None


def person(finding: Finding) -> Problem | None:
    """Whether this program is for them."""
    match finding.reason:
        case "parent":
            return just(tr("This is a parent's account."))
        case "staff":
            return just(tr("This is an account of somebody who works at the school."))
        case "student":
            return Problem(
                tr("This is a student's account, and this program is for parents and staff."),
                tr("Sign in with a parent's or a member of staff's account."),
            )
        case "stranger":
            return Problem(
                tr("This account is neither a parent's nor a student's nor of somebody who works there."),
                tr("Ask the school to set the kind of contact or the role of this account."),
            )
        case "no-contact-id":
            return Problem(
                tr("This is a parent's account, and its session does not say which contact it belongs to."),
                tr("Sign out and in again. If it stays so, ask the school to link the account to a contact."),
            )
        case "claims-hidden":
            return Problem(
                tr("The school's sign-in tells neither the kind of contact nor the role."),
                tr("Ask the school to let the session tell isContact, contactType, contactId and role."),
            )
        case _:
            return just(tr("The school could not say whose session this is."))
