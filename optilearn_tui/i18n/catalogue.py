"""The translations, read from their `.po` file when a language is first spoken (no `.mo`, no build step).

Babel reads such files as well, and takes eight times as long, which would show before the first paint.
"""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False  # `typing` and `pathlib` take as long to import as all that `--help` needs
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from optilearn_tui.i18n.language import Language

Catalogue = dict[tuple[str | None, str], tuple[str, ...]]
"""From context and English (the singular where there are two) to the forms of the translation."""

_LINE = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(.*)"\s*')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


@cache
def load(language: Language) -> Catalogue:
    """The finished translations of `language`; empty where there is no catalogue for it.

    Fuzzy and missing translations are left out, so that English is shown instead.
    """
    path = folder() / language.value / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return {}
    entries: Catalogue = {}
    for fields in _entries(path.read_text(encoding="utf-8").splitlines()):
        forms = tuple(text for keyword, text in fields.items() if keyword.startswith("msgstr"))
        if fields["msgid"] and all(forms):
            entries[fields.get("msgctxt"), fields["msgid"]] = forms
    return entries


def folder() -> Path:
    """Where the catalogues lie: in the package of an installed wheel, at the root of a working tree."""
    from pathlib import Path

    package = Path(__file__).parent.parent
    installed = package / "locales"
    return installed if installed.is_dir() else package.parent / "locales"


def _entries(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """The fields of each entry that is neither fuzzy nor obsolete, in the order of the file."""
    fields: dict[str, str] = {}
    keyword, fuzzy, next_is_fuzzy = "", False, False
    for line in lines:
        if line.startswith(("#,", "#~")):
            next_is_fuzzy = line.startswith("#,") and "fuzzy" in line
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        keyword = found[1] or keyword
        if keyword in {"msgctxt", "msgid"} and found[1] and "msgid" in fields:
            if not fuzzy:
                yield fields
            fields = {}
        if not fields:
            fuzzy, next_is_fuzzy = next_is_fuzzy, False
        fields[keyword] = fields.get(keyword, "") + _plain(found[2])
    if "msgid" in fields and not fuzzy:
        yield fields


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text)
