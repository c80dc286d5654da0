"""`optilearn` and `optilearn demo` in a terminal of their own, and where there is none."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.sandbox.live import LiveSandbox
from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PROGRAM = (sys.executable, "-m", "optilearn_tui")


def opened(shell: Shell, *words: str, at: LiveSandbox | None = None) -> PseudoTerminal:
    """The program on a terminal of its own, at this shell's school or `at` another."""
    environ = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        **shell.environ,
        **({"OPTICRM_BASE_DOMAIN": at.base_domain} if at else {}),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    return PseudoTerminal([*PROGRAM, *words], environ=environ)


@pytest.mark.parametrize("words", [(), ("demo",)])
def test_without_a_terminal_the_dashboard_says_what_to_use_instead(
    shell: Shell, words: tuple[str, ...]
) -> None:
    outcome = shell.run(*words)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("The dashboard needs a terminal.")


def test_the_demo_shows_a_childs_dashboard_and_keeps_nothing(shell: Shell) -> None:
    shell.live.stop()
    with opened(shell, "demo") as terminal:
        terminal.wait_for("दीया")
        terminal.press("q")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0
    for folder in ("CONFIG", "DATA", "CACHE"):
        assert not Path(shell.environ[f"OPTILEARN_{folder}_DIR"]).exists()


def test_the_demo_for_staff_opens_the_staff_room_and_writes_only_what_is_exported(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with opened(shell, "demo", "--as", "staff") as terminal:
        terminal.wait_for("RPS-0131")
        terminal.press("e")
        terminal.wait_for("CSV, for spreadsheets")
        terminal.press("\r")
        terminal.wait_for("Saved as")
        terminal.press("q")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    header, first, *_ = file.read_bytes().decode().split("\r\n")
    assert header == "roll,name,code"
    assert first == "1,Ishita Agarwal,RPS-0131"
    assert not list(tmp_path.glob("config")) + list(tmp_path.glob("data")) + list(tmp_path.glob("cache"))


def test_the_dashboard_opens_for_whoever_is_signed_in(parent: Shell) -> None:
    with opened(parent) as terminal:
        terminal.wait_for("Aarav")
        terminal.press("q")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0


def test_low_data_mode_can_be_asked_for_on_the_command_line(parent: Shell) -> None:
    with opened(parent, "--low-data") as terminal:
        terminal.wait_for("low data")
        terminal.press("q")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0


def test_low_data_mode_can_be_asked_for_in_the_demo(shell: Shell) -> None:
    with opened(shell, "--low-data", "demo") as terminal:
        terminal.wait_for("low data")
        terminal.press("q")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0


def test_unreadable_settings_keep_the_dashboard_shut_with_one_sentence(shell: Shell) -> None:
    path = Path(shell.environ["OPTILEARN_CONFIG_DIR"]) / "settings.toml"
    path.parent.mkdir()
    path.write_text("=", encoding="utf-8")
    with opened(shell) as terminal:
        terminal.wait_for_exit()

    assert terminal.exit_status == 1
    assert "is not valid TOML" in terminal.text()


def test_signing_in_at_the_keyboard_asks_for_what_is_missing_and_echoes_no_password(shell: Shell) -> None:
    with LiveSandbox() as today, opened(shell, "login", "--store", "file", at=today) as terminal:
        terminal.wait_for("Institution: ")
        terminal.press("riverside\n")
        terminal.wait_for("E-mail: ")
        terminal.press("meera.sharma@example.com\n")
        terminal.wait_for("Password: ")
        terminal.press("sandbox-2026\n")
        terminal.wait_for("Signed in as Meera Sharma at riverside.")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0
    assert "sandbox-2026" not in terminal.text()
