"""The digits that numbers and dates are written in: Latin ones, or in Hindi those of Devanagari if chosen.

Both are in use in India: schools and banks mostly write 42, a person may rather read ४२. English is always
written with Latin digits, and so is whatever a program reads (JSON), which does not come through here.
"""

from __future__ import annotations

from enum import StrEnum

from optilearn_tui.i18n.language import Language, current

_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")


class Digits(StrEnum):
    """A choice of digits; its value is the one used in the settings."""

    LATIN = "latin"
    DEVANAGARI = "devanagari"


_chosen = Digits.LATIN


def use_digits(digits: Digits) -> None:
    """Write numbers in Hindi with `digits` from now on."""
    global _chosen  # noqa: PLW0603 - one process shows one person one way of writing
    _chosen = digits


def in_digits(text: str) -> str:
    """A number or a date as it is to be shown: with the chosen digits where Hindi is spoken."""
    if _chosen is Digits.LATIN or current() is not Language.HI:
        return text
    return text.translate(_DEVANAGARI)
