"""Text made comparable: how what a person types meets what a school wrote, and which text comes first.

Nothing is put into another script: who types Latin letters finds what the school wrote in them.
"""

from __future__ import annotations

import re
import unicodedata

_ZWNJ, _ZWJ = "\u200c", "\u200d"  # spelling aids of Hindi that keyboards often leave out
_NUMBERS = re.compile(r"(\d{1,18})")
_NUKTAS = dict.fromkeys(map(ord, "\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc"))
_CHANDRABINDU, _ANUSVARA = "\u0901", "\u0902"
_NASAL = re.compile("(?:ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ]))")
"""A nasal before a consonant of its own row, which may as well be written as an anusvara."""


def folded(text: str) -> str:
    """Text to search in and to search for.

    Case, Unicode composition, white space, nukta (फ़ and फ), the script of digits (८ and 8) and the two ways
    to write a nasal of Hindi (हिन्दी and हिंदी, चाँद and चांद) do not matter.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    # Folding can take apart what was composed, and needs it composed to begin with.
    text = unicodedata.normalize("NFC", text).casefold().replace(_ZWNJ, "").replace(_ZWJ, "")
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_NUKTAS))
    text = _NASAL.sub(_ANUSVARA, text.replace(_CHANDRABINDU, _ANUSVARA))
    text = "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)
    return " ".join(text.split())


def natural_order(text: str) -> tuple[str | int, ...]:
    """A key to sort texts by: numbers in them by their value, so that 9-A comes before 10-A.

    Names in Latin letters come before those in Devanagari, and these stand as in a Hindi dictionary: Unicode
    has its vowels, consonants and signs in that order.
    """
    parts = _NUMBERS.split(folded(text))
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
