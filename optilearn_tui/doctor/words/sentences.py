"""From a finding to its words: those of its check, else those of the error it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.doctor.finding import BLOCKED, Check
from optilearn_tui.doctor.words import access, here, keeping, link, network, person, school
from optilearn_tui.doctor.words.titles import title_of
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from optilearn_tui.doctor.finding import Finding

_WORDS: dict[Check, Callable[[Finding], Problem | None]] = {
    Check.SETTINGS: here.settings,
    Check.PLATFORM: here.platform,
    Check.INSTITUTION: here.institution,
    Check.PROXY: network.proxy,
    Check.DNS: network.names,
    Check.CONNECTION: network.connection,
    Check.CERTIFICATE: network.certificate,
    Check.PORTAL: school.portal,
    Check.CLOCK: school.clock,
    Check.SIGN_IN: school.sign_in,
    Check.KEYRING: keeping.keyring,
    Check.PRIVATE_FILE: keeping.private_file,
    Check.SERVICE_KEY: keeping.service_key,
    Check.SESSION: keeping.session,
    Check.WHO_AM_I: person.who_am_i,
    Check.PERSON: person.person,
    Check.SESSION_AT_SCHOOL: access.session_at_school,
    Check.SESSION_AT_LEARN: access.session_at_learn,
    Check.KEY_AT_SCHOOL: access.key_at_school,
    Check.CHILDREN: access.children,
    Check.LINK: link.link,
}


def worded(finding: Finding) -> Problem:
    """What was found, and what to do next; the next step is empty where there is none to take."""
    if finding.reason == BLOCKED:
        return Problem(_blocked(finding), "")
    own = _WORDS[finding.check](finding)
    if own is not None:
        return own
    if finding.error is not None:
        return problem(finding.error)
    return Problem(tr("This could not be found out."), "")


def _blocked(finding: Finding) -> str:
    because = finding.evidence.get("because")
    check = title_of(Check(because)) if isinstance(because, str) else ""
    return tr("Not looked into: see “{check}”.", check=check)
