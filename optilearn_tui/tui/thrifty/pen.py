"""Where the terminal's cursor is and how it writes, and the cheapest way to anywhere and anything else."""

from __future__ import annotations

from optilearn_tui.tui.terminal_widths.letters import shown
from optilearn_tui.tui.thrifty.look import PLAIN, Look, behind, change, link_change, with_background
from optilearn_tui.tui.thrifty.row import BLANK


class Pen:
    """Writes for the terminal; `taken` hands over what was written.

    Attributes:
        look: how the terminal writes.
        row: the row of its cursor; None: not known.
        column: the column of its cursor; None: not known.
        width: columns of the screen: behind the last one, terminals disagree where the cursor is.
    """

    def __init__(self) -> None:
        self.look: Look = PLAIN
        self.row: int | None = None
        self.column: int | None = None
        self.width = 0
        self._written: list[str] = []

    def another(self) -> Pen:
        """A pen that is where this one is, and has written the same."""
        pen = Pen()
        pen.look, pen.row, pen.column, pen.width = self.look, self.row, self.column, self.width
        pen._written = self._written.copy()
        return pen

    @property
    def bytes_written(self) -> int:
        """How many bytes `taken` would hand over."""
        return len("".join(self._written).encode())

    def taken(self) -> str:
        """What was written since the last time."""
        written = "".join(self._written)
        self._written.clear()
        return written

    def lose(self) -> None:
        """The cursor may be anywhere now."""
        self.row = self.column = None

    def forget(self) -> None:
        """Write as at the beginning: for whoever writes next, and where nobody knows how it is."""
        self._written.append("\x1b[m" if not self.look.link else "\x1b[m\x1b]8;;\x1b\\")
        self.look = PLAIN
        self.lose()

    def go(self, row: int, column: int) -> None:
        """Put the cursor there."""
        self._written.append(self.way(row, column))
        self.row, self.column = row, column

    def way(self, row: int, column: int) -> str:
        """What puts the cursor there; empty where it is there already."""
        if row != self.row:
            place = f"\x1b[{row + 1 if row else ''}{f';{column + 1}' if column else ''}H"
            if self.row is None or self.column != column:
                return place
            return min(place, _steps(row - self.row, "B", "A"), key=len)
        if column == self.column:
            return ""
        ways = ["\r" if column == 0 else f"\x1b[{column + 1}G"]
        if self.column is not None:
            ways.append(_steps(column - self.column, "C", "D"))
            ways.append("\b" * (self.column - column) or ways[0])
        return min(ways, key=len)

    def wear(self, look: Look) -> None:
        """Write like this from now on."""
        if look is not self.look:
            self._written.append(link_change(self.look, look) + change(self.look, look))
            self.look = look

    def wear_behind(self, look: Look) -> None:
        """Write so that blanks look as they do in `look`."""
        if behind(self.look) != behind(look):
            self.wear(with_background(self.look, look))

    def put(self, text: str, cells: int = 1, *, is_certain: bool = True) -> None:
        """Write a text that takes so many cells, if the terminal agrees."""
        self._written.append(text)
        if self.column is not None:
            after = self.column + cells
            self.column = after if is_certain and after < self.width else None

    def put_word(self, word: str, column: int, cells: int, *, is_blank: bool) -> None:
        """Write a word of which nobody knows how wide it is drawn, over blanks."""
        if not is_blank:
            self.put(BLANK * cells, cells)
            self.go(self.row or 0, column)
        self.put(shown(word), cells, is_certain=False)
        self.column = None

    def erase(self) -> None:
        """Blank the rest of the row."""
        self._written.append("\x1b[K")

    def blank(self, cells: int) -> None:
        """Blank so many cells; the cursor stays."""
        self._written.append(f"\x1b[{cells}X")

    def clear(self) -> None:
        """Blank the whole screen."""
        self._written.append("\x1b[2J")


def _steps(distance: int, forwards: str, backwards: str) -> str:
    many = abs(distance)
    return f"\x1b[{many if many > 1 else ''}{forwards if distance > 0 else backwards}"
