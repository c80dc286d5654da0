"""The letters of a text as a reader sees them, and how many cells those of the scripts of India take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from optilearn_tui.tui.terminal_widths.drawing import Drawing

_BLOCKS = (range(0x0900, 0x0E00), range(0x1CD0, 0x1D00), range(0xA8E0, 0xA900))
"""Devanagari to Sinhala, Vedic signs, further Devanagari."""
_INDIC = "".join(f"{chr(block[0])}-{chr(block[-1])}" for block in _BLOCKS)
_CATEGORIES = {chr(code): unicodedata.category(chr(code)) for block in _BLOCKS for code in block}
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_JOINERS = _JOINER + _NON_JOINER
_VIRAMA = 9
"""The canonical combining class of a virama: it binds the consonant before it to the one after."""
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_WORDS_REMEMBERED = 4096
"""The same words are painted over and over."""

SPACING_MARKS: Final = frozenset(each for each, category in _CATEGORIES.items() if category == "Mc")
"""The signs that stand beside their letter (ा ि ी ो ः): in a cell of their own, or not."""

MARK: Final = re.compile(f"[{''.join(each for each, category in _CATEGORIES.items() if category[0] == 'M')}]")
"""A sign that belongs to a letter of an Indian script: a text without any is drawn alike everywhere."""

WORD: Final = re.compile(f"[{_JOINERS}]*[{_INDIC}][{_INDIC}{_JOINERS}]*")
"""A word of an Indian script, with the joiners in and around it."""


def clusters(text: str) -> Iterator[str]:
    """The letters of `text` as a reader sees them (grapheme clusters, UAX 29, as far as needed).

    A letter of Hindi is several code points (consonants joined by a virama, vowel signs, a nasal dot);
    cutting inside one shows a letter that nobody wrote.
    """
    start = 0
    for index in range(1, len(text)):
        if not _belongs(text[start:index], text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _belongs(cluster: str, character: str) -> bool:
    category = unicodedata.category(character)
    if category.startswith("M") or character in _JOINERS or ord(character) in _SKIN_TONES:
        return True
    last = cluster[-1]
    if last == _JOINER:
        return True
    if ord(character) in _FLAG_LETTERS:
        return len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS
    return unicodedata.combining(last) == _VIRAMA and category == "Lo"


@lru_cache(_WORDS_REMEMBERED)
def shown(word: str) -> str:
    """A word of an Indian script as it is given to the terminal: composed, and without the joiner.

    Terminals swallow the letter after a joiner (U+200D), and draw a sign of two parts in two cells where it
    comes in parts. Only for showing: what is copied, searched or sent stays as it was written.
    """
    return unicodedata.normalize("NFC", word).replace(_JOINER, "")


@lru_cache(_WORDS_REMEMBERED)
def cells_of(word: str, drawing: Drawing) -> int:
    """How many cells a word of an Indian script takes in a terminal that draws like `drawing`."""
    most = drawing.letter
    cells = (sum(_cells(part, drawing) for part in shown(cluster)) for cluster in clusters(word))
    return sum(each if most is None else min(each, most) for each in cells)


def _cells(character: str, drawing: Drawing) -> int:
    if character in SPACING_MARKS:
        return drawing.mark
    return int(unicodedata.category(character) not in {"Mn", "Cf"})
