"""The rows of a large table: which of them are shown, and in which order. Nothing here is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.folding import folded

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

R = TypeVar("R")


class TableRows(Generic[R]):
    """Rows, narrowed by what is typed and ordered by one key. A row is named by its position in `every`.

    Attributes:
        every: all rows, in the order they came.
        shown: positions of the rows that are shown, in the order in which they are.
    """

    def __init__(self, search: Callable[[R], str]) -> None:
        """Begin without rows; `search` gives the text of a row that what is typed is looked for in."""
        self.every: Sequence[R] = ()
        self.shown: Sequence[int] = ()
        self._search = search
        self._texts: list[str] | None = None
        self._words: list[str] = []
        self._ordered: Sequence[int] = ()

    def fill(self, rows: Sequence[R]) -> None:
        """Take other rows, in the order they came; what was typed still narrows them."""
        self.every = rows
        self._texts = None
        self._ordered = range(len(rows))
        self._choose()

    def narrow(self, text: str) -> None:
        """Show only rows that have every word of `text` somewhere; all rows for none."""
        self._words = folded(text).split()
        self._choose()

    def prepare(self) -> Sequence[str]:
        """Make the texts that are searched in, unless they are made, so that the first key need not wait."""
        if self._texts is None:
            self._texts = [folded(self._search(row)) for row in self.every]
        return self._texts

    def order(
        self, key: Callable[[R], SupportsRichComparison | Unknown | None] | None, *, falling: bool = False
    ) -> None:
        """Order by `key`, or as the rows came for None.

        Rows of the same key stay as they came. Those that really have none stand behind all that have one,
        those of which it is not known last, whichever way round.
        """
        self._ordered = range(len(self.every)) if key is None else self._in_order(key, falling=falling)
        self._choose()

    def place_of(self, matches: Callable[[R], bool]) -> int | None:
        """Where among the shown rows the first stands that `matches`; None where none does."""
        every = self.every
        return next((place for place, position in enumerate(self.shown) if matches(every[position])), None)

    def _in_order(
        self, key: Callable[[R], SupportsRichComparison | Unknown | None], *, falling: bool
    ) -> Sequence[int]:
        valued: list[tuple[SupportsRichComparison, int]] = []
        without: list[int] = []
        unknown: list[int] = []
        for position, row in enumerate(self.every):
            value = key(row)
            if isinstance(value, Unknown):
                unknown.append(position)
            elif value is None:
                without.append(position)
            else:
                valued.append((value, position))
        valued.sort(key=lambda pair: pair[0], reverse=falling)
        return (*(position for _, position in valued), *without, *unknown)

    def _choose(self) -> None:
        if not self._words:
            self.shown = self._ordered
            return
        texts, shown = self.prepare(), self._ordered
        for word in self._words:
            shown = [position for position in shown if word in texts[position]]
        self.shown = shown
