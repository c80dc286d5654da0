"""What follows a word of an Indian script is addressed by its column, wherever the terminal got to.

A terminal may draw such a word wider or narrower than it was counted for. So the cells it was counted for are
made blank, the word is put over them, and whatever comes next is put where it belongs. What a word drawn too
wide ran over is painted afterwards by whatever stands there; where that is not part of the same update,
`Painted.overrun` says on which rows it has to be painted again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rich.cells import cell_len

from optilearn_tui.tui.terminal_widths import letters
from optilearn_tui.tui.terminal_widths.drawing import USUAL
from optilearn_tui.tui.terminal_widths.letters import MARK, WORD, shown
from optilearn_tui.tui.terminal_widths.measuring import cells_of

_TOKEN = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x1b\a]*(?:\x1b\\|\a)|\x1b"
    r"|(?P<text>[^\x1b]+)"
)


@dataclass(frozen=True)
class Painted:
    """What to send to the terminal.

    Attributes:
        data: text and escape sequences.
        overrun: the rows (from 0) on which a word may reach over the end of what `data` paints.
    """

    data: str
    overrun: frozenset[int] = frozenset()


def lined_up(data: str, width: int) -> Painted:
    """What Textual wants to send, so that every column is kept; untouched where no such word is in it.

    Args:
        data: lines of text and escape sequences; each starts by saying where it is.
        width: columns of the screen.
    """
    if MARK.search(data) is None:
        return Painted(data)
    lines = [_Line(width) for _ in range(data.count("\n") + 1)]
    painted = "\n".join(line.again(text) for line, text in zip(lines, data.split("\n"), strict=True))
    return Painted(painted, frozenset().union(*(line.overrun for line in lines)))


@dataclass
class _Line:
    """One line on its way to the terminal; rows and columns count from 1, 0 is not known."""

    width: int
    row: int = 0
    column: int = 0
    reach: int = 0
    """The column after the last one that a word may have run over."""
    overrun: set[int] = field(default_factory=set)

    def again(self, data: str) -> str:
        """The same line, with columns kept."""
        if MARK.search(data) is None:
            return data
        painted = "".join(
            self._text(token["text"]) if token["text"] else self._steered(token)
            for token in _TOKEN.finditer(data)
        )
        self._end_stretch()
        return painted

    def _steered(self, token: re.Match[str]) -> str:
        if token["row"]:
            row, column = int(token["row"]), int(token["column"])
            if (row, column) != (self.row, self.column):
                self._end_stretch()
            self.row, self.column = row, column
        return token[0]

    def _end_stretch(self) -> None:
        """What is painted side by side ends here."""
        if min(self.reach, self.width + 1) > self.column:
            self.overrun.add(self.row - 1)
        self.reach = 0

    def _text(self, text: str) -> str:
        if not self.row:
            return text
        painted: list[str] = []
        end = 0
        for word in WORD.finditer(text):
            if MARK.search(word[0]) is not None:
                self.column += cell_len(text[end : word.start()])
                painted += text[end : word.start()], self._word(word[0])
                end = word.end()
        self.column += cell_len(text[end:])
        return "".join([*painted, text[end:]])

    def _word(self, word: str) -> str:
        start, cells = self.column, cells_of(word)
        self.column += cells
        self.reach = max(self.reach, start + letters.cells_of(word, USUAL))
        return f"{' ' * cells}{self._at(start)}{shown(word)}{self._at(self.column)}"

    def _at(self, column: int) -> str:
        return f"\x1b[{self.row};{column}H"
