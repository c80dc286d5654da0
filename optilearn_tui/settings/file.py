"""The settings file: read with patience, written with care, never written over when it cannot be read."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from optilearn_tui.private_file import write_private
from optilearn_tui.settings.errors import UnreadableSettings, UnwritableSettings
from optilearn_tui.settings.values import SETTINGS

if TYPE_CHECKING:
    from optilearn_tui.settings.places import Places

_LARGEST_FILE = 1_000_000  # bytes; a settings file has a few hundred


@dataclass(frozen=True)
class SettingsFile:
    """What the file says, as text and as TOML. A file that is missing says nothing."""

    path: Path
    text: str
    table: dict[str, object]

    def line_of(self, key: str) -> int | None:
        """The line, from 1, where the setting `key` (dotted inside a table) seems to stand."""
        name = re.escape(key.rpartition(".")[2])
        place = re.compile(rf"""^\s*(?:\[+[^\]#]*?|[^#=]*?[.{{,]\s*)?["']?{name}["']?\s*[=.\]]""")
        numbered = enumerate(self.text.splitlines(), start=1)
        return next((number for number, line in numbered if place.match(line)), None)


def read(path: Path) -> SettingsFile:
    """The settings file at `path`.

    Raises:
        UnreadableSettings: it is there and cannot be read.
    """
    text = _text(path)
    if not text:
        return SettingsFile(path, "", {})
    import tomllib

    try:
        return SettingsFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        # The standard library tells the place in words only; a fault at the very end has no number.
        told = re.search(r"at line (\d+)", str(error))
        line = int(told[1]) if told else text.count("\n") + 1
        # The cause is left out: it quotes the file, and the file may hold a secret.
        raise UnreadableSettings(path, line, "syntax") from None


def remember(places: Places, **choices: str | int | None) -> None:
    """Write choices into the settings file, keeping what else it says, comments included; None takes one out.

    Raises:
        KeyError: no setting has that name.
        ValueError: the setting cannot have that value.
        UnreadableSettings: the file is there and cannot be read; it stays as it is.
        UnwritableSettings: the file cannot be written; it stays as it is.
    """
    import tomlkit

    file = read(places.settings_file)
    document = tomlkit.parse(file.text)
    for key, value in choices.items():
        if value is None:
            document.pop(key, None)
        else:
            document[key] = SETTINGS[key].parse(value)
    changed = tomlkit.dumps(document)
    if changed == file.text:
        return
    try:
        write_private(file.path, changed.encode())
    except OSError as error:
        raise UnwritableSettings(file.path, None, _reason(error)) from error


def _text(path: Path) -> str:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableSettings(path, None, "not-a-file")
        if found.st_size > _LARGEST_FILE:
            raise UnreadableSettings(path, None, "too-large")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UnreadableSettings(path, line, "encoding") from None
    except OSError as error:
        raise UnreadableSettings(path, None, _reason(error)) from error


def _reason(error: OSError) -> str:
    match error:
        case PermissionError():
            return "permission"
        case IsADirectoryError() | NotADirectoryError() | FileExistsError():
            return "not-a-file"
        case _:
            return "other"
