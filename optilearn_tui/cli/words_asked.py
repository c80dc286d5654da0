"""What the words of the command line ask for, as far as it has to be known before they are parsed."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` takes as long to import as all that `--help` needs
if TYPE_CHECKING:
    from collections.abc import Sequence


def language_asked(words: Sequence[str]) -> str | None:
    """What `--lang` says, known before the parser is made, so that the parser's own words follow it."""
    asked = None
    for position, word in enumerate(words, 1):
        if word == "--":
            break
        if word == "--lang" and position < len(words):
            asked = words[position]
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return asked
