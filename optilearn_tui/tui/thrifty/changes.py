"""What has to be painted so that one row of the terminal shows what it is meant to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from optilearn_tui.tui.thrifty.look import Look, behind
from optilearn_tui.tui.thrifty.row import BLANK, REST, UNKNOWN, Row, Word

_WORTH_ERASING: Final = 4
"""Cells to the end of the row; the sequence takes three bytes."""
_WORTH_BLANKING: Final = 12
"""Cells inside the row: the sequence takes four or five bytes, the way over them as many."""


class Kind(Enum):
    """How a piece is painted."""

    LETTERS = auto()
    GROUND = auto()
    """Blanks, one by one."""
    BLANKED = auto()
    """Many blanks at once."""
    ERASED = auto()
    """Blanks up to the end of the row, at once."""
    WORD = auto()
    """A word of which nobody knows how wide it is drawn, over whatever stands there."""
    WORD_ON_BLANK = auto()
    """The same, where nothing stands."""


class Piece(NamedTuple):
    """Cells side by side that are painted in one go.

    Attributes:
        row: which row of the screen.
        start: its first column.
        end: the column after its last.
        look: how it looks; of blanks, only what is seen of it.
        kind: how it is painted.
        is_bound: whether it has to follow the piece before it, which may run over it.
        meant: the row as it is meant to be.
    """

    row: int
    start: int
    end: int
    look: Look
    kind: Kind
    is_bound: bool
    meant: Row


class RowChanges:
    """One row, as it is meant to be and as the terminal shows it."""

    def __init__(self, number: int, meant: Row, shown: Row, *, may_erase: Callable[[Look], bool]) -> None:
        """Two rows, compared.

        Args:
            number: which row of the screen.
            meant: how it is meant to be; as wide as the screen.
            shown: how the terminal shows it; as wide as the screen. What words have run over in it gets
                unknown.
            may_erase: whether erased cells look as blanks do that look like this.
        """
        self._number = number
        self._meant = meant
        self._shown = shown
        self._may_erase = may_erase
        self._width = len(meant.texts)
        self._words = {word.start: word for word in meant.words}
        self._lose_what_words_ran_over()
        self._differs = self._compared()
        self._tail = self._start_of_tail()

    def _compared(self) -> list[bool]:
        """For each cell, whether it has to be painted; a wide letter is painted from its first cell."""
        meant, shown = self._meant, self._shown
        differs = [
            text != there or not _look_alike(text, look, other)
            for text, there, look, other in zip(
                meant.texts, shown.texts, meant.looks, shown.looks, strict=True
            )
        ]
        for column in range(self._width - 1, 0, -1):
            if meant.texts[column] == REST and differs[column]:
                differs[column - 1] = True
        for column in range(1, self._width):
            if meant.texts[column] == REST and differs[column - 1]:
                differs[column] = True
        return differs

    def _start_of_tail(self) -> int:
        """Where the blanks start that reach to the end of the row and are worth erasing."""
        tail = self._end_of_blanks(self._width, -1)
        ground = behind(self._meant.looks[-1])
        worth = sum(self._differs[tail:]) >= _WORTH_ERASING and self._may_erase(ground)
        return tail if worth else self._width

    def _end_of_blanks(self, column: int, step: int = 1) -> int:
        """How far blanks reach that look the same; backwards, `column` is the one after the last."""
        texts, looks = self._meant.texts, self._meant.looks
        first = column if step > 0 else column - 1
        ground, each = behind(looks[first]), first
        while 0 <= each < self._width and texts[each] == BLANK and behind(looks[each]) == ground:
            each += step
        return each if step > 0 else each + 1

    def _lose_what_words_ran_over(self) -> None:
        """A word is painted whole or not at all, and what it may cover is painted after it.

        So is what stood under a word that goes: nobody knows how far it reached.
        """
        for word in self._shown.words:
            if word not in self._meant.words:
                self._lose(word)
        for word in self._meant.words:
            here = slice(word.start, word.end)
            is_there = self._shown.texts[here] == self._meant.texts[here]
            if not is_there or any(look != word.look for look in self._shown.looks[here]):
                self._lose(word)

    def _lose(self, word: Word) -> None:
        reach = min(word.reach, self._width)
        start = word.end if self._is_blank(word) else word.start
        self._shown.texts[start:reach] = [UNKNOWN] * (reach - start)

    def _is_blank(self, word: Word) -> bool:
        """Whether the terminal shows nothing yet where a word belongs."""
        ground = behind(word.look)
        cells = range(word.start, min(word.end, self._width))
        return all(
            self._shown.texts[each] == BLANK and behind(self._shown.looks[each]) == ground for each in cells
        )

    def pieces(self) -> Iterator[Piece]:
        """What has to be painted, from the left."""
        column = run_over = 0
        while column < self._width:
            if not self._differs[column]:
                column += 1
                continue
            word = self._words.get(column)
            piece = self._word(word) if word else self._at_once(column) or self._side_by_side(column)
            yield piece._replace(is_bound=column < run_over)
            column = piece.end
            run_over = max(run_over, word.reach if word else 0)

    def _piece(self, start: int, end: int, look: Look, kind: Kind) -> Piece:
        return Piece(self._number, start, end, look, kind, is_bound=False, meant=self._meant)

    def _word(self, word: Word) -> Piece:
        kind = Kind.WORD_ON_BLANK if self._is_blank(word) else Kind.WORD
        return self._piece(word.start, word.end, word.look, kind)

    def _at_once(self, column: int) -> Piece | None:
        """Blanks from `column` that are worth a sequence of their own."""
        look = self._meant.looks[column]
        if column >= self._tail:
            return self._piece(column, self._width, look, Kind.ERASED)
        end = self._end_of_blanks(column)
        if sum(self._differs[column:end]) >= _WORTH_BLANKING and self._may_erase(behind(look)):
            return self._piece(column, end, look, Kind.BLANKED)
        return None

    def _side_by_side(self, start: int) -> Piece:
        """Letters that look the same, with the blanks among them; or blanks alone."""
        texts, looks = self._meant.texts, self._meant.looks
        ground, look = behind(looks[start]), None
        end = start
        while end < self._width and self._differs[end] and end not in self._words:
            if texts[end] == BLANK:
                if behind(looks[end]) != ground or (end > start and self._at_once(end)):
                    break
            elif texts[end] != REST:
                if looks[end] != (look or looks[end]) or behind(looks[end]) != ground:
                    break
                look = looks[end]
            end += 1
        return self._piece(start, end, look or looks[start], Kind.LETTERS if look else Kind.GROUND)


def _look_alike(text: str, one: Look, other: Look) -> bool:
    return one is other or one == other or (text == BLANK and behind(one) == behind(other))
