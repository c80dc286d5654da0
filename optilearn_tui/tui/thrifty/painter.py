"""What the terminal shows, and what to send it so that it shows what it is meant to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from optilearn_tui.tui.thrifty.changes import Piece, RowChanges
from optilearn_tui.tui.thrifty.look import PLAIN, Look
from optilearn_tui.tui.thrifty.pen import Pen
from optilearn_tui.tui.thrifty.row import Row
from optilearn_tui.tui.thrifty.stroke import paint

if TYPE_CHECKING:
    from optilearn_tui.tui.thrifty.canvas import Canvas


class Painter:
    """Knows what one terminal shows.

    Nothing is known at first, and after `forget`: then the whole screen is blanked and painted.
    """

    def __init__(self, *, erases_in_colour: bool) -> None:
        """A painter that has not painted yet.

        Args:
            erases_in_colour: whether what the terminal erases takes the background it writes with
                (`bce`); otherwise its own background.
        """
        self._erases_in_colour = erases_in_colour
        self._pen = Pen()
        self._shown: list[Row] | None = None
        self._size = (0, 0)

    def forget(self) -> None:
        """Nobody knows what the terminal shows."""
        self._shown = None

    def knows(self, size: tuple[int, int]) -> bool:
        """Whether it painted all of a terminal of that size."""
        return self._shown is not None and self._size == size

    def lose(self) -> None:
        """Nobody knows where the terminal's cursor is."""
        self._pen.lose()

    def leave(self) -> str:
        """What to send before somebody else writes on the terminal."""
        self.forget()
        self._pen.forget()
        return self._pen.taken()

    def paint(self, canvas: Canvas, size: tuple[int, int]) -> str:
        """What to send so that the terminal shows what is on `canvas`.

        Args:
            canvas: the screen as it is meant to be; what changed in it is taken as painted afterwards.
            size: columns and rows of the terminal; what lies outside is not painted.
        """
        if size != self._size:
            self.forget()
            self._size = size
        width, height = size
        if self._shown is None:
            if not canvas.rows:
                return ""
            self._shown = self._blanked(canvas)
            canvas.changed.update(range(height))
        pieces: list[Piece] = []
        for number in sorted(canvas.changed):
            if number < height:
                pieces += self._pieces(number, canvas, self._shown)
        canvas.changed.clear()
        self._pen = paint(pieces, self._pen)
        self._pen.go(min(canvas.row, height - 1), min(canvas.column, width - 1))
        return self._pen.taken()

    def _blanked(self, canvas: Canvas) -> list[Row]:
        """Blank the screen, in the colour that most of it is meant to have."""
        width, height = self._size
        self._pen.forget()
        self._pen.width = width
        ground = PLAIN
        if self._erases_in_colour:
            grounds = Counter(look.background for row in canvas.rows[:height] for look in row.looks[:width])
            ground = Look(background=grounds.most_common(1)[0][0]) if grounds else PLAIN
        self._pen.wear(ground)
        self._pen.clear()
        return [Row(width, ground) for _ in range(height)]

    def _pieces(self, number: int, canvas: Canvas, shown: list[Row]) -> list[Piece]:
        """What has to be painted of a row; it is taken as painted afterwards."""
        meant = canvas.rows[number] if number < len(canvas.rows) else Row(0)
        meant = meant.cut(self._size[0])
        before, shown[number] = shown[number], meant
        if meant.texts == before.texts and meant.looks == before.looks:
            return []
        return list(RowChanges(number, meant, before, may_erase=self._may_erase).pieces())

    def _may_erase(self, blank: Look) -> bool:
        if blank.attributes or blank.link:
            return False
        return self._erases_in_colour or not blank.background
