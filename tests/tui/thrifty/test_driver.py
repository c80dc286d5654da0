"""The driver in a real pseudo-terminal: resized, stopped, and continued."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from tests.tui.thrifty.window import Window

_FOCUS_REPORTS = b"\x1b[?1004h"


@pytest.fixture
def window() -> Iterator[Window]:
    """A program that shows its first screen."""
    window = Window("tests.tui.thrifty.small_program")
    window.until(lambda: window.text_seen.strip() == "ready")
    yield window
    window.close()


def test_only_what_changed_is_sent(window: Window) -> None:
    window.press("a")
    window.until(lambda: window.text_seen.strip() == "1 keys, 40 by 9")
    before = window.terminal.received

    window.press("a")
    window.until(lambda: window.text_seen.strip() == "2 keys, 40 by 9")

    assert window.terminal.received - before < len("2 keys, 40 by 9")


def test_after_a_resize_everything_is_painted_again(window: Window) -> None:
    window.resize(30, 7)
    window.until(lambda: window.text_seen.strip() == "ready")
    window.press("a")
    window.until(lambda: window.text_seen.strip() == "1 keys, 30 by 7")


def test_a_terminal_that_has_its_old_size_again_is_painted_again(window: Window) -> None:
    window.garble()
    window.signal(signal.SIGWINCH)

    window.until(lambda: window.text_seen.strip() == "ready")


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_after_the_program_was_stopped_and_continued_everything_is_painted_again(
    window: Window, stop: signal.Signals
) -> None:
    window.signal(stop)
    window.until_stopped()
    while window.read(0):
        pass
    window.garble()
    window.written.clear()

    window.signal(signal.SIGCONT)

    window.until(lambda: window.text_seen.strip() == "ready")
    # Asked for after the terminal has been told not to show what is typed.
    window.until(lambda: _FOCUS_REPORTS in window.written)
    window.press("a")
    window.until(lambda: window.text_seen.strip() == "1 keys, 40 by 9")
