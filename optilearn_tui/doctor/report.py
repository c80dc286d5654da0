"""The findings together: as text to read and to copy, and as JSON for support desks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import tzinfo

from optilearn_tui import __version__
from optilearn_tui.doctor.finding import Check, Evidence, Fact, Finding, Result
from optilearn_tui.doctor.words import SIGNS, evidence_lines, title_of, worded
from optilearn_tui.i18n import Language, current, ntr, tr, use

_INDENT = "    "
_ORDER = {check: place for place, check in enumerate(Check)}


class Report:
    """What was found, in the order of the checks."""

    def __init__(self, findings: Iterable[Finding], zone: tzinfo) -> None:
        """Findings in any order; moments are told on the clocks of `zone`."""
        self.findings = tuple(sorted(findings, key=lambda finding: _ORDER[finding.check]))
        self._zone = zone

    def count(self, result: Result) -> int:
        """How many checks ended so."""
        return sum(finding.result is result for finding in self.findings)

    def summary(self) -> str:
        """One sentence on all of it."""
        wrong, open_ = self.count(Result.FAILED), self.count(Result.UNKNOWN)
        attention = self.count(Result.WARNING)
        parts = []
        if wrong:
            parts.append(ntr("{n} thing is wrong.", "{n} things are wrong.", wrong))
        if open_:
            parts.append(ntr("{n} thing is not known.", "{n} things are not known.", open_))
        if attention:
            parts.append(ntr("{n} thing deserves attention.", "{n} things deserve attention.", attention))
        return " ".join(parts) or tr("Everything that was looked at is in order.")

    def text(self) -> str:
        """All of it, to read and to copy."""
        heading = tr("OptiLearn in the terminal {version}: check-up", version=__version__)
        lines = [heading, ""]
        for finding in self.findings:
            lines += self.lines(finding)
        return "\n".join([*lines, "", self.summary()]) + "\n"

    def lines(self, finding: Finding) -> list[str]:
        """One finding: what was found, the facts, and the next step."""
        words = worded(finding)
        title = tr("{label}: {value}", label=title_of(finding.check), value=words.sentence)
        facts = evidence_lines(finding, self._zone)
        if words.next_step:
            facts.append(tr("Next step: {step}", step=words.next_step))
        return [f"{SIGNS[finding.result]} {title}", *(_INDENT + line for line in facts)]

    def document(self) -> dict[str, Fact]:
        """All of it for other programs: in English, whatever is spoken, with keys and codes that stay."""
        with _english():
            return {"checks": [_row(finding) for finding in self.findings], "version": __version__}


def _row(finding: Finding) -> Evidence:
    return {
        "check": finding.check.value,
        "result": finding.result.value,
        "reason": finding.reason,
        "evidence": finding.evidence,
        "nextStep": worded(finding).next_step or None,
    }


@contextmanager
def _english() -> Iterator[None]:
    spoken = current()
    use(Language.EN)
    try:
        yield
    finally:
        use(spoken)
