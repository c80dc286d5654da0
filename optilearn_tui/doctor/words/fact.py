"""Facts of a finding as they stand in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.i18n.problems import Problem
from optilearn_tui.i18n.problems.wording import quoted

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Finding


def fact(finding: Finding, name: str) -> str:
    """A fact as text fit for a sentence; empty where it is not known."""
    value = finding.evidence.get(name)
    return quoted(str(value)) if value is not None else ""


def just(sentence: str) -> Problem:
    """A sentence with nothing to do about it."""
    return Problem(sentence, "")
