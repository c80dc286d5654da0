"""A terminal's screen, drawn by the rules of one family of terminals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x1b\a]*(?:\x1b\\|\a)|\x1b(?P<escape>[ -/]*[0-~])"
    r"|(?P<letters>[ -~\u2500-\u259f]+)|(?P<character>[^\x1b])",
    re.DOTALL,
)
_JOINER = "\u200d"


@dataclass(frozen=True)
class Family:
    """How some terminals draw.

    Attributes:
        mark: cells of a spacing mark (Unicode category Mc).
        whole: letters are drawn as a whole; a mark or a conjunct adds to the cell before.
        widest: the most cells a whole letter takes.
        swallows: whatever comes after a joiner (U+200D) goes into the cell before.
    """

    mark: int
    whole: bool = False
    widest: int = 9
    swallows: bool = False

    def cells(self, character: str) -> int:
        """What one code point takes by itself."""
        return _cells(character, self.mark)

    def joins(self, letter: str, character: str) -> bool:
        """Whether `character` goes into the cell that `letter` stands in."""
        last = letter[-1]
        if self.swallows and last == _JOINER:
            return True
        if not self.whole or character.isascii():
            return False
        category = unicodedata.category(character)
        bound = last == _JOINER or unicodedata.combining(last) == 9
        return category[0] == "M" or character in "\u200c\u200d" or (bound and category == "Lo")


@cache
def _cells(character: str, mark: int) -> int:
    category = unicodedata.category(character)
    if category == "Mc":
        return mark
    if category in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


GLIBC = Family(mark=1)
"""By code points: xterm, VTE, Konsole, Alacritty, PuTTY."""
TMUX = Family(mark=1, swallows=True)
NONE = Family(mark=0)
"""By code points, all marks in the cell of their letter."""
WHOLE = Family(mark=0, whole=True, widest=1)
"""A letter is one cell: kitty, Ghostty."""
TWO = Family(mark=1, whole=True, widest=2)
"""A letter is as wide as its parts, but never more than two cells: foot, Windows Terminal."""


class Emulator:
    """A screen. Columns and rows count from 0; a cell holds a letter, `""` the right half of a wide one."""

    def __init__(self, family: Family, columns: int, rows: int) -> None:
        self.family = family
        self.columns = columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.replies = ""
        """What the terminal sent back."""
        self._saved = (0, 0)
        self._wraps = True
        self._last: tuple[int, int] | None = None
        self._steer: dict[str, Callable[[str], None]] = {
            "H": self._move,
            "J": self._clear,
            "K": self._erase_line,
            "h": self._mode,
            "l": self._mode,
            "n": self._report,
        }

    def feed(self, data: str) -> None:
        """Draw what a program wrote."""
        for token in _TOKEN.finditer(data):
            if (letters := token["letters"]) is not None:
                self._letter(letters[0])
                self._plain(letters[1:])
                continue
            if token["character"] is not None:
                self._draw(token["character"])
                continue
            self._last = None if token["final"] in {"H", None} else self._last
            if token["final"] in self._steer:
                known = token["parameters"] + (token["final"] if token["final"] in "hl" else "")
                self._steer[token["final"]](known)
            elif token["escape"] == "7":
                self._saved = (self.row, self.column)
            elif token["escape"] == "8":
                self.row, self.column = self._saved

    def line(self, row: int) -> str:
        """The text of one row."""
        return "".join(self.cells[row])

    def blank(self) -> bool:
        """Whether there is nothing to be seen."""
        return not any(self.line(row).strip() for row in range(len(self.cells)))

    def _draw(self, character: str) -> None:
        if character == "\n":
            self.row, self.column = min(self.row + 1, len(self.cells) - 1), 0
        elif character == "\r":
            self.column = 0
        elif character >= " ":
            self._letter(character)

    def _plain(self, letters: str) -> None:
        """Letters of one cell each that join nothing: as one by one, only sooner."""
        while letters:
            start, line = self.column, self.cells[self.row]
            end = min(start + len(letters), self.columns)
            if start >= end:
                self._letter(letters[0])
                letters = letters[1:]
                continue
            self._break(start)
            self._break(end - 1)
            line[start:end] = letters[: end - start]
            self.column, self._last = end, (self.row, end - 1)
            letters = letters[end - start :]

    def _letter(self, character: str) -> None:
        cells = self.family.cells(character)
        line = self.cells[self.row]
        if self._last is not None and self.family.joins(line[self._last[1]], character):
            self._grow(self._last[1], character)
        elif cells == 0:
            if self.column:
                line[self.column - 1] += character
        else:
            if self.column + cells > self.columns:
                if self._wraps:
                    self._draw("\n")
                self.column = 0 if self._wraps else self.columns - cells
            self._put(character, cells)

    def _put(self, character: str, cells: int) -> None:
        line = self.cells[self.row]
        for column in range(self.column, self.column + cells):
            self._break(column)
        line[self.column : self.column + cells] = [character] + [""] * (cells - 1)
        self._last = (self.row, self.column)
        self.column += cells

    def _grow(self, column: int, character: str) -> None:
        """One more code point for a letter that stands there, which may make it wider."""
        line = self.cells[self.row]
        line[column] += character
        wanted = min(sum(map(self.family.cells, line[column])), self.family.widest)
        while self.family.whole and self.column - column < wanted and self.column < self.columns:
            self._break(self.column)
            line[self.column] = ""
            self.column += 1

    def _break(self, column: int) -> None:
        """A cell is about to be overwritten: the other half of a wide letter in it goes as well."""
        line = self.cells[self.row]
        if line[column] == "" and column:
            line[column - 1] = " "
        if column + 1 < self.columns and line[column + 1] == "":
            line[column + 1] = " "

    def _move(self, parameters: str) -> None:
        row, column = (int(each or 1) for each in (parameters or "1;1").split(";"))
        self.row = min(row, len(self.cells)) - 1
        self.column = min(column, self.columns) - 1

    def _clear(self, _: str) -> None:
        for line in self.cells:
            line[:] = [" "] * self.columns

    def _erase_line(self, _: str) -> None:
        line = self.cells[self.row]
        line[self.column :] = [" "] * (self.columns - self.column)

    def _mode(self, known: str) -> None:
        if known[:-1] == "?7":
            self._wraps = known[-1] == "h"
        elif known[:-1] == "?1049":
            self._clear("")

    def _report(self, parameters: str) -> None:
        if parameters == "6":
            self.replies += f"\x1b[{self.row + 1};{min(self.column, self.columns - 1) + 1}R"
