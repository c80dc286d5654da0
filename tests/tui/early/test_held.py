"""What a person does behind the curtain reaches the app in the order in which it was done, and only there."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from optilearn_tui.tui.early.curtain import Curtain
from optilearn_tui.tui.thrifty.painter import Painter

if TYPE_CHECKING:
    from textual.message import Message

A_MOMENT = 0.1
"""Seconds that another thread is given to be too early."""


def key(letter: str) -> Message:
    """A key that was pressed."""
    return Key(letter, letter)


@pytest.fixture
def curtain() -> Curtain:
    """A closed one."""
    curtain = Curtain()
    curtain.close_over(Painter(erases_in_colour=True))
    return curtain


def test_what_is_held_is_given_once_after_the_app_is_seen(curtain: Curtain) -> None:
    told: list[object] = []
    curtain.hand_over(lambda: told.append("seen"), told.append)
    first, second = key("a"), key("b")
    assert curtain.holds(first)
    assert curtain.holds(second)
    curtain.open()
    curtain.open()

    assert told == ["seen", first, second]
    assert not curtain.holds(first)


def test_what_another_thread_does_while_the_curtain_opens_comes_after_what_was_held(
    curtain: Curtain,
) -> None:
    taken: list[Message] = []
    done = [key(letter) for letter in "abc"]

    def press() -> None:
        if not curtain.holds(done[2]):
            taken.append(done[2])

    pressing = Thread(target=press)

    def take(message: Message) -> None:
        taken.append(message)
        if message is done[0]:
            pressing.start()
            pressing.join(A_MOMENT)

    curtain.hand_over(lambda: None, take)
    for each in done[:2]:
        assert curtain.holds(each)
    curtain.open()
    pressing.join()

    assert taken == done


def test_where_the_terminal_is_left_what_was_held_is_gone(curtain: Curtain) -> None:
    told: list[object] = []
    curtain.hand_over(lambda: told.append("seen"), told.append)
    assert curtain.holds(key("a"))
    curtain.fall()
    curtain.open()

    assert not told


def test_over_a_terminal_that_changed_meanwhile_it_does_not_close() -> None:
    curtain = Curtain()
    curtain.doubt()
    curtain.close_over(Painter(erases_in_colour=True))

    assert not curtain.is_closed
    assert not curtain.holds(key("a"))
