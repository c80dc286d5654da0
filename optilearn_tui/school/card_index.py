"""Cards in order, and which of them fit what was typed, how well: tens of thousands in a few milliseconds.

What is compared stands in plain lists beside the cards: looking through those is several times as quick as
asking each card.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.school.card import Card, Place
    from optilearn_tui.school.needle import Digits, Needle

_FEW = 0.02
"""A share of new cards below which putting in each is quicker than sorting all."""


class Rank(IntEnum):
    """How well somebody fits what was typed, the best first."""

    WHOLE = 0
    """It is the whole of one field."""
    START = 1
    """One field begins with it."""
    WORD = 2
    """Each of its words begins a word."""
    WITHIN = 3
    """Each of its words is somewhere inside."""


class CardIndex:
    """The cards of everybody, by their places."""

    def __init__(self) -> None:
        self._cards: list[Card] = []
        self._texts: list[str] = []
        self._digits: list[str] = []

    def update(self, added: Sequence[Card], removed: Iterable[Card]) -> None:
        """Put cards in and take cards out."""
        gone = {id(card) for card in removed}
        if gone:
            self._cards = [card for card in self._cards if id(card) not in gone]
        if len(added) < len(self._cards) * _FEW:
            for card in added:
                insort(self._cards, card, key=_place)
        else:
            self._cards = sorted((*self._cards, *added), key=_place)
        self._texts = [card.text for card in self._cards]
        self._digits = [card.digits for card in self._cards]

    def search(self, needle: Needle) -> dict[Rank, list[Card]]:
        """The cards that fit by how well they do, each list in their order."""
        found: dict[Rank, list[Card]] = {rank: [] for rank in Rank}
        texts, cards, rank_of = self._texts, self._cards, _ranking(needle)
        for place in self._fitting(needle):
            rank = rank_of(texts[place])
            if needle.phone:
                rank = min(rank, _rank_of_number(self._digits[place], needle.phone))
            found[rank].append(cards[place])
        return found

    def _fitting(self, needle: Needle) -> list[int]:
        """Where the cards stand that have every word, or the whole as a phone number."""
        # The longest word rules out the most.
        words = sorted(needle.words, key=lambda pair: -len(pair[0]))
        places = self._having(*words[0], range(len(self._cards)))
        for word, numbers in words[1:]:
            places = self._having(word, numbers, places)
        if needle.phone and len(words) > 1:
            return sorted({*places, *self._having_number(needle.phone, range(len(self._cards)))})
        return places

    def _having(self, word: str, numbers: Digits, among: Sequence[int]) -> list[int]:
        texts = self._texts
        if len(among) == len(texts):
            places = [place for place, text in enumerate(texts) if word in text]
        else:
            places = [place for place in among if word in texts[place]]
        return sorted({*places, *self._having_number(numbers, among)}) if numbers else places

    def _having_number(self, numbers: Digits, among: Iterable[int]) -> list[int]:
        digits = self._digits
        return [place for number in numbers for place in among if number in digits[place]]


def _place(card: Card) -> Place:
    return card.place


def _ranking(needle: Needle) -> Callable[[str], Rank]:
    """What tells how well a text with every word in it fits."""
    whole, start = f"\n{needle.phrase}\n", f"\n{needle.phrase}"
    beginnings = [(f" {word}", f"\n{word}") for word, _ in needle.words]

    def rank_of(text: str) -> Rank:
        if start in text:
            return Rank.WHOLE if whole in text else Rank.START
        for later, first in beginnings:
            if later not in text and first not in text:
                return Rank.WITHIN
        return Rank.WORD

    return rank_of


def _rank_of_number(digits: str, numbers: Digits) -> Rank:
    if any(f"\n{number}\n" in digits for number in numbers):
        return Rank.WHOLE
    return Rank.START if any(f"\n{number}" in digits for number in numbers) else Rank.WITHIN
