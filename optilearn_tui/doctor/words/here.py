"""Words for what is chosen on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from optilearn_tui.doctor.words.fact import fact, just
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.problems import Problem, complaint
from optilearn_tui.settings import Complaint, Fault

if TYPE_CHECKING:
    from optilearn_tui.doctor.finding import Fact, Finding


def settings(finding: Finding) -> Problem | None:
    """The settings; each one that was passed over in its own words."""
    match finding.reason:
        case "defaults":
            return just(tr("Nothing is chosen yet: everything is as it comes."))
        case "chosen":
            chosen = finding.evidence.get("chosen")
            count = len(chosen) if isinstance(chosen, Mapping) else 0
            return just(ntr("{n} setting is chosen.", "{n} settings are chosen.", count))
        case "passed-over" | "secret":
            told = finding.evidence.get("complaints")
            worded = [_complaint(each) for each in told] if isinstance(told, list) else []
            first = worded[0]
            if len(worded) == 1:
                return first
            others = " ".join(str(each) for each in worded[1:])
            return Problem(first.sentence, f"{first.next_step} {others}")
        case _:
            return None


def platform(finding: Finding) -> Problem | None:
    """Which installation of the platform."""
    domain = fact(finding, "baseDomain")
    match finding.reason:
        case "ok":
            return just(tr("The platform is at {domain}.", domain=domain))
        case "local":
            return just(tr("The platform is at {domain}, on this computer or network.", domain=domain))
        case _:
            return None


def institution(finding: Finding) -> Problem | None:
    """Which school."""
    if finding.reason == "ok":
        return just(tr("The school asked is “{name}”.", name=fact(finding, "institution")))
    return None


def _complaint(told: Fact) -> Problem:
    rows: Mapping[str, Fact] = told if isinstance(told, Mapping) else {}
    file, line = rows.get("file"), rows.get("line")
    return complaint(
        Complaint(
            key=str(rows.get("setting")),
            fault=Fault(str(rows.get("fault"))),
            path=Path(file) if isinstance(file, str) else None,
            variable=_text(rows.get("variable")),
            line=line if isinstance(line, int) else None,
            allowed=_text(rows.get("allowed")),
        )
    )


def _text(value: Fact) -> str | None:
    return value if isinstance(value, str) else None
