"""`optilearn login` and `optilearn logout`."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Shell

MEERA = ("login", "--institution", "riverside", "--email", "meera.sharma@example.com", "--password-stdin")
IN_A_FILE = (*MEERA, "--store", "file")
PASSWORD = "sandbox-2026\n"


def session_files(shell: Shell) -> list[Path]:
    folder = Path(shell.environ["OPTILEARN_DATA_DIR"])
    return [path for path in folder.rglob("*") if path.is_file()]


def refused(outcome: Outcome, code: int) -> str:
    """The one sentence of a refusal."""
    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1
    assert "Traceback" not in outcome.err
    return outcome.err


def test_signing_in_once_is_enough_for_the_next_commands(shell: Shell) -> None:
    outcome = shell.run(*IN_A_FILE, stdin=PASSWORD)

    assert (outcome.code, outcome.out, outcome.err) == (0, "Signed in as Meera Sharma at riverside.\n", "")
    told = shell.run("whoami", "--json").json
    assert isinstance(told, dict)
    assert (told["institution"], told["source"]) == ("riverside", "file")
    assert shell.run("children").code == 0


def test_the_file_with_the_session_is_the_owners_alone(shell: Shell) -> None:
    shell.run(*IN_A_FILE, stdin=PASSWORD)

    files = session_files(shell)
    assert [file.name for file in files if file.parent.name != "sessions"] == ["accounts.json"]
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600, 0o600]


def test_without_a_keyring_the_session_is_not_kept_and_that_is_no_success(shell: Shell) -> None:
    outcome = shell.run(*MEERA, stdin=PASSWORD)

    assert "no keyring" in refused(outcome, 1)
    assert "optilearn login --store file" in outcome.err
    assert session_files(shell) == []


def test_memory_only_tries_the_sign_in_out(shell: Shell) -> None:
    outcome = shell.run(*MEERA, "--store", "memory", stdin=PASSWORD)

    assert (outcome.code, outcome.out) == (0, "Signed in as Meera Sharma at riverside.\n")
    assert outcome.err == "The session was not kept, as you asked.\n"
    assert session_files(shell) == []


def test_a_session_token_from_the_browser_will_do(shell: Shell) -> None:
    token = shell.live.sandbox.parent().session_token
    words = ("login", "--institution", "riverside", "--token-stdin", "--store", "file")

    assert shell.run(*words, stdin=f"Cookie: authjs.session-token={token}\n").code == 0
    assert shell.run("whoami").code == 0


def test_staff_sign_in_as_staff(shell: Shell) -> None:
    words = ("login", "--institution", "Riverside", "--as", "staff", "--email", "principal@riverside.example")

    outcome = shell.run(*words, "--password-stdin", "--store", "file", stdin=PASSWORD)

    assert outcome.code == 0
    assert "staff (PRINCIPAL)" in shell.run("whoami").out


def test_a_wrong_password_is_one_sentence_and_not_repeated(shell: Shell) -> None:
    sentence = refused(shell.run(*IN_A_FILE, stdin="hunter2\n"), 3)

    assert "The e-mail or password was not accepted." in sentence
    assert "hunter2" not in sentence
    assert session_files(shell) == []


@pytest.mark.parametrize("slug", ["evil.com/", "a.b", "learn", "-x", "ri ver"])
def test_a_malformed_institution_is_refused_before_anything_is_sent(shell: Shell, slug: str) -> None:
    words = ("login", f"--institution={slug}", "--email", "a@b.example", "--password-stdin")

    sentence = refused(shell.run(*words, stdin=PASSWORD), 2)

    assert "cannot be an institution" in sentence
    assert not shell.live.sandbox.visits


def test_an_institution_nobody_knows_is_one_sentence(shell: Shell) -> None:
    words = ("login", "--institution", "nowhere", "--email", "a@b.example", "--password-stdin")

    refused(shell.run(*words, stdin=PASSWORD), 1)


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("", "No session token was given."),
        ("hello", "too short or too long"),
        ("x" * 3936, "Only the first part"),
        ("authjs.session-token.1=abcdefghijklmnopqrst", "Part 0 of the session token is missing."),
    ],
)
def test_a_malformed_token_says_what_is_wrong_with_it(shell: Shell, pasted: str, words: str) -> None:
    login = ("login", "--institution", "riverside", "--token-stdin", "--store", "file")

    assert words in refused(shell.run(*login, stdin=pasted), 2)


def test_an_expired_token_has_ended(shell: Shell) -> None:
    from datetime import timedelta

    token = shell.live.sandbox.token("meera.sharma@example.com", lifetime=timedelta(hours=-1))
    login = ("login", "--institution", "riverside", "--token-stdin", "--store", "file")

    refused(shell.run(*login, stdin=token), 3)
    assert session_files(shell) == []


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (("login",), "--institution"),
        (("login", "--institution", "riverside"), "--email"),
        (("login", "--institution", "riverside", "--email", "a@b.example"), "--password-stdin"),
    ],
)
def test_nothing_is_asked_where_nobody_can_answer(shell: Shell, words: tuple[str, ...], missing: str) -> None:
    assert f"Give {missing}." in refused(shell.run(*words), 2)


def test_an_empty_password_is_not_sent(shell: Shell) -> None:
    refused(shell.run(*IN_A_FILE, stdin="\n"), 2)

    assert not shell.live.sandbox.visits


@pytest.mark.parametrize("words", [IN_A_FILE, (*MEERA[:-1], "--token-stdin", "--store", "file")])
def test_what_is_no_text_is_refused_before_anything_is_sent(shell: Shell, words: tuple[str, ...]) -> None:
    assert "UTF-8" in refused(shell.run(*words, stdin=b"hunter2 \xe4\n"), 2)

    assert not shell.live.sandbox.visits


def test_bytes_that_the_terminal_could_not_read_are_sent_as_they_are(shell: Shell) -> None:
    assert "not accepted" in refused(shell.run(*IN_A_FILE, stdin="hunter\udce4\n"), 3)


def test_a_password_that_nobody_wants_to_type_is_no_fault(environ: dict[str, str]) -> None:
    program = [sys.executable, "-m", "optilearn_tui", *MEERA[:-1]]
    with PseudoTerminal(program, environ={**os.environ, **environ}) as terminal:
        terminal.wait_for("Password: ")
        terminal.press("\x04")
        terminal.wait_for("Nothing was given.")


@pytest.mark.parametrize("option", ["--password", "--token"])
@pytest.mark.parametrize("form", ["{option}=hunter2", "{option} hunter2"])
def test_a_secret_on_the_command_line_is_refused_and_not_repeated(
    shell: Shell, option: str, form: str
) -> None:
    outcome = shell.run(*MEERA[:-1], *form.format(option=option).split())

    assert (outcome.code, outcome.out) == (2, "")
    assert f"{option}-stdin takes it safely" in outcome.err
    assert "hunter2" not in outcome.err


def test_signing_out_forgets_the_session_and_tells_the_truth(shell: Shell) -> None:
    shell.run(*IN_A_FILE, stdin=PASSWORD)

    outcome = shell.run("logout")

    assert (outcome.code, outcome.err) == (0, "")
    assert "this computer has forgotten the session" in outcome.out
    assert "may stay valid on the server" in outcome.out
    assert session_files(shell) == []
    assert shell.run("whoami").code == 3


def test_signing_out_twice_does_no_harm(shell: Shell) -> None:
    outcome = shell.run("logout")

    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Nobody was signed in; there is nothing to forget.\n"


def test_signing_out_says_that_the_environment_still_holds_a_session(parent: Shell) -> None:
    outcome = parent.run("logout")

    assert "unset that variable" in outcome.out + outcome.err


def test_signing_in_remembers_the_institution_and_the_kind_of_account(shell: Shell) -> None:
    shell.run(*IN_A_FILE, stdin=PASSWORD)

    written = (Path(shell.environ["OPTILEARN_CONFIG_DIR"]) / "settings.toml").read_text(encoding="utf-8")
    assert 'institution = "riverside"' in written
    assert 'account_kind = "parent"' in written
    assert "session" not in written
