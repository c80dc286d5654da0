"""Words for what is accepted where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.doctor.words.fact import just
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.problems import Problem

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Finding


def session_at_school(finding: Finding) -> Problem | None:
    """Whether OptiCRM takes the session."""
    match finding.reason:
        case "ok":
            return just(tr("The school's server takes the session."))
        case "not-taken":
            return Problem(
                tr("The school's server does not take a parent's session."),
                tr("Nothing is to be done: OptiLearn gives the children instead."),
            )
        case "no-contact-id":
            return just(tr("Not asked: the session does not say which contact it belongs to."))
        case "person-unknown":
            return just(tr("Not asked: it is not known whose session this is."))
        case _:
            return None


def session_at_learn(finding: Finding) -> Problem | None:
    """Whether OptiLearn takes the session."""
    match finding.reason:
        case "ok":
            return just(tr("OptiLearn takes the session."))
        case "not-a-parent":
            return just(tr("OptiLearn takes the session; a list of children is for parents only."))
        case "no-contact-id":
            return Problem(
                tr("OptiLearn takes the session, and finds no contact in it."),
                tr("Sign out and in again. If it stays so, ask the school to link the account to a contact."),
            )
        case "bridge-failure":
            return Problem(
                tr("OptiLearn could not get the children from the school's server."),
                tr("Nothing is wrong on your side. Tell the school if it stays so."),
            )
        case _:
            return None


def key_at_school(finding: Finding) -> Problem | None:
    """Whether OptiCRM takes the service key."""
    if finding.reason == "ok":
        return just(tr("The school's server takes the service key."))
    return None


def children(finding: Finding) -> Problem | None:
    """The list of children."""
    source = finding.evidence.get("source")
    count = finding.evidence.get("count")
    match finding.reason:
        case "ok" if source == "learn":
            return just(
                ntr(
                    "{n} child is linked to this account; OptiLearn says so.",
                    "{n} children are linked to this account; OptiLearn says so.",
                    count if isinstance(count, int) else 0,
                )
            )
        case "ok":
            return just(
                ntr(
                    "{n} child is linked to this account; the school's server says so.",
                    "{n} children are linked to this account; the school's server says so.",
                    count if isinstance(count, int) else 0,
                )
            )
        case "none-linked":
            return Problem(
                tr("No child is linked to this account."),
                tr("Ask the school's office to link your children to this account; then refresh."),
            )
        case "not-a-parent":
            return just(tr("Not asked: only parents have a list of children."))
        case "person-unknown":
            return just(tr("Not asked: it is not known whose session this is."))
        case _:
            return None
