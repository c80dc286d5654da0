"""What is looked for, and what it is looked for in, brought into one form: text, and the digits of phones.

Spelling matters as little as `folding.folded` says. A phone number is its digits without the trunk `0` and
without `+91`, the country code of India [A].
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

from optilearn_tui.school.folding import folded

FEWEST_DIGITS = 4
"""A phone number is looked for by at least so many digits; fewer would be found in most."""

_SHORTEST_NUMBER = 7
_NATIONAL_LENGTH = 10
_COUNTRY = "91"

Digits: TypeAlias = tuple[str, ...]
"""Ways to read what was typed as a phone number or a part of one; any of them will do."""

_PHONE = re.compile(r"[\d\s+().-]+")
_BETWEEN_NUMBERS = re.compile(r"[,;/|&]|\bor\b", re.IGNORECASE)


def digits_in(text: str) -> str:
    """The digits of a text, in whatever script, as ASCII."""
    return "".join(str(unicodedata.decimal(each)) for each in text if each.isdecimal())


def numbers_in(text: str) -> tuple[str, ...]:
    """The phone numbers that a school wrote into one field, each as it is compared."""
    found = (_national(digits_in(part)) for part in _BETWEEN_NUMBERS.split(text))
    return tuple(dict.fromkeys(number for number in found if number))


def identifies(number: str) -> bool:
    """Whether a compared number can be somebody's: long enough, and not one digit repeated."""
    return len(number) >= _SHORTEST_NUMBER and len(set(number)) > 1


@dataclass(frozen=True, slots=True)
class Needle:
    """What somebody typed.

    Attributes:
        phrase: all of it, searchable.
        words: its words, each with the digits to look for in phone numbers, if any.
        phone: the digits to look for where all of it may be one phone number.
    """

    phrase: str
    words: tuple[tuple[str, Digits], ...]
    phone: Digits

    @classmethod
    def of(cls, typed: str) -> Needle:
        """Read what was typed."""
        phrase = folded(typed)
        words = tuple((word, _as_phone(word)) for word in dict.fromkeys(phrase.split()))
        return cls(phrase, words, _as_phone(phrase))


def _as_phone(text: str) -> Digits:
    if not _PHONE.fullmatch(text):
        return ()
    digits = digits_in(text)
    if text.startswith("+" + _COUNTRY) or digits.startswith("00" + _COUNTRY):
        numbers = [digits.lstrip("0").removeprefix(_COUNTRY).lstrip("0")]
    else:
        # A zero in front may be the trunk's, or begin the part of a number that somebody remembers.
        numbers = [_national(digits), digits]
    return tuple(dict.fromkeys(number for number in numbers if len(number) >= FEWEST_DIGITS))


def _national(digits: str) -> str:
    digits = digits.lstrip("0")
    if len(digits) > _NATIONAL_LENGTH and digits.startswith(_COUNTRY):
        digits = digits.removeprefix(_COUNTRY).lstrip("0")
    return digits
