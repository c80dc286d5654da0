"""What holds for every command: settings, complaints, interruption, a closed pipe, and no traceback ever."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PROGRAM = (sys.executable, "-m", "optilearn_tui")


def write_settings(shell: Shell, text: str) -> Path:
    path = Path(shell.environ["OPTILEARN_CONFIG_DIR"]) / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def started(shell: Shell, *words: str) -> subprocess.Popen[str]:
    """The program in a process of its own, with this shell's environment."""
    return subprocess.Popen(
        [*PROGRAM, *words],
        env={**os.environ, **shell.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_unreadable_settings_are_one_sentence_and_stay_as_they_are(parent: Shell) -> None:
    path = write_settings(parent, 'institution = "riverside\n')

    outcome = parent.run("children")

    assert (outcome.code, outcome.out) == (1, "")
    assert f"{path}, line 1 is not valid TOML." in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert path.read_text(encoding="utf-8") == 'institution = "riverside\n'


def test_help_does_not_need_the_settings(shell: Shell) -> None:
    write_settings(shell, "=")

    assert shell.run("--help").code == 0


def test_a_setting_that_is_passed_over_is_named_and_stops_nothing(parent: Shell) -> None:
    write_settings(parent, 'colour = "red"\nsession_token = "hunter2"\n')

    outcome = parent.run("children", "--json")

    assert outcome.code == 0
    assert "line 1: there is no setting “colour”" in outcome.err
    assert "“session_token” looks like a secret" in outcome.err
    assert "hunter2" not in outcome.err


def test_the_saved_language_is_spoken(parent: Shell) -> None:
    write_settings(parent, 'language = "hi"\n')

    assert "children" not in parent.run("children").out


def test_a_malformed_institution_in_the_environment_is_one_sentence(parent: Shell) -> None:
    parent.environ["OPTILEARN_INSTITUTION"] = "evil.com/"

    outcome = parent.run("children")

    assert (outcome.code, outcome.out) == (2, "")
    assert "“evil.com/” cannot be an institution." in outcome.err
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("OPTICRM_BASE_DOMAIN", "not a domain"),
        ("OPTICRM_PROTOCOL", "ftp"),
        ("OPTICRM_BASE_DOMAIN", "opticrm.app"),
    ],
)
def test_variables_that_lead_nowhere_are_wrong_usage(parent: Shell, variable: str, value: str) -> None:
    parent.environ[variable] = value

    outcome = parent.run("whoami")

    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


def test_a_malformed_session_in_the_environment_is_one_sentence(parent: Shell) -> None:
    parent.environ["OPTILEARN_SESSION_TOKEN"] = "hunter2"

    outcome = parent.run("whoami")

    assert (outcome.code, outcome.out) == (2, "")
    assert "session token" in outcome.err
    assert "hunter2" not in outcome.err


@pytest.mark.parametrize(("status", "code"), [("500", 1), ("502", 5), ("503", 5), ("504", 5), ("html", 1)])
def test_a_server_in_trouble_keeps_the_session_and_says_so(parent: Shell, status: str, code: int) -> None:
    parent.live.sandbox.weather.fail("session", status)

    outcome = parent.run("whoami")

    assert (outcome.code, outcome.out) == (code, "")
    assert "signed in" not in outcome.err


def test_a_fault_of_our_own_is_a_sentence_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        message = "hunter2"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("optilearn_tui.cli.whoami.run", fail)

    outcome = shell.run("whoami")

    assert (outcome.code, outcome.out) == (1, "")
    assert "Something unexpected went wrong (ZeroDivisionError)." in outcome.err
    assert "hunter2" not in outcome.err


def test_ctrl_c_ends_a_command_quietly(parent: Shell) -> None:
    gate = parent.live.sandbox.weather.hold("session")
    with started(parent, "whoami") as program:
        asyncio.run(gate.reached())
        program.send_signal(signal.SIGINT)
        out, err = program.communicate()
    gate.release()

    assert (program.returncode, out, err) == (130, "", "")


def test_a_reader_that_has_left_is_no_error(parent: Shell) -> None:
    gate = parent.live.sandbox.weather.hold("overview")
    with started(parent, "overview", "c-aarav") as program:
        asyncio.run(gate.reached())
        assert program.stdout is not None
        program.stdout.close()
        gate.release()
        assert program.stderr is not None
        err = program.stderr.read()

    assert (program.returncode, err) == (141, "")


def redirected(shell: Shell, command: str, redirection: str) -> subprocess.CompletedProcess[str]:
    """A command run by a real shell, which closes or redirects its streams."""
    return subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m optilearn_tui {command} {redirection}', sys.executable],
        env={**os.environ, **shell.environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("command", ["children", "children --json"])
def test_a_result_that_cannot_be_written_is_one_sentence_and_a_failure(parent: Shell, command: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")

    outcome = redirected(parent, command, ">/dev/full")

    assert outcome.returncode == 1
    assert outcome.stderr == "The result could not be written: No space left on device.\n"


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-", "2>&-", "<&-"])
def test_a_stream_that_is_full_or_closed_ends_in_no_traceback(shell: Shell, redirection: str) -> None:
    shell.environ["PYTHONUNBUFFERED"] = ""

    for command in ("--help", "login"):
        assert "Error" not in redirected(shell, command, redirection).stderr


def test_what_was_foreseen_is_a_sentence_in_developers_mode_too(shell: Shell) -> None:
    outcome = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "optilearn_tui", "whoami"],
        env={**os.environ, **shell.environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (outcome.returncode, outcome.stdout) == (3, "")
    said = [line for line in outcome.stderr.splitlines() if not line.startswith("Executing <")]
    assert len(said) == 1  # beside what Python itself says there on a slow machine
    assert said[0].startswith("You are not signed in.")


def test_chosen_digits_are_written_in_hindi_and_never_in_json_or_english(parent: Shell) -> None:
    write_settings(parent, 'digits = "devanagari"\n')

    assert "३ बच्चे" in parent.run("children", "--lang", "hi").out
    assert "3 children" in parent.run("children", "--lang", "en").out
    json = parent.run("children", "--json", "--lang", "hi").out
    assert not any("\u0966" <= character <= "\u096f" for character in json)
