"""The translations, read from their `.po` file when a language is first spoken (no `.mo`, no build step).

Reading a whole file takes as long as a process needs to start, and would show before the first paint and in
`--help`. So a file is only cut into its entries, and of those each is read when it is first said.
"""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False  # `typing` takes as long to import as all that `--help` needs
if TYPE_CHECKING:
    from collections.abc import Iterator

    from optilearn_tui.i18n.language import Language

_ESCAPED = (('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r"))


class Catalogue:
    """The finished translations of one language, from a file with blank lines between its entries.

    Fuzzy and missing translations are left out, so that English is shown instead.
    """

    def __init__(self, file: bytes) -> None:
        self._unread = dict(_entries(file))
        self._read: dict[tuple[str | None, str], tuple[str, ...]] = {}

    def forms(self, context: str | None, message: str) -> tuple[str, ...]:
        """The translations of an English message (the singular where there are two), as far as there are."""
        asked = (context, message)
        if asked not in self._read:
            entry = self._unread.get((_quoted(context or ""), _quoted(message)))
            self._read[asked] = () if entry is None else _forms_in(entry.decode())
        return self._read[asked]

    def __len__(self) -> int:
        """How many entries there are, finished or not."""
        return len(self._unread)


@cache
def load(language: Language) -> Catalogue:
    """The translations of `language`; empty where there is no catalogue for it."""
    try:
        with open(os.path.join(folder(), language.value, "LC_MESSAGES", "messages.po"), "rb") as file:  # noqa: PTH118, PTH123 - `pathlib` takes too long to import
            return Catalogue(file.read())
    except FileNotFoundError:
        return Catalogue(b"")


def folder() -> str:
    """Where the catalogues lie: in the package of an installed wheel, at the root of a working tree."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - as above
    installed = os.path.join(package, "locales")  # noqa: PTH118 - as above
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "locales")  # noqa: PTH112, PTH118, PTH120 - as above


def _entries(file: bytes) -> Iterator[tuple[tuple[bytes, bytes], bytes]]:
    """Each entry that is not obsolete, each text on one line, under its context and English as written."""
    one_line_each = file.replace(b"\r\n", b"\n").replace(b'"\n"', b"")
    for entry in one_line_each.split(b"\n\n"):
        above, found, below = entry.partition(b'msgid "')
        if found and above[-1:] in {b"", b"\n"}:
            context = above.partition(b'msgctxt "')[2].partition(b'"\n')[0]
            yield (context, below.partition(b'"\n')[0]), entry


def _forms_in(entry: str) -> tuple[str, ...]:
    lines = entry.split("\n")
    if any(line.startswith("#,") and "fuzzy" in line for line in lines):
        return ()
    forms = tuple(_plain(line.partition('"')[2][:-1]) for line in lines if line.startswith("msgstr"))
    return forms if all(forms) else ()


def _quoted(text: str) -> bytes:
    """Text as it stands between quotation marks in a file."""
    text = text.replace("\\", "\\\\")
    for plain, escaped in _ESCAPED:
        text = text.replace(plain, escaped)
    return text.encode()


def _plain(quoted: str) -> str:
    """What stands between quotation marks in a file, as text."""
    return "\\".join(_unescaped(part) for part in quoted.split("\\\\"))


def _unescaped(part: str) -> str:
    for plain, escaped in _ESCAPED:
        part = part.replace(escaped, plain)
    return part
