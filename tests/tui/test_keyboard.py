"""The thread that reads the keyboard sleeps until there is a key, and is woken when it is to end."""

from __future__ import annotations

import select
import sys
from threading import Thread

import pytest

from optilearn_tui.tui.keyboard import _Bell
from tests.pseudo_terminal import PseudoTerminal

ECHO = """
from textual.app import App
from textual.widgets import Static
from optilearn_tui.tui.keyboard import KeyboardDriver

class Echo(App):
    def compose(self):
        yield Static("ready")
    def on_key(self, event):
        self.query_one(Static).update(f"<{event.key}>")

Echo(driver_class=KeyboardDriver).run()
"""


def hears(bell: _Bell) -> bool:
    """Whether somebody who waits at the bell would be woken now."""
    return bool(select.select([bell.hears], [], [], 0)[0])


def test_the_bell_wakes_whoever_waits_for_it_until_it_is_hushed() -> None:
    bell = _Bell()
    waiting = Thread(target=lambda: select.select([bell.hears], [], []))
    waiting.start()
    assert not hears(bell)

    bell.set()
    waiting.join()
    assert bell.is_set()
    assert hears(bell)

    bell.hush()
    assert not hears(bell)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("x", "<x>"),
        ("\x1b", "<escape>"),
        ("\x1b[A", "<up>"),
        ("\x1bOQ", "<f2>"),
        ("क", "<क>"),
    ],
)
def test_every_kind_of_key_arrives(typed: str, key: str) -> None:
    environ = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    with PseudoTerminal([sys.executable, "-c", ECHO], environ=environ) as terminal:
        terminal.wait_for("ready")
        terminal.press(typed)
        terminal.wait_for(key)
        terminal.press("\x11")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0
