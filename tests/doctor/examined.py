"""A machine with something wrong on it, and what is found there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.doctor import Case, Check, Finding, Result, case_here, examine
from optilearn_tui.doctor.words import worded
from optilearn_tui.settings import Places, UnreadableSettings, load

if TYPE_CHECKING:
    from optilearn_tui.sandbox import Sandbox

MEERA = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"
AARAV = "aarav.sharma@example.com"

Findings = dict[Check, Finding]


@dataclass
class Machine:
    """One computer: its environment, its folders, its clock."""

    environ: dict[str, str]
    folder: Path
    clock: Clock = utc_now
    sandbox: Sandbox | None = field(default=None, repr=False)

    @property
    def places(self) -> Places:
        """Folders that need not exist."""
        return Places(self.folder / "config", self.folder / "data", self.folder / "cache")

    def settle(self, text: str) -> Path:
        """Write the settings file."""
        self.places.config_dir.mkdir(parents=True, exist_ok=True)
        self.places.settings_file.write_text(text, "utf-8")
        return self.places.settings_file

    def sign_in(self, email: str) -> None:
        """Let this person's session be in the environment."""
        assert self.sandbox is not None
        self.hold(self.sandbox.account(email).session_token)

    def hold(self, token: str) -> None:
        """Let this session be in the environment."""
        self.environ["OPTILEARN_SESSION_TOKEN"] = token

    def use_key(self, key: str | None = None) -> None:
        """Let there be a service key; the school's own unless another one is given."""
        assert self.sandbox is not None
        self.environ["OPTICRM_API_KEY"] = key or self.sandbox.api_key

    def case(self, parent: str | None = None, student: str | None = None) -> Case:
        """What the program would look at here."""
        try:
            found = load(self.places, self.environ)
        except UnreadableSettings as error:
            return case_here(error, self.places, self.environ, clock=self.clock)
        return case_here(found, self.places, self.environ, clock=self.clock, parent=parent, student=student)

    async def examined(self, parent: str | None = None, student: str | None = None) -> Findings:
        """All that is found."""
        return await findings_of(self.case(parent, student))


async def findings_of(case: Case) -> Findings:
    """Every finding by its check."""
    found = {finding.check: finding async for finding in examine(case)}
    for finding in found.values():
        assert worded(finding).sentence not in {"", "This could not be found out."}, finding
    return found


def wrong_in(findings: Findings) -> dict[Check, str]:
    """The reason of each check that failed."""
    return {check: each.reason for check, each in findings.items() if each.result is Result.FAILED}


def skipped_because_of(cause: Check, findings: Findings) -> set[Check]:
    """The checks that were not made because of that one."""
    return {check for check, each in findings.items() if each.evidence.get("because") == cause.value}


def clock_off_by(seconds: int) -> Clock:
    """A clock that is so many seconds ahead."""
    return lambda: datetime.fromtimestamp(utc_now().timestamp() + seconds, utc_now().tzinfo)
