"""`optilearn doctor`: what is wrong between here and the school, in plain words, with the next step."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from optilearn_tui.cli.exits import Exit, Refusal, exit_of
from optilearn_tui.cli.progress import Progress
from optilearn_tui.cli.streams import tell, tell_json
from optilearn_tui.doctor import Check, Finding, Report, Result, case_here, examine
from optilearn_tui.doctor.words import title_of
from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.cli.arguments import Arguments
    from optilearn_tui.cli.surroundings import Surroundings
    from optilearn_tui.doctor import Case

_NO_WAY_THERE = frozenset({Check.DNS, Check.CONNECTION, Check.CERTIFICATE})


def run(arguments: Arguments, surroundings: Surroundings) -> int:
    """Look at everything, and print what was found."""
    if bool(arguments.parent) != bool(arguments.student):
        raise Refusal(tr("--parent and --student go together: give both contact ids, or neither."))
    case = case_here(
        surroundings.found,
        surroundings.places,
        surroundings.environ,
        clock=surroundings.clock,
        who=surroundings.account,
        parent=arguments.parent,
        student=arguments.student,
    )
    report = Report(asyncio.run(_findings(case)), case.settings.zone)
    if arguments.as_json:
        tell_json(report.document())
    else:
        tell(report.text())
    return _exit_of(report)


async def _findings(case: Case) -> list[Finding]:
    findings: list[Finding] = []
    with Progress() as progress:
        async with aclosing(examine(case)) as found:
            async for finding in found:
                findings.append(finding)
                progress.show(title_of(finding.check), len(findings), len(Check))
    return findings


def _exit_of(report: Report) -> Exit:
    """A school that cannot be reached weighs more than what follows from that."""
    if any(_is_unreachable(finding) for finding in report.findings if finding.result is Result.FAILED):
        return Exit.UNREACHABLE
    is_fine = not (report.count(Result.FAILED) or report.count(Result.UNKNOWN))
    return Exit.DONE if is_fine else Exit.FAILED


def _is_unreachable(finding: Finding) -> bool:
    if finding.check in _NO_WAY_THERE or (finding.check is Check.PROXY):
        return True
    return finding.error is not None and exit_of(finding.error) is Exit.UNREACHABLE
