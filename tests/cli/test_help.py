"""`--help`, `--version` and wrong usage: at once, in both languages, with the promised exit codes."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from optilearn_tui import __version__

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

COMMANDS = (
    "demo",
    "sandbox",
    "login",
    "logout",
    "accounts",
    "whoami",
    "doctor",
    "children",
    "overview",
    "classes",
    "roster",
    "student",
    "find",
    "targeting",
)
HEAVY = ("textual", "rich", "pydantic", "httpx", "keyring", "babel", "starlette", "uvicorn", "jwt", "asyncio")

ASK_FOR_HELP = f"""
import sys
from optilearn_tui.cli import main
code = main(sys.argv[1:], environ={{}})
print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["--help"], ["overview", "--help"], ["--version"], ["nonsense"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", ASK_FOR_HELP, *words], capture_output=True, text=True, check=True
    )

    assert asked.stderr.splitlines()[-1] == f"{2 if words == ['nonsense'] else 0} []"


def test_python_dash_m_is_the_same_program() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "optilearn_tui", "--version"], capture_output=True, text=True, check=False
    )

    assert (asked.returncode, asked.stdout, asked.stderr) == (0, f"optilearn {__version__}\n", "")


@pytest.mark.parametrize(("command", "option"), [("login", "--password-stdin"), ("roster", "--csv")])
def test_the_help_of_a_command_is_about_that_command(shell: Shell, command: str, option: str) -> None:
    page = shell.run(command, "--help").out

    assert f"usage: optilearn {command}" in page
    assert option in page


def test_help_names_the_commands_there_are_and_no_others(shell: Shell) -> None:
    outcome = shell.run("--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert re.findall(r"^ {4}(\S+)", outcome.out, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_speaks_hindi(shell: Shell, command: str) -> None:
    words = [command] if command else []
    english = shell.run(*words, "--lang", "en", "--help").out
    hindi = shell.run(*words, "--lang", "hi", "--help").out

    for word in ("usage:", "options:", "show this help", "language:"):
        assert word in english
        assert word not in hindi
    assert "positional arguments" not in hindi
    assert any("\u0900" <= character <= "\u097f" for character in hindi)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nonsense",), "invalid choice: 'nonsense'"),
        (("overview",), "the following arguments are required: CHILD"),
        (("overview", "a", "b"), "unrecognized arguments: b"),
        (("--lang", "fr"), "invalid choice: 'fr'"),
        (("login", "--password-stdin", "--token-stdin"), "not allowed with argument --password-stdin"),
        (("login", "--email"), "expected one argument"),
        (("login", "--emai", "a@b.example"), "unrecognized arguments: --emai a@b.example"),
        (("sandbox", "--port", "99999"), "a port is a number from 0 to 65535"),
        (("sandbox", "--slow", "-1"), "a time in milliseconds is a whole number"),
        (("sandbox", "--slow", "soon"), "a time in milliseconds is a whole number"),
        (("whoami", "--json=yes"), "ignored explicit argument 'yes'"),
        (("roster",), "the following arguments are required: SECTION"),
        (("student",), "the following arguments are required: CONTACT"),
        (("find",), "the following arguments are required: TEXT"),
        (("targeting", "--course"), "expected one argument"),
    ],
)
def test_wrong_usage_is_told_on_standard_error_in_both_languages(
    shell: Shell, words: tuple[str, ...], told: str
) -> None:
    english = shell.run(*words)
    shell.environ["OPTILEARN_LANG"] = "hi"
    hindi = shell.run(*words)

    assert (english.code, english.out) == (2, "")
    assert "usage: optilearn" in english.err
    assert told in english.err
    assert (hindi.code, hindi.out) == (2, "")
    assert told not in hindi.err
    assert "usage:" not in hindi.err
    assert "error:" not in hindi.err


@pytest.mark.parametrize(
    "words", [("--lang", "hi", "children"), ("children", "--lang", "hi"), ("children", "--lang=hi")]
)
def test_the_language_may_be_named_before_or_behind_the_command(
    parent: Shell, words: tuple[str, ...]
) -> None:
    assert "children" not in parent.run(*words).out


def test_the_last_language_named_counts(parent: Shell) -> None:
    assert "3 children" in parent.run("--lang", "hi", "children", "--lang", "en").out


def test_json_never_follows_the_language(parent: Shell) -> None:
    english = parent.run("overview", "c-aarav", "--json", "--lang", "en").out
    hindi = parent.run("overview", "c-aarav", "--json", "--lang", "hi").out

    assert english == hindi
