"""A table that somebody looks at, written to a new file that is theirs alone."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Protocol

from optilearn_tui.export.tables import Cells, csv_text, json_rows

_LONGEST_NAME = 120
"""Bytes of a file's name before its ending; file systems take 255 in all."""
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that are devices on Windows."""


class Sheet(Protocol):
    """A table on its way out, as `tui.staff.sheet` makes it."""

    @property
    def name(self) -> str:
        """What it is about, in a few words."""

    @property
    def kind(self) -> str:
        """`csv` or `json`: how it is written, and the ending of its file."""

    @property
    def keys(self) -> Sequence[str]:
        """The names of its columns, the same in every language."""

    @property
    def rows(self) -> Sequence[Cells]:
        """Its cells: None for not known, empty for none."""


def write_sheet(sheet: Sheet, folder: Path | None = None) -> Path:
    """Write a sheet to a file of its own in `folder`, the current one by default, and say where.

    The file is named after the sheet and readable by its owner only (0600). One that is there already is
    never touched, nor is a link followed: the new one gets a number.

    Raises:
        OSError: no file can be written there. None is left behind.
    """
    content = _content(sheet).encode()
    stem = _file_name(sheet.name)
    for path in _candidates(folder or Path.cwd(), stem, sheet.kind):
        with suppress(FileExistsError):
            _write_new(path, content)
            return path
    raise AssertionError  # there is always a further number


def _content(sheet: Sheet) -> str:
    if sheet.kind == "csv":
        return csv_text(sheet.keys, sheet.rows)
    return json.dumps(json_rows(sheet.keys, sheet.rows), ensure_ascii=False, indent=2) + "\n"


def _candidates(folder: Path, stem: str, kind: str) -> Iterator[Path]:
    yield folder / f"{stem}.{kind}"
    for number in count(2):
        yield folder / f"{stem}-{number}.{kind}"


def _write_new(path: Path, content: bytes) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise


def _file_name(name: str) -> str:
    """A name for a file out of any text: letters, digits and dashes; never a path, a device or hidden."""
    spaced = "".join(each if _may_stay(each) else " " for each in unicodedata.normalize("NFC", name))
    stem = "-".join(spaced.split()).strip("-_")
    while len(stem.encode()) > _LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem}-sheet" if stem.casefold() in _RESERVED else stem or "sheet"


def _may_stay(character: str) -> bool:
    return character in "-_" or unicodedata.category(character)[0] in "LMN"
