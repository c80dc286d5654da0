"""No call to a keyring holds up the screen, and no start or end of the program waits for one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import KeyringStore, MemoryStore, Store
from optilearn_tui.i18n import Language, use
from optilearn_tui.settings import Settings
from optilearn_tui.tui.sign_in import SignInScreen
from tests.credentials.backends import Hanging
from tests.credentials.conftest import ALLOWED, Install, SetUp
from tests.pseudo_terminal import PseudoTerminal
from tests.tui.people import MEERA
from tests.tui.program import Program, account_here
from tests.tui.screen_text import screen_text, settle, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.sandbox.live import LiveSandbox
    from tests.secret_service import SecretService

HELP = "Everywhere"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Each test begins and leaves in English."""
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.fixture
def hanging(install: Install) -> Iterator[Hanging]:
    """A keyring that asks on another display; it answers at the latest when the test is over."""
    backend = Hanging()
    install(backend)
    yield backend
    backend.answered.set()


async def test_the_first_screen_is_used_while_the_keyring_asks_elsewhere(
    hanging: Hanging, sandbox: Sandbox, noon: Clock
) -> None:
    stores: list[Store] = [KeyringStore(allowed_backends=ALLOWED)]
    app = Program(sandbox, noon, settings=Settings(institution="riverside"), stores=stores).app
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, hanging.asked.is_set)
        await pilot.press("f1")
        await until(pilot, lambda: HELP in screen_text(app))
        await pilot.press("escape")
        assert not isinstance(app.screen, SignInScreen)

        hanging.answered.set()
        await until(pilot, lambda: isinstance(app.screen, SignInScreen))
        await settle(pilot)


async def test_the_program_can_be_left_while_the_keyring_asks_elsewhere(
    hanging: Hanging, sandbox: Sandbox, noon: Clock
) -> None:
    stores: list[Store] = [KeyringStore(allowed_backends=ALLOWED)]
    app = Program(sandbox, noon, settings=Settings(institution="riverside"), stores=stores).app
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, hanging.asked.is_set)
        await pilot.press("ctrl+q")

    assert not hanging.answered.is_set()
    assert app.return_code == 0


async def test_the_screen_goes_on_while_a_sign_out_waits_for_the_keyring(
    hanging: Hanging, sandbox: Sandbox, noon: Clock
) -> None:
    token = parse_token(sandbox.account(MEERA).session_token)
    memory = MemoryStore({account_here(sandbox, noon, MEERA).key: token})
    stores: list[Store] = [memory, KeyringStore(allowed_backends=ALLOWED)]
    app = Program(sandbox, noon, known=[MEERA], stores=stores).app
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Aarav" in screen_text(app))
        await pilot.press("ctrl+o", "enter")
        await until(pilot, hanging.asked.is_set)
        await pilot.press("f1")
        await until(pilot, lambda: HELP in screen_text(app))
        assert not any(isinstance(screen, SignInScreen) for screen in app.screen_stack)
        await pilot.press("escape")

        hanging.answered.set()
        await until(pilot, lambda: isinstance(app.screen, SignInScreen))
        await settle(pilot)


@pytest.fixture
def unanswered(set_up: SetUp) -> SecretService:
    """A genuine keyring that takes every question and answers none."""
    service = set_up()
    service.start(unlocked=True)
    service.pause()
    return service


def started(service: SecretService, school: LiveSandbox, folder: Path) -> PseudoTerminal:
    """The program in a terminal of its own, on that bus, at that school."""
    folders = {f"OPTILEARN_{kind}_DIR": str(folder / kind) for kind in ("CONFIG", "DATA", "CACHE")}
    environ = {
        "PATH": os.environ["PATH"],
        **service.environ,
        **folders,
        "OPTICRM_BASE_DOMAIN": school.base_domain,
        "OPTICRM_PROTOCOL": "http",
        "OPTILEARN_INSTITUTION": "riverside",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    return PseudoTerminal([sys.executable, "-m", "optilearn_tui"], environ=environ)


def test_in_a_terminal_the_program_opens_and_is_left_while_the_keyring_says_nothing(
    unanswered: SecretService, live_sandbox: LiveSandbox, tmp_path: Path
) -> None:
    with started(unanswered, live_sandbox, tmp_path) as terminal:
        terminal.wait_for("Opening…")
        terminal.press("?")
        terminal.wait_for(HELP)
        terminal.press("\x11")
        terminal.wait_for_exit(limit=10)  # the keyring would have 15 seconds

    assert terminal.exit_status == 0
    assert "E-mail" not in terminal.text()


def test_in_a_terminal_the_program_goes_on_when_the_keyring_answers_at_last(
    unanswered: SecretService, live_sandbox: LiveSandbox, tmp_path: Path
) -> None:
    with started(unanswered, live_sandbox, tmp_path) as terminal:
        terminal.wait_for("Opening…")
        terminal.press("?")
        terminal.wait_for(HELP)
        terminal.press("\x1b")
        unanswered.go_on()
        terminal.wait_for("E-mail")
        terminal.press("\x11")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0
