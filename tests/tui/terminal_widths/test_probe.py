"""Asking a terminal, played by an emulator at the other end of a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping

import pytest

from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.probe import VARIABLE, Answer, Question
from tests.tui.terminal_widths.emulator import GLIBC, NONE, TMUX, TWO, WHOLE, Emulator, Family

XTERM = {"TERM": "xterm-256color"}
_LFLAG = 3
_PATIENCE = 20.0
"""Seconds; for a busy machine."""


class Terminal:
    """Both ends of a pseudo-terminal."""

    def __init__(self) -> None:
        self.ours, self.theirs = pty.openpty()

    def question(self, environ: Mapping[str, str] = XTERM, saved: str | None = None) -> Question:
        """A question to this terminal."""
        return Question(environ, saved, keyboard=self.theirs, screen=self.theirs)

    def written(self) -> str:
        """What the program has written and was not read yet."""
        if not select.select([self.ours], [], [], 0)[0]:
            return ""
        return os.read(self.ours, 4096).decode()

    def asked(self) -> str:
        """The question, once it is here whole; without keys shown before it."""
        written = b""
        while not written.endswith(b"\x1b[K"):
            written += os.read(self.ours, 4096)
        return written[written.index(b"\x1b") :].decode()

    def press(self, keys: str) -> None:
        """Send keys, or a reply; back when they have come to the other end."""
        os.write(self.ours, keys.encode())
        if not termios.tcgetattr(self.theirs)[_LFLAG] & termios.ICANON:
            select.select([self.theirs], [], [])

    def unread(self) -> str:
        """What the program has left for others to read."""
        modes = termios.tcgetattr(self.theirs)
        modes[_LFLAG] &= ~termios.ICANON
        termios.tcsetattr(self.theirs, termios.TCSANOW, modes)
        if not select.select([self.theirs], [], [], 0)[0]:
            return ""
        return os.read(self.theirs, 4096).decode()

    def echoes(self) -> bool:
        """Whether the terminal shows what is typed."""
        return bool(termios.tcgetattr(self.theirs)[_LFLAG] & termios.ECHO)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    terminal = Terminal()
    yield terminal
    os.close(terminal.ours)
    os.close(terminal.theirs)


def reply_of(family: Family, written: str) -> str:
    """What a terminal of that family answers; checks that nothing stays on its screen."""
    emulator = Emulator(family, 80, 24)
    emulator.feed("\x1b[3;5H" + written)
    assert emulator.blank()
    assert (emulator.row, emulator.column) == (2, 4)
    return emulator.replies


@pytest.mark.parametrize(
    ("family", "drawing"),
    [
        (GLIBC, USUAL),
        (TMUX, USUAL),
        (NONE, Drawing(mark=0)),
        (WHOLE, Drawing(mark=0, letter=1)),
        (TWO, Drawing(letter=2)),
    ],
)
def test_a_terminal_says_how_it_draws(terminal: Terminal, family: Family, drawing: Drawing) -> None:
    before = termios.tcgetattr(terminal.theirs)
    with terminal.question() as question:
        terminal.press(reply_of(family, terminal.asked()))

        assert question.answer(_PATIENCE) == Answer(drawing)
        assert termios.tcgetattr(terminal.theirs) == before
    assert terminal.written() == ""


def test_a_terminal_that_draws_like_none_we_know_is_taken_for_a_usual_one(terminal: Terminal) -> None:
    with terminal.question() as question:
        terminal.press("\x1b[1;1R\x1b[1;7R\x1b[1;1R")

        assert question.answer(_PATIENCE) == Answer()


def test_a_terminal_that_says_nothing_is_taken_for_a_usual_one(terminal: Terminal) -> None:
    before = termios.tcgetattr(terminal.theirs)
    with terminal.question() as question:
        assert question.answer(patience=0) == Answer()
        assert not terminal.echoes()  # the answer may still come, and must not be seen
    assert termios.tcgetattr(terminal.theirs) == before


def test_keys_typed_before_the_answer_are_handed_over_and_later_ones_left_alone(terminal: Terminal) -> None:
    terminal.press("l")
    with terminal.question() as question:
        start, mark, letter = reply_of(NONE, terminal.asked()).split("R")[:3]
        terminal.press(f"{start}R\x1b[A{mark}Rय{letter}Rq")

        assert question.answer(_PATIENCE) == Answer(Drawing(mark=0), keys="l\x1b[Aय")
    assert terminal.unread() == "q"


def test_keys_are_handed_over_where_no_answer_comes(terminal: Terminal) -> None:
    with terminal.question() as question:
        terminal.press("12")

        assert question.answer(patience=0) == Answer(keys="12")


@pytest.mark.parametrize(
    ("environ", "saved", "drawing"),
    [
        ({VARIABLE: "0"}, None, Drawing(mark=0)),
        ({VARIABLE: "1"}, "0", USUAL),
        ({}, "0", Drawing(mark=0)),
    ],
)
def test_a_choice_is_believed_without_asking(
    terminal: Terminal, environ: dict[str, str], saved: str | None, drawing: Drawing
) -> None:
    with terminal.question(XTERM | environ, saved) as question:
        assert terminal.written() == ""
        assert terminal.echoes()
        assert question.answer() == Answer(drawing)


def test_auto_in_the_environment_asks_whatever_is_saved(terminal: Terminal) -> None:
    with terminal.question(XTERM | {VARIABLE: "auto"}, "0"):
        assert terminal.asked() != ""


def test_a_dumb_terminal_is_not_asked(terminal: Terminal) -> None:
    with terminal.question({"TERM": "dumb"}) as question:
        assert terminal.written() == ""
        assert question.answer() == Answer()


def test_where_there_is_no_terminal_nothing_happens() -> None:
    reading, writing = os.pipe()
    with Question(XTERM, keyboard=reading, screen=writing) as question:
        assert question.answer() == Answer()
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b""


def test_the_terminal_is_as_it_was_after_a_failure(terminal: Terminal) -> None:
    before = termios.tcgetattr(terminal.theirs)
    with pytest.raises(KeyboardInterrupt), terminal.question():
        raise KeyboardInterrupt
    assert termios.tcgetattr(terminal.theirs) == before


def test_the_question_can_be_put_before_the_toolkit_is_imported() -> None:
    program = (
        "import sys; import optilearn_tui.tui.terminal_widths.probe;"
        "print([name for name in sys.modules if name.partition('.')[0] in {'rich', 'textual', 'pydantic'}])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
