"""Words for the link between a parent and a student."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.doctor.words.fact import fact, just
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.problems import Problem

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Finding


def link(finding: Finding) -> Problem | None:
    """What the two lists say about each other."""
    who = {"parent": fact(finding, "parent"), "student": fact(finding, "student")}
    match finding.reason:
        case "not-asked":
            return just(tr("Not asked: give --parent and --student for that."))
        case "no-key":
            return just(tr("Not asked: that takes the service key or somebody who works at the school."))
        case "linked":
            return just(tr("{parent} and {student} are linked, seen from both sides.", **who))
        case "not-linked" | "only-from-parent" | "only-from-student":
            return _apart(finding.reason, who)
        case _:
            return _mistaken(finding, who)


def _apart(reason: str, who: dict[str, str]) -> Problem:
    """Two lists that do not both hold the other."""
    if reason == "not-linked":
        return Problem(
            tr("{parent} and {student} are not linked, seen from either side.", **who),
            tr("If they belong together, link them in OptiCRM; the next refresh shows it."),
        )
    if reason == "only-from-parent":
        sentence = tr(
            "{student} is among the children of {parent}, but {parent} is not among the parents of "
            "{student}.",
            **who,
        )
    else:
        sentence = tr(
            "{parent} is among the parents of {student}, but {student} is not among the children of "
            "{parent}: the parent does not see this child.",
            **who,
        )
    return Problem(sentence, tr("Remove the link in OptiCRM and make it again; then both lists must agree."))


def _mistaken(finding: Finding, who: dict[str, str]) -> Problem | None:
    """Ids that are not what they were given as."""
    match finding.reason:
        case "student-id-given":
            return Problem(
                tr("{student} is a student id, and contact ids are wanted here.", **who),
                tr("Ask again with --student {meant}.", meant=fact(finding, "meant")),
            )
        case "swapped":
            return Problem(
                tr("{parent} is a student and {student} is a parent.", **who),
                tr("Ask again with the two the other way round."),
            )
        case "no-such-parent":
            return Problem(
                tr("The school knows no parent with the contact id {parent}.", **who),
                tr("Check the id: a contact id of OptiCRM is wanted."),
            )
        case "no-such-student":
            return Problem(
                tr("The school knows no student with the contact id {student}.", **who),
                tr(
                    "Check the id: the contact id is wanted, not the student code. “optilearn find” tells it."
                ),
            )
        case _:
            return None
