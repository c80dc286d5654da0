"""While the program is used, no file, log, screen or traceback holds the session or the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.secrecy.conftest import PASSWORD, Overheard
from tests.secrecy.traces import pieces_of, traces_in
from tests.secret_service import SecretService, skip_where_missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from optilearn_tui.sandbox.live import LiveSandbox
    from tests.secrecy.desk import Desk

MEERA = "meera.sharma@example.com"
LOGIN = ("login", "--institution", "riverside", "--email", MEERA, "--password-stdin")
JOSE = "eyJhbGciOi"
"""How every session token begins."""


def leaks(desk: Desk, spy: Overheard) -> dict[str, set[str]]:
    """Where which secret was found: in files and in everything that was written out."""
    secrets = {
        "password": [PASSWORD],
        "any token": [JOSE],
        "token": [piece for token in spy.tokens for piece in pieces_of(token)],
        "key": [
            desk.environ[name] for name in ("NEXTAUTH_SECRET", "OPTICRM_API_KEY") if name in desk.environ
        ],
    }
    searched = {**desk.files(), **desk.outputs}
    found = {place: traces_in(content, secrets) for place, content in searched.items()}
    return {place: names for place, names in found.items() if names}


def look_around(desk: Desk) -> None:
    """Use the dashboard for a moment."""
    with desk.open() as terminal:
        terminal.wait_for("Aarav")
        terminal.press("2")
        terminal.wait_for_quiet()
        terminal.press("r")
        terminal.wait_for_quiet()
        terminal.press("\x11")
        terminal.wait_for_exit()
        desk.note(terminal)


def test_a_search_finds_what_is_there(desk: Desk, overheard: tuple[LiveSandbox, Overheard]) -> None:
    _, spy = overheard
    assert desk.run(*LOGIN, "--store", "file", stdin=PASSWORD) == 0

    assert {frozenset(names) for names in leaks(desk, spy).values()} == {frozenset({"any token", "token"})}
    assert [place for place in leaks(desk, spy) if "sessions" not in place] == []
    assert b"[opticrm] POST" in desk.files()["debug.log"]


@pytest.fixture
def keyring(desk: Desk, tmp_path: Path) -> Iterator[SecretService]:
    """A genuine keyring at the desk."""
    skip_where_missing()
    with SecretService(tmp_path / "keyring") as service:
        service.start(unlocked=True)
        desk.environ["DBUS_SESSION_BUS_ADDRESS"] = service.environ["DBUS_SESSION_BUS_ADDRESS"]
        desk.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.SecretService.Keyring"
        yield service


@pytest.mark.usefixtures("keyring")
def test_nothing_secret_is_anywhere_while_the_session_is_in_a_keyring(
    desk: Desk, overheard: tuple[LiveSandbox, Overheard], tmp_path: Path
) -> None:
    live, spy = overheard
    assert desk.run(*LOGIN, stdin=PASSWORD) == 0
    assert desk.run("whoami") == 0
    assert desk.run("whoami", "--json") == 0
    assert desk.run("children", "--json") == 0
    look_around(desk)
    assert leaks(desk, spy) == {}

    pasted = live.sandbox.account(MEERA).session_token
    spy.tokens.add(pasted)
    assert desk.run("login", "--institution", "riverside", "--token-stdin", stdin=pasted) == 0
    assert desk.run("whoami") == 0
    assert desk.run("logout") == 0

    assert len(spy.tokens) > 5
    assert leaks(desk, spy) == {}
    kept = b"".join(path.read_bytes() for path in (tmp_path / "keyring").rglob("*") if path.is_file())
    assert traces_in(kept, {"password": [PASSWORD], "token": [JOSE]}) == set()


def test_nothing_secret_is_anywhere_after_signing_in_by_hand(
    desk: Desk, overheard: tuple[LiveSandbox, Overheard]
) -> None:
    _, spy = overheard
    desk.environ["OPTILEARN_INSTITUTION"] = "riverside"
    with desk.open() as terminal:
        terminal.wait_for("E-mail")
        terminal.press(MEERA)
        terminal.press("\t")
        terminal.press(PASSWORD)
        terminal.press("\r")
        terminal.wait_for("Aarav")
        terminal.press("\x11")
        terminal.wait_for_exit()
        desk.note(terminal)

    assert spy.tokens
    assert leaks(desk, spy) == {}


BROKEN = [
    "httpcore._async.http11:AsyncHTTP11Connection.handle_async_request",
    "h11:Connection.send",
    "optilearn_tui.api.session:token_in",
    "optilearn_tui.api.identity:Identity.filled_in",
]
"""Functions that have the session, or the password, before them."""


@pytest.mark.parametrize("breaks", BROKEN)
def test_a_crash_shows_nothing_secret(
    desk: Desk, overheard: tuple[LiveSandbox, Overheard], breaks: str
) -> None:
    live, spy = overheard
    token = live.sandbox.account(MEERA).session_token
    spy.tokens.add(token)

    assert desk.run(*LOGIN, "--store", "memory", stdin=PASSWORD, breaks=breaks) == 1
    desk.environ |= {"OPTILEARN_INSTITUTION": "riverside", "OPTILEARN_SESSION_TOKEN": token}
    desk.environ |= {"NEXTAUTH_SECRET": "what both services share", "OPTICRM_API_KEY": "sk-of-the-school"}
    assert desk.run("children", breaks=breaks) == 1
    with desk.open(breaks=breaks) as terminal:
        terminal.wait_for_exit()
        desk.note(terminal)
        assert terminal.exit_status == 1

    command, children, _ = desk.outputs.values()
    assert all(b"Traceback" in output and b"broken on purpose" in output for output in (command, children))
    assert leaks(desk, spy) == {}
