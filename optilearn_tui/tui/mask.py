"""Marks and fees hidden from whoever looks over a shoulder, until they are asked for again.

As with the language, one process shows one person one screen: the mask is on or off for all of it, and
whatever shows a mark or an amount passes it through `veiled`.
"""

from __future__ import annotations

from collections.abc import Sequence

from optilearn_tui.i18n import tr
from optilearn_tui.tui.paint import quiet
from optilearn_tui.tui.styled import Styled

VEIL = "••"
"""Stands where something is hidden: a value, none, and not known look the same."""

_is_on = False


def mask(*, on: bool) -> None:
    """Hide marks and fees from now on, or show them. What is on the screen has to be worded again."""
    global _is_on  # noqa: PLW0603 - one process shows one person one screen
    _is_on = on


def is_masked() -> bool:
    """Whether marks and fees are hidden now."""
    return _is_on


def veiled(private: Styled) -> Styled:
    """A mark or an amount as it may be seen now."""
    return quiet(VEIL) if _is_on else private


def veiled_text(private: str) -> str:
    """The same for what stands inside a sentence."""
    return VEIL if _is_on else private


def veiled_cells(private: Sequence[Styled]) -> tuple[Styled, ...]:
    """Several cells about one thing: the first is veiled, the others are empty."""
    return (quiet(VEIL), *(Styled() for _ in private[1:])) if _is_on else tuple(private)


def has_veils(text: str) -> bool:
    """Whether something in a text that is to leave the program is hidden."""
    return _is_on and VEIL in text


def key_words() -> str:
    """That something is hidden, and which key shows it."""
    return tr("Marks and fees are hidden. h shows them.")
