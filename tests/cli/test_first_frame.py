"""The terminal is the program's from the first millisecond, and the person's again whatever ends it."""

from __future__ import annotations

import os
import signal
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.cli.first_frame import opens_dashboard
from tests.cli.test_dashboard import opened
from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.cli.conftest import Shell

ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"

WITHOUT = "import sys; sys.modules['textual'] = None"
"""A toolkit that cannot be imported."""

FOR_EVER = """
import signal, sys
class Toolkit:
    def find_spec(self, name, path=None, target=None):
        if name == "textual":
            signal.pause()
sys.meta_path.insert(0, Toolkit())
"""
"""A toolkit whose import does not end."""

INTERRUPTED = """
import os, signal, sys
class Toolkit:
    def find_spec(self, name, path=None, target=None):
        if name == "textual":
            os.kill(os.getpid(), signal.SIGINT)
            raise ImportError
sys.meta_path.insert(0, Toolkit())
"""
"""A toolkit whose import ends right after somebody has interrupted the program."""


def started(shell: Shell, preparation: str, *words: str) -> PseudoTerminal:
    """The dashboard, in a Python that was prepared."""
    argv = ["optilearn", *words]
    program = f"{preparation}\nfrom optilearn_tui.cli import main\nsys.argv = {argv}\nsys.exit(main())"
    environ = {**shell.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "OPTILEARN_DEVANAGARI": "1"}
    return PseudoTerminal([sys.executable, "-c", program], environ=environ)


def echoes(modes: Sequence[object]) -> bool:
    """Whether what is typed is shown, and kept until the line ends."""
    flags = modes[3]
    assert isinstance(flags, int)
    return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)


def test_the_first_frame_stands_before_the_toolkit_is_there(shell: Shell) -> None:
    with started(shell, FOR_EVER) as terminal:
        terminal.wait_for("Opening…")

        assert terminal.written.startswith(ENTERED)
        assert not echoes(terminal.modes())


def test_the_first_frame_speaks_and_looks_as_the_person_chose(shell: Shell) -> None:
    folder = Path(shell.environ["OPTILEARN_CONFIG_DIR"])
    folder.mkdir()
    (folder / "settings.toml").write_text('language = "hi"\ntheme = "light"\n', encoding="utf-8")
    shell.environ["COLORTERM"] = "truecolor"
    with started(shell, FOR_EVER) as terminal:
        terminal.wait_for("खुल रहा है")

        assert b"48;2;250;250;247m" in terminal.written


def test_the_terminal_is_given_back_where_the_toolkit_cannot_be_imported(shell: Shell) -> None:
    with started(shell, WITHOUT) as terminal:
        before = terminal.modes()
        terminal.wait_for_exit()

        assert terminal.exit_status == 1
        assert terminal.modes() == before
        *_, after = bytes(terminal.written).split(LEFT)
        assert b"Something unexpected went wrong" in after


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGHUP)]
)
def test_the_terminal_is_given_back_when_the_program_is_ended_before_it_has_begun(
    shell: Shell, number: int, status: int
) -> None:
    with started(shell, FOR_EVER) as terminal:
        before = terminal.modes()
        terminal.wait_for("Opening…")
        terminal.signal(number)
        terminal.wait_for_exit()

        assert terminal.exit_status == status
        assert echoes(before)
        assert terminal.modes() == before
        assert terminal.written.endswith(LEFT)


def test_control_c_interrupts_what_has_not_begun(shell: Shell) -> None:
    with started(shell, FOR_EVER) as terminal:
        before = terminal.modes()
        terminal.wait_for("Opening…")
        terminal.press("\x03")
        terminal.wait_for_exit()

        assert terminal.exit_status == 130
        assert terminal.modes() == before
        assert terminal.written.endswith(LEFT)


def test_a_parents_dashboard_stands_before_the_toolkit_is_there(shell: Shell) -> None:
    with started(shell, FOR_EVER, "demo") as terminal:
        before = terminal.modes()
        for words in ("Aarav Sharma", "Parts and wholes", "₹"):
            terminal.wait_for(words)
        terminal.press("\x03")
        terminal.wait_for_exit()

        assert terminal.exit_status == 130
        assert terminal.modes() == before
        assert terminal.written.endswith(LEFT)


def test_who_interrupts_the_program_as_the_toolkit_is_there_is_shown_no_trace_of_it(shell: Shell) -> None:
    with started(shell, INTERRUPTED, "demo") as terminal:
        terminal.wait_for_exit()

        assert terminal.exit_status == 130
        assert "Error" not in terminal.text()
        assert terminal.written.endswith(LEFT)


def test_a_dashboard_that_stands_goes_when_the_toolkit_cannot_be_imported(shell: Shell) -> None:
    with started(shell, WITHOUT, "demo") as terminal:
        terminal.wait_for("Parts and wholes")
        terminal.wait_for_exit()

        assert terminal.exit_status == 1
        assert LEFT in terminal.written


def test_the_first_frame_of_the_demo_is_as_the_demo_will_be(shell: Shell) -> None:
    folder = Path(shell.environ["OPTILEARN_CONFIG_DIR"])
    folder.mkdir()
    (folder / "settings.toml").write_text(
        'language = "hi"\ntheme = "light"\nlight = "on"\n', encoding="utf-8"
    )
    shell.environ["COLORTERM"] = "truecolor"
    with started(shell, FOR_EVER, "demo") as terminal:
        terminal.wait_for("खुल रहा है")

        assert b"48;2" not in terminal.written


def test_a_key_pressed_at_the_first_frame_is_not_lost(shell: Shell) -> None:
    with opened(shell, "demo") as terminal:
        terminal.wait_for("Opening…")
        terminal.press("q")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0


def test_the_terminal_is_given_back_when_the_dashboard_is_ended_by_the_system(shell: Shell) -> None:
    with opened(shell, "demo") as terminal:
        before = terminal.modes()
        terminal.wait_for("Quit")
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_exit()

        assert terminal.exit_status == 128 + signal.SIGTERM
        assert terminal.modes() == before
        assert terminal.written.count(ENTERED) == terminal.written.count(LEFT) == 1


def test_who_puts_the_dashboard_aside_gets_the_terminal_meanwhile(shell: Shell) -> None:
    with opened(shell, "demo") as terminal:
        before = terminal.modes()
        terminal.wait_for("Quit")
        terminal.signal(signal.SIGTSTP)
        terminal.wait_for_bytes(LEFT)
        os.waitpid(terminal.pid, os.WUNTRACED)
        assert terminal.modes() == before

        terminal.written.clear()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("दीया")
        assert ENTERED in terminal.written
        assert not echoes(terminal.modes())
        terminal.press("q")
        terminal.wait_for_exit()

        assert terminal.exit_status == 0
        assert terminal.modes() == before


def test_what_is_wrong_with_the_settings_is_told_on_the_persons_own_screen(shell: Shell) -> None:
    folder = Path(shell.environ["OPTILEARN_CONFIG_DIR"])
    folder.mkdir()
    (folder / "settings.toml").write_text('colour = "red"\n', encoding="utf-8")
    with opened(shell, "demo") as terminal:
        terminal.wait_for("colour")
        shown = bytes(terminal.written)

        assert shown.index(LEFT) < shown.index(b"colour")


def test_without_a_terminal_nothing_is_drawn(shell: Shell) -> None:
    outcome = shell.run()

    assert "\x1b" not in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ((), True),
        (("demo",), True),
        (("--lang", "hi"), True),
        (("--lang=hi", "demo", "--as", "staff"), True),
        (("--low-data",), True),
        (("--account", "meera@example.com"), True),
        (("--help",), False),
        (("demo", "--help"), False),
        (("--lang", "fr"), False),
        (("--lang",), False),
        (("--account",), False),
        (("whoami",), False),
        (("nonsense",), False),
    ],
)
def test_only_words_that_plainly_open_a_dashboard_get_a_first_frame(
    words: tuple[str, ...], *, does: bool
) -> None:
    assert opens_dashboard(words) is does
