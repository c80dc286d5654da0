"""After a sign-out, no file of the program holds any byte of the account's data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.secrecy.conftest import PASSWORD, Overheard
from tests.secrecy.traces import pieces_of, traces_in

if TYPE_CHECKING:
    from optilearn_tui.sandbox.live import LiveSandbox
    from tests.secrecy.desk import Desk

MEERA, JOHN = "meera.sharma@example.com", "john.dsouza@example.com"
LOGIN = ("login", "--institution", "riverside", "--password-stdin", "--store", "file")

Data = dict[str, list[str]]
"""What is searched for, by what it is called where it is found."""


def texts_in(content: object) -> Iterator[str]:
    """Every name, id and title in what a command printed as JSON."""
    match content:
        case str() if len(content) > 5 and not content[:4].isdigit():
            yield content
        case list():
            for item in content:
                yield from texts_in(item)
        case dict():
            for item in content.values():
                yield from texts_in(item)


def told(desk: Desk, *words: str) -> set[str]:
    """The texts in what a command prints as JSON."""
    output = desk.told(*words, "--json")
    return set(texts_in(json.loads(output)))


def sign_in(desk: Desk, email: str, *children: str) -> Data:
    """Sign somebody in, use the program for a while, and say all that it knows about them."""
    assert desk.run(*LOGIN, "--email", email, stdin=PASSWORD) == 0
    texts = told(desk, "whoami") | told(desk, "children")
    for child in children:
        texts |= told(desk, "overview", child)
    return {text: [text] for text in texts}


def look_around(desk: Desk, name: str, *keys: str) -> None:
    """Use the dashboard for a moment, press `keys` and leave it."""
    with desk.open() as terminal:
        terminal.wait_for(name)
        for key in ("2", "r", *keys):
            terminal.press(key)
            terminal.wait_for_quiet()
        terminal.press("\x11")
        terminal.wait_for_exit()
        desk.note(terminal)


def left_of(desk: Desk, data: Data, spy: Overheard | None = None) -> dict[str, set[str]]:
    """Where which of `data`, and of the sessions there were, is found in the program's files."""
    wanted = (
        {**data, "session": [piece for token in spy.tokens for piece in pieces_of(token)]} if spy else data
    )
    files = {place: content for place, content in desk.files().items() if place != "debug.log"}
    found = {place: traces_in(content, wanted) for place, content in files.items()}
    return {place: names for place, names in found.items() if names}


@pytest.mark.parametrize("way", ["command", "key", "command without a server"])
def test_nothing_is_left_after_signing_out(
    desk: Desk, overheard: tuple[LiveSandbox, Overheard], way: str
) -> None:
    live, spy = overheard
    data = sign_in(desk, MEERA, "c-aarav")
    look_around(desk, "Aarav")
    before = left_of(desk, data, spy)
    assert {place.partition("/")[0] for place in before} == {"cache", "config", "data"}
    assert {MEERA, "Meera Sharma", "c-meera", "session"} <= set().union(*before.values())

    if way == "key":
        look_around(desk, "Aarav", "\x0f", "\r")
    else:
        if way == "command without a server":
            live.stop()
        assert desk.run("logout") == 0

    assert left_of(desk, data, spy) == {}


def test_nothing_is_left_where_somebody_signs_out_of_a_slow_school_and_leaves_at_once(
    desk: Desk, overheard: tuple[LiveSandbox, Overheard]
) -> None:
    live, spy = overheard
    data = sign_in(desk, MEERA, "c-aarav")
    with desk.open() as terminal:
        terminal.wait_for("Aarav")
        live.sandbox.weather.delay(2, "sign-out")
        terminal.press("\x0f")
        terminal.wait_for("Sign out?")
        terminal.press("\r")
        terminal.wait_for("Signing out…")
        terminal.press("\x11")
        terminal.wait_for_exit()

    assert left_of(desk, data, spy) == {}


def test_signing_out_of_one_account_leaves_the_other_and_nothing_of_the_one(desk: Desk) -> None:
    first = sign_in(desk, JOHN, "c-anna")
    look_around(desk, "Anna")
    second = sign_in(desk, MEERA, "c-aarav")
    look_around(desk, "Aarav")
    shared = set(first) & set(second)
    of_second = {text: forms for text, forms in second.items() if text not in shared}
    of_first = {text: forms for text, forms in first.items() if text not in shared}
    kept = left_of(desk, of_first)

    assert desk.run("--account", MEERA, "logout") == 0

    assert left_of(desk, of_second) == {}
    assert left_of(desk, of_first) == kept
    assert desk.run("whoami") == 0


def test_a_run_that_outlives_a_sign_out_elsewhere_leaves_nothing_either(
    desk: Desk, overheard: tuple[LiveSandbox, Overheard]
) -> None:
    _, spy = overheard
    data = sign_in(desk, MEERA, "c-aarav")
    with desk.open() as terminal:
        terminal.wait_for("Aarav")
        assert desk.run("logout") == 0
        for key in ("r", "2", "r", "\x11"):
            terminal.press(key)
            terminal.wait_for_quiet()
        terminal.wait_for_exit()

    assert left_of(desk, data, spy) == {}


def test_where_nothing_is_to_be_kept_nothing_is_while_the_program_is_used(
    desk: Desk, overheard: tuple[LiveSandbox, Overheard]
) -> None:
    live, spy = overheard
    token = live.sandbox.account(MEERA).session_token
    spy.tokens.add(token)
    desk.environ |= {
        "OPTILEARN_KEEP_NOTHING": "true",
        "OPTILEARN_INSTITUTION": "riverside",
        "OPTILEARN_SESSION_TOKEN": token,
    }
    texts = told(desk, "whoami") | told(desk, "children") | told(desk, "overview", "c-aarav")
    look_around(desk, "Aarav")

    assert left_of(desk, {text: [text] for text in texts}, spy) == {}
