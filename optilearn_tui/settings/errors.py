"""What can be wrong with the settings file: facts, not sentences (`i18n.problems` has those)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class SettingsError(Exception):
    """The settings file cannot be used as it is.

    Attributes:
        path: the file.
        line: the line where reading stopped, from 1, where known.
        reason: `syntax`, `encoding`, `permission`, `not-a-file`, `too-large` or `other`.
        writing: whether it was to be written.
    """

    writing = False

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        super().__init__(f"{path}:{line or ''} {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class UnreadableSettings(SettingsError):
    """The settings file is there and cannot be read; it is never written over."""


class UnwritableSettings(SettingsError):
    """A choice could not be saved; it holds for this run only."""

    writing = True


class Fault(StrEnum):
    """What is wrong with one setting."""

    UNKNOWN = "unknown"
    """No setting has this name."""
    INVALID = "invalid"
    """The value is not one this setting can have."""
    SECRET = "secret"  # noqa: S105 - the name of a fault
    """A password, token or key, which the settings file must not hold."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One setting that was passed over, and where it stands. Never its value, which may be a secret.

    Attributes:
        key: the setting's name, dotted inside a table.
        path: the settings file; None when an environment variable is meant.
        variable: the environment variable, when one is meant.
        line: the line in the file, from 1, where known.
        allowed: the values that are understood, where there are few or a range: `parent, staff`, `30–86400`.
    """

    key: str
    fault: Fault
    path: Path | None = None
    variable: str | None = None
    line: int | None = None
    allowed: str | None = None
