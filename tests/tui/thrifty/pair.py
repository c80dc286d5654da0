"""What Textual writes, on one terminal as it is and on another through a painter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.tui.thrifty.canvas import Canvas
from optilearn_tui.tui.thrifty.painter import Painter
from tests.tui.terminal_widths.emulator import GLIBC, Family
from tests.tui.terminal_widths.recorder import Recorder
from tests.tui.thrifty.terminal import Terminal

if TYPE_CHECKING:
    from textual.app import App


class Painted:
    """A painter and the terminal it paints."""

    def __init__(
        self,
        columns: int,
        rows: int,
        family: Family = GLIBC,
        *,
        terminal_erases: bool = True,
        believed: bool = True,
    ) -> None:
        self.size = (columns, rows)
        self.terminal = Terminal(columns, rows, family, erases_in_colour=terminal_erases)
        self.canvas = Canvas()
        self.painter = Painter(erases_in_colour=believed)

    def show(self, frame: str) -> int:
        """Paint what changed with a frame; how many bytes it took."""
        before = self.terminal.received
        self.canvas.write(frame)
        self.terminal.feed(self.painter.paint(self.canvas, self.size))
        return self.terminal.received - before

    def at_once(self, family: Family = GLIBC) -> Terminal:
        """A terminal on which everything was painted at once."""
        columns, rows = self.size
        terminal = Terminal(columns, rows, family)
        self.canvas.changed = set(range(rows))
        terminal.feed(Painter(erases_in_colour=True).paint(self.canvas, self.size))
        return terminal


class BothDriver(Recorder):
    """Shows what an app writes on two terminals: as Textual's own driver does, and through a painter."""

    def __init__(
        self, app: App[None], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        columns, rows = size or (80, 24)
        self.plain = Terminal(columns, rows)
        self.ours = Painted(columns, rows)

    @override
    def write(self, data: str) -> None:
        self.plain.feed(data)
        self.ours.show(data)
