"""What Textual means the screen to show: everything it wrote, as cells."""

from __future__ import annotations

import re
from typing import Final

from rich import cells as rich_cells

import optilearn_tui.tui.terminal_widths.measuring  # noqa: F401 - from now on letters are counted as they are drawn
from optilearn_tui.tui.thrifty.look import PLAIN, Look, styled
from optilearn_tui.tui.thrifty.row import REST, Row

_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|\x1b\[(?P<style>[\d;]*)m"
    r"|\x1b\[(?P<place>[\d;]*)H"
    r"|\x1b\]8;[^;\x1b\a]*;(?P<link>[^\x1b\a]*)(?:\x1b\\|\a)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-~]|\x1b[]PX^_][^\x1b\a]*(?:\x1b\\|\a)|\x1b[ -/]*[0-~]|\a)"
)
"""Control characters are in none: no cell holds them, and the end of a line is always followed by a place."""

_ONE_CELL_EACH = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2500-\u25fc\u2800-\u28ff]*"
).fullmatch

_ENTER: Final = "\x1b[?1049h"
_LEAVE: Final = "\x1b[?1049l"
_TOGETHER: Final = ("\x1b[?2026h", "\x1b[?2026l")
"""Sent by Textual around each update, where the terminal knows them; the painter sends its own."""
UNCOVER: Final = "\x1b_uncover\x1b\\"
"""Written where the curtain opens, among what is drawn: nothing from before it is shown without the rest."""


class Canvas:
    """The screen as it is meant to be.

    Attributes:
        rows: its rows, from the top.
        changed: which of them were written on since `changed` was emptied.
        row: the row of the cursor.
        column: the column of the cursor.
        is_ours: whether the terminal shows this screen, and not what was there before the program.
        is_entered: whether the terminal was told to show it since `is_entered` was unset: what it shows is
            not known.
        is_covered: whether the terminal is to go on showing what it shows, whatever is drawn.
        can_wait: whether the terminal can be told to show several changes at once.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.changed: set[int] = set()
        self.row = self.column = 0
        self.is_ours = True
        self.is_entered = True
        self.is_covered = False
        self.can_wait = False
        self._look: Look = PLAIN

    def write(self, data: str) -> str:
        """Draw what Textual wrote; returns what is no drawing, for the terminal itself."""
        others: list[str] = []
        for token in _TOKEN.finditer(data):
            kind, value = token.lastgroup, token[token.lastindex or 0]
            match kind:
                case "text":
                    self._text(value)
                case "style":
                    self._look = styled(self._look, value)
                case "place":
                    row, _, column = value.partition(";")
                    self.row, self.column = int(row or 1) - 1, int(column or 1) - 1
                case "link":
                    self._look = self._look._replace(link=value)
                case _:
                    others.append(self._other(value))
        return "".join(others)

    def _text(self, text: str) -> None:
        while self.row >= len(self.rows):
            self.rows.append(Row(0))
        row = self.rows[self.row]
        joining, cells = letters_of(text)
        if joining:
            row.widen(self.column)
            row.add(self.column, joining)
        row.put(self.column, cells, self._look)
        self.column += len(cells)
        self.changed.add(self.row)

    def _other(self, sequence: str) -> str:
        if sequence in _TOGETHER:
            self.can_wait = True
            return ""
        if sequence == UNCOVER:
            self.is_covered = False
            return ""
        if sequence == _ENTER:
            self.is_ours = self.is_entered = True
        elif sequence == _LEAVE:
            self.is_ours = self.is_covered = False
        return sequence


def letters_of(text: str) -> tuple[str, list[str]]:
    """A text as cells: first what joins the letter before it, then a letter or `REST` for each cell."""
    if _ONE_CELL_EACH(text) is not None:
        return "", list(text)
    joining, cells = "", list[str]()
    for start, end, size in rich_cells.split_graphemes(text)[0]:
        letter = text[start:end]
        if size:
            cells += [letter, *[REST] * (size - 1)]
        elif cells:
            cells[_head(cells)] += letter
        else:
            joining += letter
    return joining, cells


def _head(cells: list[str]) -> int:
    return max(index for index, cell in enumerate(cells) if cell != REST)
