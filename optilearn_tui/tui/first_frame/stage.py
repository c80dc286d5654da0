"""The terminal of this process from the first frame to the last: quiet meanwhile, as it was afterwards.

Whatever ends the program (an error, Ctrl+C, a signal, a toolkit that cannot be imported), the person gets
the terminal back as it was.
"""

from __future__ import annotations

import os
from contextlib import suppress

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    import signal
    from collections.abc import Callable
    from types import FrameType

    from optilearn_tui.tui.thrifty.painter import Painter
    from optilearn_tui.tui.thrifty.row import Row

    Modes = list[int | list[bytes | int]]
    Handler = Callable[[int, FrameType | None], None] | signal.Handlers

_SCREEN = 2
"""Standard error: the toolkit draws there."""
_KEYBOARD = 0

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
_LEAVE = "\x1b[?2026l\x1b[?7h\x1b[m\x1b]8;;\x1b\\\x1b[?25h\x1b[?1049l"
_TOGETHER, _SEEN = "\x1b[?2026h", "\x1b[?2026l"
"""Around what is to be seen at once, by terminals that know how to; others pass it over."""
_LEAVE_TOOLKIT = (
    "\x1b[<u\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"
    "\x1b[?1004l\x1b[?2004l\x1b[?2048l"
)
"""What the toolkit switches on, and leaves on where it is ended by force."""


class Stage:
    """The one terminal that a process has.

    Attributes:
        modes: how the keyboard was set before the first frame; None while there is none.
        was_set: whether the first frame was ever shown.
    """

    def __init__(self) -> None:
        self.modes: Modes | None = None
        self.was_set = False
        self._is_drawn_on = False
        self._on_alternate_screen = False
        self._painter: Painter | None = None

    def set(self, picture: str) -> None:
        """Show the first frame; keys typed from now on wait for the toolkit, and are not shown."""
        import signal
        import termios

        self.modes = termios.tcgetattr(_KEYBOARD)
        self.was_set = self._on_alternate_screen = True
        self._mind_signals(self._end, aside=signal.SIG_IGN)
        _quieten()
        _write(_ENTER + picture)

    def show(self, rows: list[Row]) -> bool:
        """Show a whole picture in the place of the first frame, or what is different in a newer one.

        What the toolkit draws stays behind the curtain from then on.

        Args:
            rows: the picture, from the top.

        Returns:
            Whether it is shown. It is not where no first frame is, where the toolkit draws already, and where
            the terminal has another size than the picture.
        """
        from optilearn_tui.tui.early.curtain import curtain
        from optilearn_tui.tui.thrifty.canvas import Canvas

        size = len(rows[0].texts), len(rows)
        if self.modes is None or not curtain.may_close or _size() not in {size, None}:
            return False
        painter = self._painter = self._painter or _early_painter()
        if curtain.doubted():
            painter.forget()
        canvas = Canvas()
        canvas.rows = rows
        canvas.changed.update(range(len(rows)))
        painted = painter.paint(canvas, size)
        if painted:
            _write(f"{_TOGETHER}{painted}{_SEEN}")
        curtain.close_over(painter)
        return True

    def is_entered(self) -> bool:
        """Whether the alternate screen is shown already; true once: after that, the toolkit knows."""
        entered, self._on_alternate_screen = self._on_alternate_screen, False
        return entered

    def hand_over(self) -> None:
        """The toolkit draws from now on, until `take_back`."""
        self._is_drawn_on = self.modes is not None

    def take_back(self) -> None:
        """The toolkit has left the terminal as it should."""
        if self._is_drawn_on:
            self._is_drawn_on = False
            self._restore()

    def clear(self) -> None:
        """Give the terminal back, if the first frame is (or was) on it; harmless otherwise."""
        if self.modes is not None:
            _write((_LEAVE_TOOLKIT if self._is_drawn_on else "") + _LEAVE)
            self._restore()

    def _restore(self) -> None:
        import signal
        import termios

        modes, self.modes = self.modes, None
        self._is_drawn_on = self._on_alternate_screen = False
        if modes is not None:
            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(_KEYBOARD, termios.TCSANOW, modes)
        self._mind_signals(signal.SIG_DFL, aside=signal.SIG_DFL)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """Give the terminal back, then end as the signal wants it."""
        import signal

        self.clear()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _mind_signals(self, handler: Handler, *, aside: signal.Handlers) -> None:
        import signal

        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, handler)
        signal.signal(
            signal.SIGTSTP, aside
        )  # until the toolkit can give the terminal back, and come back to it


stage = Stage()


def _quieten() -> None:
    """Show nothing that is typed, change nothing of it, and keep nothing back until the line ends.

    Ctrl+C still interrupts; Ctrl+Z is a key as any other, since nobody could paint the frame again.
    """
    import termios

    quiet = termios.tcgetattr(_KEYBOARD)
    quiet[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON)
    quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
    quiet[6][termios.VSUSP] = bytes([os.fpathconf(_KEYBOARD, "PC_VDISABLE")])
    termios.tcsetattr(_KEYBOARD, termios.TCSANOW, quiet)


def _early_painter() -> Painter:
    """Who paints before the toolkit does; told when the terminal is no longer as it was painted."""
    import signal

    from optilearn_tui.tui.early.curtain import curtain
    from optilearn_tui.tui.thrifty.painter import Painter
    from optilearn_tui.tui.thrifty.terminal import erases_in_colour

    for number in (signal.SIGWINCH, signal.SIGCONT):
        signal.signal(number, lambda *_: curtain.doubt())
    return Painter(erases_in_colour=erases_in_colour(os.environ))


def _size() -> tuple[int, int] | None:
    """Columns and rows of the terminal; None where it does not tell."""
    with suppress(OSError):
        columns, rows = os.get_terminal_size(_KEYBOARD)
        return (columns, rows) if columns and rows else None
    return None


def _write(text: str) -> None:
    """Send it all, past the streams of Python: at this moment nothing may wait in a buffer."""
    left = text.encode()
    with suppress(OSError):  # the terminal is gone
        while left:
            left = left[os.write(_SCREEN, left) :]
