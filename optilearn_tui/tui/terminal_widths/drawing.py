"""How a terminal draws the scripts of India."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Drawing:
    """How many cells a terminal needs for a letter; by default as most terminals do, and as widely as any.

    Attributes:
        mark: cells for a vowel sign beside its letter (Unicode category Mc: the ा of का): 1 or 0.
        letter: the most cells for a letter with all that belongs to it (क्षा); None: whatever its parts need.
    """

    mark: int = 1
    letter: int | None = None


USUAL = Drawing()
"""What is assumed of a terminal that says nothing: xterm, VTE, Konsole, tmux and most others draw so."""

_CHOICES = {"1": USUAL, "0": Drawing(mark=0)}


def chosen(choice: str | None) -> Drawing | None:
    """What a person chose: `1` or `0` cells for a vowel sign; None (for all else): ask the terminal."""
    return _CHOICES.get((choice or "").strip())
