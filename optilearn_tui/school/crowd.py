"""A set of students of one school, small and quick to unite, compare and count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from optilearn_tui.api.models import Unknown


@dataclass(frozen=True, slots=True)
class Crowd:
    """Some students, each one bit of a number (`Structure` says which student is which bit).

    Attributes:
        bits: the students known to be in it.
        whole: whether these are all; False where a roster or a list of targets could not be read.
    """

    bits: int = 0
    whole: bool = True

    @property
    def students(self) -> int | Unknown:
        """How many students; Unknown where there may be more than are known."""
        return self.bits.bit_count() if self.whole else Unknown.LEFT_OUT

    @property
    def at_least(self) -> int:
        """How many students are known to be in it."""
        return self.bits.bit_count()

    @property
    def empty(self) -> bool:
        """Whether there is certainly nobody in it."""
        return self.whole and not self.bits

    def __and__(self, other: Crowd) -> Crowd:
        """Who is in both. Everyone of a whole crowd known to be in the other settles it."""
        both = self.bits & other.bits
        settled = (self.whole and other.whole) or any(
            each.whole and each.bits == both for each in (self, other)
        )
        return Crowd(both, settled)


def united(crowds: Iterable[Crowd]) -> Crowd:
    """Who is in any of the crowds."""
    bits, whole = 0, True
    for crowd in crowds:
        bits |= crowd.bits
        whole = whole and crowd.whole
    return Crowd(bits, whole)


NOBODY = Crowd()
UNREAD = Crowd(whole=False)
"""Nobody is known to be in it, and anybody may be."""
