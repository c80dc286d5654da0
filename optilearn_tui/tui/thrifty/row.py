"""One row of the screen, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from optilearn_tui.tui.terminal_widths import letters
from optilearn_tui.tui.terminal_widths.drawing import USUAL
from optilearn_tui.tui.terminal_widths.letters import MARK, WORD
from optilearn_tui.tui.thrifty.look import PLAIN, Look

BLANK: Final = " "
REST: Final = ""
"""A cell that is taken by the letter to its left."""
UNKNOWN: Final = "\0"
"""A cell of which nobody knows what the terminal shows in it: nothing that is meant to be there."""


class Word(NamedTuple):
    """A word of an Indian script with signs on its letters: terminals disagree about its width.

    Attributes:
        start: its first column.
        end: the column after the cells it was counted for.
        reach: the column after the last one that a terminal may draw it over.
        text: its letters.
        look: how all of them look.
    """

    start: int
    end: int
    reach: int
    text: str
    look: Look


class Row:
    """Cells from the left; those that were never written are blank.

    Attributes:
        texts: the letter of each cell (`REST` in the further cells of a wide one).
        looks: how each cell looks.
    """

    def __init__(self, width: int, look: Look = PLAIN) -> None:
        self.texts = [BLANK] * width
        self.looks = [look] * width

    def widen(self, width: int) -> None:
        """Have at least `width` cells."""
        missing = width - len(self.texts)
        if missing > 0:
            self.texts += [BLANK] * missing
            self.looks += [PLAIN] * missing

    def cut(self, width: int) -> Row:
        """The same cells, exactly so many; a letter that lies across the end is blank."""
        row = Row(0)
        row.texts, row.looks = self.texts[: width + 1], self.looks[: width + 1]
        row.widen(width)
        row._break(width)
        del row.texts[width:], row.looks[width:]
        return row

    def put(self, column: int, cells: Sequence[str], look: Look) -> None:
        """Write letters side by side; a wide letter that loses a cell to them becomes blank."""
        end = column + len(cells)
        self.widen(end)
        self._break(column)
        self._break(end)
        self.texts[column:end] = cells
        self.looks[column:end] = [look] * len(cells)
        self.forget_words()

    def _break(self, column: int) -> None:
        """A letter that lies across the edge before `column` is gone."""
        if column < len(self.texts) and self.texts[column] == REST:
            start = self.head(column)
            end = column + 1
            while end < len(self.texts) and self.texts[end] == REST:
                end += 1
            self.texts[start:end] = [BLANK] * (end - start)

    def head(self, column: int) -> int:
        """Where the letter starts that takes the cell at `column`."""
        while column and self.texts[column] == REST:
            column -= 1
        return column

    def add(self, column: int, mark: str) -> None:
        """A sign without a cell of its own joins the letter before `column`."""
        if column:
            self.texts[self.head(column - 1)] += mark
            self.forget_words()

    def forget_words(self) -> None:
        """The words are to be looked for again."""
        self.__dict__.pop("words", None)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that terminals disagree about, from the left."""
        text = "".join(self.texts)
        return tuple(self._words()) if MARK.search(text) is not None else ()

    def _words(self) -> Iterator[Word]:
        column, width = 0, len(self.texts)
        while column < width:
            end = self._end_of_word(column)
            text = "".join(self.texts[column:end])
            if MARK.search(text) is not None:
                reach = max(end, column + letters.cells_of(text, USUAL))
                yield Word(column, end, min(reach, width), text, self.looks[column])
            column = max(end, column + 1)

    def _end_of_word(self, start: int) -> int:
        """The column after the word that starts here; `start` itself where none does."""
        end, look = start, self.looks[start]
        while end < len(self.texts) and self.looks[end] == look:
            letter = self.texts[end]
            goes_on = letter == REST and end > start
            if not goes_on and WORD.search(letter) is None:
                break
            end += 1
        return end
