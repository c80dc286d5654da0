"""Words for what cannot be kept on this machine: settings and sessions.

Those errors belong to rooms beside this one, which may not be entered; they are known by their facts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, runtime_checkable

from optilearn_tui.i18n.messages import tr
from optilearn_tui.i18n.problems.wording import Problem, quoted


@runtime_checkable
class FileTrouble(Protocol):
    """The settings file cannot be read, or, with `writing`, not be written (`settings.SettingsError`)."""

    path: Path
    line: int | None
    reason: str
    writing: bool


@runtime_checkable
class StoreTrouble(Protocol):
    """A place for sessions cannot be used (`credentials.StoreUnavailable`)."""

    store: str
    reason: str


class SettingFault(Protocol):
    """One setting that was passed over (`settings.Complaint`)."""

    @property
    def key(self) -> str:
        """The setting's name."""
        ...

    @property
    def fault(self) -> str:
        """`unknown`, `invalid` or `secret`."""
        ...

    @property
    def path(self) -> Path | None:
        """The file, unless a variable is meant."""
        ...

    @property
    def variable(self) -> str | None:
        """The environment variable, where one is meant."""
        ...

    @property
    def line(self) -> int | None:
        """The line in the file, from 1."""
        ...

    @property
    def allowed(self) -> str | None:
        """The values that are understood."""
        ...


def of_file(trouble: FileTrouble) -> Problem:
    """A settings file that cannot be used."""
    path = str(trouble.path)
    if trouble.writing:
        return Problem(
            tr("Your choice could not be saved in {path}.", path=path),
            tr("It holds until you leave. Check that you may write there and that there is room."),
        )
    untouched = tr("Or move the file away to start with fresh settings; it was not changed.")
    match trouble.reason:
        case "syntax":
            sentence = tr("{place} is not valid TOML.", place=_place(path, trouble.line))
            next_step = tr("Correct that line.")
        case "encoding":
            sentence = tr("{place} is not UTF-8 text.", place=_place(path, trouble.line))
            next_step = tr("Save the file as UTF-8.")
        case "permission":
            sentence = tr("You may not read {path}.", path=path)
            next_step = tr("Give yourself the right to read it.")
        case "not-a-file":
            sentence = tr("{path} is not a file.", path=path)
            next_step = tr("Put a settings file there, or nothing.")
        case _:
            sentence = tr("{path} could not be read.", path=path)
            next_step = tr("Check the file.")
    return Problem(sentence, f"{next_step} {untouched}")


def of_store(trouble: StoreTrouble) -> Problem:
    """A place for sessions that cannot be used."""
    if trouble.store == "file":
        return _of_file_store(trouble)
    match trouble.reason:
        case "missing":
            sentence = tr("This computer has no keyring that can be used.")
        case "unsafe":
            sentence = tr(
                "The keyring set up here is not one of the operating system's own, so it is not used."
            )
        case "locked":
            sentence = tr("The keyring is locked.")
        case "timeout":
            sentence = tr("The keyring does not answer; it may be waiting for you on another screen.")
        case "lost":
            sentence = tr("The keyring took the session and did not keep it.")
        case _:
            sentence = tr("The keyring reported an error.")
    next_step = tr(
        "A session then lasts until you leave. To keep it in a private file: “optilearn login --store file”."
    )
    return Problem(sentence, next_step)


def _of_file_store(trouble: StoreTrouble) -> Problem:
    match trouble.reason:
        case "exposed":
            return Problem(
                tr("Others on this computer could read the file with your session, so it is not used."),
                tr("Sign in again; the new file will be private."),
            )
        case "accounts":
            return Problem(
                tr("The list of accounts on this computer could not be written."),
                tr("Check the folder and its permissions."),
            )
        case "answers":
            return Problem(
                tr("Not everything that the school answered could be erased from this computer."),
                tr("Close other windows of this program and sign out again, or empty its cache folder."),
            )
        case "permission":
            sentence = tr("The private file for the session may not be used.")
        case _:
            sentence = tr("The private file for the session could not be used.")
    return Problem(sentence, tr("The session lasts until you leave. Check the folder and its permissions."))


def complaint(fault: SettingFault) -> Problem:
    """One setting that was passed over: where it stands, what is wrong, and what would be right."""
    place = fault.variable or _place(str(fault.path), fault.line)
    key = quoted(fault.key)
    match fault.fault:
        case "secret":
            return Problem(
                tr("{place}: “{key}” looks like a secret and is not read from here.", place=place, key=key),
                tr("Remove it. Secrets belong in the keyring or the environment."),
            )
        case "unknown":
            return Problem(
                tr("{place}: there is no setting “{key}”.", place=place, key=key),
                tr("Correct its name or remove the line."),
            )
        case _:
            sentence = tr("{place}: “{key}” has a value that cannot be used.", place=place, key=key)
    if fault.allowed is None:
        return Problem(sentence, tr("Correct it or remove it."))
    return Problem(sentence, tr("Possible: {allowed}.", allowed=fault.allowed))


def _place(path: str, line: int | None) -> str:
    return path if line is None else tr("{path}, line {line}", path=path, line=line)
