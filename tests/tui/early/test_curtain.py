"""The early picture stands until the toolkit has drawn the same, and no longer than anybody waits for it."""

from __future__ import annotations

import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator

import pytest

from optilearn_tui.tui.early.curtain import can_stand_early
from tests.tui.early.early_app import ASK, BREAK, STAND
from tests.tui.early.early_program import KEYS, LINES, NEWER, SHOW_NEWER
from tests.tui.thrifty.window import Window

PICTURE = "\n".join(LINES)
ENTERED, LEFT, BLANKED = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[2J"
A_WORD_IS_PUT = 30
"""Bytes: where, how, and the few letters themselves."""

Opened = Callable[[str], Window]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """A window with the program in it that shows its early picture."""
    windows: list[Window] = []

    def opened(what_follows: str) -> Window:
        window = Window("tests.tui.early.early_program", what_follows)
        windows.append(window)
        window.until(lambda: window.text_seen == PICTURE)
        return window

    yield opened
    for window in windows:
        window.close()


@pytest.fixture
def window(opened: Opened) -> Window:
    """The early picture, and an app that has begun behind it."""
    window = opened("app")
    window.seen.clear()
    window.until(lambda: window.terminal.bells == 1)
    return window


def shows_what_is_typed(window: Window) -> bool:
    """Whether the terminal is as a shell wants it."""
    flags = window.modes()[3]
    assert isinstance(flags, int)
    return bool(flags & termios.ECHO)


def test_nothing_but_the_picture_is_seen_until_the_same_is_drawn(window: Window) -> None:
    assert set(window.seen) == {PICTURE}
    before = window.terminal.received
    window.signal(STAND)
    window.until(lambda: KEYS in window.text_seen)

    assert {text.removesuffix(KEYS).rstrip() for text in window.seen} == {PICTURE}
    assert window.text_seen.splitlines() == [*LINES, "", "", "", KEYS]
    assert window.terminal.received - before <= A_WORD_IS_PUT
    assert window.written.count(BLANKED) == 2
    assert window.written.count(ENTERED) == 1


def test_of_a_newer_picture_only_what_differs_is_sent(opened: Opened) -> None:
    window = opened("nothing")
    before = window.terminal.received
    window.signal(SHOW_NEWER)
    window.until(lambda: window.text_seen == "\n".join(NEWER))

    assert window.terminal.received - before <= A_WORD_IS_PUT


def test_a_picture_of_another_size_than_the_window_is_not_shown(opened: Opened) -> None:
    window = opened("nothing")
    window.resize(30, 7)
    window.signal(SHOW_NEWER)
    window.until(lambda: window.terminal.bells == 1)

    assert "Grades" not in window.text_seen


def test_in_a_window_that_has_its_old_size_again_the_whole_picture_is_painted(opened: Opened) -> None:
    window = opened("nothing")
    window.resize(40, 9)
    window.signal(SHOW_NEWER)

    window.until(lambda: window.text_seen == "\n".join(NEWER))


def test_afterwards_everything_is_as_ever(window: Window) -> None:
    window.signal(STAND)
    window.until(lambda: KEYS in window.text_seen)
    window.press("x")
    window.until(lambda: window.terminal.line(0).startswith("1 done"))
    window.resize(30, 7)
    window.until(lambda: window.text_seen.splitlines() == ["1 done", *[""] * 5, KEYS])


@pytest.mark.parametrize("done", ["x", "\x1b[200~x\x1b[201~", "\x1b[<0;3;3M"], ids=["key", "paste", "click"])
def test_what_is_done_behind_the_curtain_is_done_to_what_is_seen(window: Window, done: str) -> None:
    window.press(done)
    window.signal(STAND)
    window.until(lambda: window.terminal.line(0).startswith("1 done") and KEYS in window.text_seen)

    assert "Loading…" not in window.seen
    assert "1 done" not in window.seen


def test_who_wants_to_leave_does_not_wait_for_the_curtain(window: Window) -> None:
    window.press("x\x11")
    window.wait_for_exit()

    assert window.exit_status == 0
    assert set(window.seen) <= {PICTURE, ""}


def test_a_mouse_in_passing_changes_nothing(window: Window) -> None:
    window.press("\x1b[<35;3;3M\x1b[<35;4;3M")
    window.signal(STAND)
    window.until(lambda: KEYS in window.text_seen)

    assert "Loading…" not in window.seen


def test_another_screen_is_seen_at_once(window: Window) -> None:
    window.signal(ASK)
    window.until(lambda: window.text_seen == "Sure?")

    assert set(window.seen) <= {PICTURE, "Sure?"}


def test_what_was_pressed_before_the_app_was_there_arrives(opened: Opened) -> None:
    window = opened("app")
    window.press("xx")
    window.until(lambda: window.terminal.bells == 1)
    window.signal(STAND)

    window.until(lambda: window.terminal.line(0).startswith("2 done"))


def test_after_some_time_the_app_is_seen_however_little_it_shows(opened: Opened) -> None:
    window = opened("hasty")

    window.until(lambda: window.text_seen == "Loading…")


@pytest.mark.parametrize("size", [(30, 7), (40, 9)], ids=["another", "the old one again"])
def test_in_a_window_of_another_size_the_app_is_seen(window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)

    window.until(lambda: window.text_seen == "Loading…")


@pytest.mark.parametrize("size", [(30, 7), (40, 9)], ids=["another", "the old one again"])
def test_a_window_that_changed_before_the_app_was_there_is_painted_anew(
    opened: Opened, size: tuple[int, int]
) -> None:
    window = opened("app")
    window.resize(*size)

    window.until(lambda: window.text_seen == "Loading…")


def test_who_puts_the_program_aside_gets_the_terminal_meanwhile_and_then_the_app(window: Window) -> None:
    window.signal(signal.SIGTSTP)
    window.until(lambda: LEFT in window.written)
    window.until_stopped()
    assert shows_what_is_typed(window)

    window.signal(signal.SIGCONT)
    window.until(lambda: window.text_seen == "Loading…")


def test_a_program_that_has_only_its_picture_is_not_put_aside(opened: Opened) -> None:
    window = opened("nothing")
    window.signal(signal.SIGTSTP)
    window.signal(SHOW_NEWER)

    window.until(lambda: window.text_seen == "\n".join(NEWER))


def test_a_fault_behind_the_curtain_is_told_on_the_persons_own_screen(window: Window) -> None:
    window.signal(BREAK)
    window.wait_for_exit()

    before, after = bytes(window.written).split(LEFT)
    assert b"ZeroDivisionError" not in before
    assert b"ZeroDivisionError" in after
    assert shows_what_is_typed(window)


def test_an_app_that_is_ended_behind_the_curtain_leaves_without_being_seen(window: Window) -> None:
    window.signal(signal.SIGTERM)
    window.wait_for_exit()

    assert window.exit_status == 0
    assert b"Loading" not in window.written
    assert window.written.count(LEFT) == 1
    assert shows_what_is_typed(window)


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGHUP)]
)
def test_a_program_ended_while_only_the_picture_stands_gives_the_terminal_back(
    opened: Opened, number: int, status: int
) -> None:
    window = opened("nothing")
    window.signal(number)
    window.wait_for_exit()

    assert window.exit_status == status
    assert window.written.endswith(LEFT)
    assert shows_what_is_typed(window)


def test_control_c_interrupts_while_only_the_picture_stands(opened: Opened) -> None:
    window = opened("nothing")
    window.press("\x03")
    window.wait_for_exit()

    assert window.exit_status == -signal.SIGINT
    assert LEFT in window.written
    assert shows_what_is_typed(window)


def test_the_picture_is_painted_without_the_toolkit() -> None:
    program = (
        "import sys\n"
        "from optilearn_tui.tui.early import curtain\n"
        "from optilearn_tui.tui.first_frame import stage\n"
        "from optilearn_tui.tui.thrifty import canvas, painter, terminal\n"
        "print('textual' in sys.modules)"
    )
    asked = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert asked.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("environ", "painting", "can"),
    [
        ({}, None, True),
        ({}, "changes", True),
        ({}, "textual", False),
        ({"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}, None, False),
    ],
)
def test_a_picture_stands_early_only_where_the_driver_leaves_it_standing(
    environ: dict[str, str], painting: str | None, *, can: bool
) -> None:
    assert can_stand_early(environ, painting) is can


def test_on_windows_no_picture_stands_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert not can_stand_early({}, None)
