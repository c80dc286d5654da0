"""What Textual's writing thread writes to, and what of it reaches the terminal."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper

from optilearn_tui.tui.thrifty.output import ChangesOnly
from tests.tui.thrifty.terminal import Terminal

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
COLUMNS, ROWS = 20, 3


class Line:
    """A file painted on, and everything that went to the terminal behind it."""

    def __init__(self) -> None:
        self._wire = BytesIO()
        self._terminal = TextIOWrapper(self._wire, encoding="utf-8", newline="")
        self.size = (COLUMNS, ROWS)
        self.file = ChangesOnly(self._terminal, erases_in_colour=lambda: False, size=lambda: self.size)

    def sent(self, *written: str) -> str:
        """What reaches the terminal when these are written before the next flush."""
        start = len(self._wire.getvalue())
        for each in written:
            self.file.write(each)
        self.file.flush()
        return self._wire.getvalue()[start:].decode()

    def __del__(self) -> None:
        self._terminal.detach()


def frame(text: str, row: int = 1) -> str:
    return f"\x1b[{row};1H{text}\x1b[1;1H"


def test_what_is_painted_over_before_the_line_is_free_is_never_sent() -> None:
    line = Line()
    line.sent(ENTER, frame("Opening…"))

    sent = line.sent(frame("Loading…"), frame("Diya    "))

    assert "Diya" in sent
    assert "Load" not in sent


def test_nothing_is_sent_while_nothing_changes() -> None:
    line = Line()
    line.sent(ENTER, frame("Diya"))

    assert line.sent(frame("Diya")) == ""
    assert line.sent("\x1b[?2026h", "\x1b[?2026l") == ""


def test_whatever_else_is_written_reaches_the_terminal() -> None:
    line = Line()
    line.sent(ENTER, frame("Diya"))

    assert line.sent("\a") == "\a\x1b[H"
    assert line.sent("\x1b]52;c;RGl5YQ==\a").startswith("\x1b]52;c;RGl5YQ==\a")
    assert "\x1b[?1000h" in line.sent("\x1b[?1000h")


def test_the_screen_the_program_leaves_is_not_painted_on() -> None:
    line = Line()
    line.sent(ENTER, frame("\x1b[31;4mDiya\x1b[0m"))

    sent = line.sent(frame("Aarav"), LEAVE)

    assert "Aarav" not in sent
    assert sent.startswith("\x1b[m")
    assert sent.endswith(LEAVE)


def test_after_coming_back_everything_is_painted() -> None:
    line = Line()
    line.sent(ENTER, frame("Diya"))
    line.sent(LEAVE)
    back = Terminal(COLUMNS, ROWS)
    back.feed(line.sent(ENTER))

    assert back.line(0).startswith("Diya")


def test_in_doubt_everything_is_painted() -> None:
    line = Line()
    line.sent(ENTER, frame("Diya"), frame("Class 5", 2))
    line.file.doubt()
    again = Terminal(COLUMNS, ROWS)
    again.feed("wall: the machine goes down")
    again.feed(line.sent(""))

    assert [again.line(row).rstrip() for row in range(ROWS)] == ["Diya", "Class 5", ""]


def test_a_terminal_of_another_size_is_painted_anew_and_never_beyond_its_edges() -> None:
    line = Line()
    line.sent(ENTER, frame("Diya Sharma, Class 5"), frame("Riverside", 3))
    line.size = (10, 2)
    small = Terminal(10, 2)
    small.feed(line.sent(frame("Diya")))

    assert [small.line(row) for row in range(2)] == ["Diya Sharm", " " * 10]


def test_a_large_change_is_shown_at_once_where_the_terminal_can() -> None:
    line = Line()
    line.sent(ENTER, "\x1b[?2026h", frame("Diya"), "\x1b[?2026l")
    line.size = (200, 3)

    sent = line.sent("\x1b[?2026h", frame("x" * 150), "\x1b[?2026l")

    assert sent.startswith("\x1b[?2026h")
    assert sent.endswith("\x1b[?2026l")
    assert sent.count("\x1b[?2026h") == 1
