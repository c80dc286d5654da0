"""`optilearn login --service-key-stdin`: a school's service key, checked and kept without signing in."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Shell

KEEP = ("login", "--institution", "riverside", "--service-key-stdin")
IN_A_FILE = (*KEEP, "--store", "file")
STAFF = ("login", "--institution", "riverside", "--as", "staff", "--email", "principal@riverside.example")


def key_files(shell: Shell) -> list[Path]:
    folder = Path(shell.environ["OPTILEARN_DATA_DIR"])
    return [path for path in folder.rglob("service_key*") if path.is_file()]


def refused(outcome: Outcome, code: int) -> str:
    """The one sentence of a refusal."""
    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1
    assert "Traceback" not in outcome.err
    return outcome.err


def test_a_key_the_school_accepts_is_kept_for_its_owner_alone(shell: Shell) -> None:
    key = shell.live.sandbox.api_key

    outcome = shell.run(*IN_A_FILE, stdin=f"{key}\n")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "riverside has accepted the service key.\n"
    (file,) = key_files(shell)
    assert file.read_text() == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert shell.run("whoami").code == 3


def test_a_key_the_school_refuses_is_not_kept_and_not_repeated(shell: Shell) -> None:
    sentence = refused(shell.run(*IN_A_FILE, stdin="sk-do-not-show-me"), 3)

    assert "The school did not accept the service key." in sentence
    assert "do-not-show" not in sentence
    assert key_files(shell) == []


def test_a_key_that_may_not_read_is_not_kept_either(shell: Shell) -> None:
    shell.live.sandbox.weather.answer("classes", status=403)

    refused(shell.run(*IN_A_FILE, stdin=shell.live.sandbox.api_key), 4)

    assert key_files(shell) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", "No service key was given."),
        ("short", "too short or too long"),
        ("two words-do-not-show", "characters"),
        ("authjs.session-token=do-not-show-me", "not a service key"),
    ],
)
def test_what_cannot_be_a_key_is_refused_before_anything_is_sent(
    shell: Shell, given: str, words: str
) -> None:
    sentence = refused(shell.run(*IN_A_FILE, stdin=given), 2)

    assert words in sentence
    assert "do-not-show" not in sentence
    assert not shell.live.sandbox.visits


def test_without_a_keyring_the_key_is_not_kept_and_that_is_no_success(shell: Shell) -> None:
    outcome = shell.run(*KEEP, stdin=shell.live.sandbox.api_key)

    assert (outcome.code, outcome.out) == (1, "")
    assert "no keyring" in outcome.err
    assert "--service-key-stdin --store file" in outcome.err
    assert shell.live.sandbox.api_key not in outcome.err


def test_memory_only_tries_the_key_out(shell: Shell) -> None:
    outcome = shell.run(*KEEP, "--store", "memory", stdin=shell.live.sandbox.api_key)

    assert (outcome.code, outcome.out) == (0, "riverside has accepted the service key.\n")
    assert outcome.err == "The service key was not kept, as you asked.\n"


@pytest.mark.parametrize("form", ["--service-key=hunter2", "--service-key hunter2"])
def test_a_key_on_the_command_line_is_refused_and_not_repeated(shell: Shell, form: str) -> None:
    outcome = shell.run("login", "--institution", "riverside", *form.split())

    assert (outcome.code, outcome.out) == (2, "")
    assert "--service-key-stdin takes it safely" in outcome.err
    assert "hunter2" not in outcome.err


def test_one_secret_at_a_time_comes_from_standard_input(shell: Shell) -> None:
    assert shell.run(*KEEP, "--token-stdin", stdin="x").code == 2


def test_signing_out_forgets_session_and_key(shell: Shell) -> None:
    shell.run(*STAFF, "--password-stdin", "--store", "file", stdin="sandbox-2026\n")
    shell.run(*IN_A_FILE, stdin=shell.live.sandbox.api_key)

    outcome = shell.run("logout")

    assert (outcome.code, outcome.err) == (0, "")
    assert "this computer has forgotten the session" in outcome.out
    assert "forgotten the school's service key" in outcome.out
    assert key_files(shell) == []


def test_a_key_alone_is_forgotten_too(shell: Shell) -> None:
    shell.run(*IN_A_FILE, stdin=shell.live.sandbox.api_key)

    outcome = shell.run("logout")

    assert outcome.code == 0
    assert outcome.out == "This computer has forgotten the school's service key.\n"
    assert key_files(shell) == []


def test_signing_out_says_that_the_environment_still_holds_a_key(shell: Shell) -> None:
    shell.run(*STAFF, "--password-stdin", "--store", "file", stdin="sandbox-2026\n")
    shell.environ["OPTICRM_API_KEY"] = shell.live.sandbox.api_key

    outcome = shell.run("logout")

    assert "OPTICRM_API_KEY still holds a service key" in outcome.out
    assert shell.live.sandbox.api_key not in outcome.out + outcome.err


def test_a_malformed_key_in_the_environment_is_told_to_staff_and_not_repeated(shell: Shell) -> None:
    shell.sign_in("principal@riverside.example")
    shell.environ["OPTICRM_API_KEY"] = "two words-do-not-show"

    outcome = shell.run("whoami")

    assert outcome.code == 0
    assert "OPTICRM_API_KEY" in outcome.err
    assert "do-not-show" not in outcome.out + outcome.err


def test_a_parent_hears_nothing_of_keys(parent: Shell) -> None:
    parent.environ["OPTICRM_API_KEY"] = "two words"

    outcome = parent.run("children")

    assert (outcome.code, outcome.err) == (0, "")
