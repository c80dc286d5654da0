"""A terminal that shows colours, attributes and links as well, and knows every sequence a painter may use."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from typing_extensions import override

from tests.tui.terminal_widths.emulator import GLIBC, Emulator, Family

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\]8;(?P<id>[^;\x1b\a]*);(?P<link>[^\x1b\a]*)(?:\x1b\\|\a)"
    r"|\x1b\][^\x1b\a]*(?:\x1b\\|\a)|\x1b[ -/]*[0-~]|(?P<character>[^\x1b])",
    re.DOTALL,
)
_ENDS = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 54: {51, 52}, 55: {53}}
_LINES = {4, 7, 9, 21, 51, 52, 53}
_TRUE_COLOUR, _ONE_OF_256 = 5, 3


@dataclass(frozen=True)
class Style:
    """How a cell is drawn."""

    attributes: frozenset[int] = frozenset()
    foreground: str = ""
    background: str = ""
    link: str = ""

    def told(self, parameters: str) -> Style:
        """The style after an SGR sequence."""
        style = self
        for code in _codes([each or "0" for each in parameters.split(";")]):
            style = style._told_one(code)
        return style

    def _told_one(self, code: str) -> Style:
        number = int(code.split(";", maxsplit=1)[0])
        if number == 0:
            return Style(link=self.link)
        if number in _ENDS:
            return replace(self, attributes=self.attributes - _ENDS[number])
        if 30 <= number <= 39 or 90 <= number <= 97:
            return replace(self, foreground="" if number == 39 else code)
        if 40 <= number <= 49 or 100 <= number <= 107:
            return replace(self, background="" if number == 49 else code)
        return replace(self, attributes=self.attributes | {number})

    def behind_blank(self) -> Style:
        """What is seen of it where nothing is written."""
        return self if self.attributes & _LINES else Style(background=self.background, link=self.link)


def _codes(numbers: list[str]) -> Iterator[str]:
    while numbers:
        length = {"2": _TRUE_COLOUR, "5": _ONE_OF_256}[numbers[1]] if numbers[0] in {"38", "48"} else 1
        yield ";".join(numbers[:length])
        del numbers[:length]


class Terminal(Emulator):
    """What a person sees: in each cell a letter and how it is drawn.

    Attributes:
        received: characters sent to it.
        bells: how often it rang.
    """

    def __init__(
        self, columns: int, rows: int, family: Family = GLIBC, *, erases_in_colour: bool = True
    ) -> None:
        super().__init__(family, columns, rows)
        self.styles = [[Style()] * columns for _ in range(rows)]
        self.style = Style()
        self.received = 0
        self.bells = 0
        self._erases_in_colour = erases_in_colour
        self._wraps = False
        self._steer |= {
            "A": lambda many: self._by(-int(many or 1), 0),
            "B": lambda many: self._by(int(many or 1), 0),
            "C": lambda many: self._by(0, int(many or 1)),
            "D": lambda many: self._by(0, -int(many or 1)),
            "G": lambda column: self._move(f"{self.row + 1};{column or 1}"),
            "X": self._erase,
            "m": self._wear,
        }

    @property
    def seen(self) -> list[list[tuple[str, Style]]]:
        """Every cell as a person sees it: of a blank one, no more than its ground."""
        return [
            [
                (text, style.behind_blank() if text == " " else style)
                for text, style in zip(texts, styles, strict=True)
            ]
            for texts, styles in zip(self.cells, self.styles, strict=True)
        ]

    @property
    def cursor(self) -> tuple[int, int]:
        """Where it is."""
        return self.row, min(self.column, self.columns - 1)

    @override
    def feed(self, data: str) -> None:
        self.received += len(data.encode())
        for token in _TOKEN.finditer(data):
            if token["link"] is not None:
                self.style = replace(self.style, link=token["link"])
            elif (character := token["character"]) is not None:
                self._control(character) if character < " " else self._draw(character)
            elif token["final"] in self._steer:
                self._last = None if token["final"] != "m" else self._last
                self._steer[token["final"]](
                    token["parameters"] + (token["final"] if token["final"] in "hl" else "")
                )

    @override
    def _move(self, parameters: str) -> None:
        row, _, column = parameters.partition(";")
        super()._move(f"{row or 1};{column or 1}")

    def _control(self, character: str) -> None:
        self._last = None
        if character == "\b":
            self._by(0, -1)
        elif character == "\a":
            self.bells += 1
        else:
            self._draw(character)

    def _wear(self, parameters: str) -> None:
        if not parameters.startswith((">", "?")):
            self.style = self.style.told(parameters)

    def _by(self, rows: int, columns: int) -> None:
        row, column = self.cursor
        self.row = max(0, min(row + rows, len(self.cells) - 1))
        self.column = max(0, min(column + columns, self.columns - 1))

    @override
    def _put(self, character: str, cells: int) -> None:
        row, column = self.row, self.column
        super()._put(character, cells)
        self.styles[row][column : column + cells] = [self.style] * cells

    @override
    def _grow(self, column: int, character: str) -> None:
        before = self.column
        super()._grow(column, character)
        self.styles[self.row][before : self.column] = [self.style] * (self.column - before)

    def _blank(self, row: int, start: int, end: int) -> None:
        for column in range(start, end):
            self._break(column)
        ground = Style(background=self.style.background) if self._erases_in_colour else Style()
        self.cells[row][start:end] = [" "] * (end - start)
        self.styles[row][start:end] = [ground] * (end - start)

    def _erase(self, many: str) -> None:
        row, column = self.cursor
        here, self.row = self.row, row
        self._blank(row, column, min(column + int(many or 1), self.columns))
        self.row = here

    @override
    def _erase_line(self, _: str) -> None:
        self._blank(*self.cursor, self.columns)

    @override
    def _clear(self, parameters: str) -> None:
        for row in range(len(self.cells)):
            self.cells[row] = [" "] * self.columns
        here = self.row
        for row in range(len(self.cells)):
            self.row = row
            self._blank(row, 0, self.columns)
        self.row = here
