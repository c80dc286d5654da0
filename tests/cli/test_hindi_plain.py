"""What commands print in Hindi: no English is left in their text, their help, or their complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_help import COMMANDS
from tests.english_left import bundled_school, english_left

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Shell

OWN = (
    *COMMANDS,
    *("parent", "staff", "file", "memory", "keyring", "none", "auto", "en", "hi", "large", "small"),
    *("fees", "html", "empty", "redirect", "riverside"),
)
"""What is typed as it stands: commands, and the values that options can have."""

PARENT = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"
STUDENT = "aarav.sharma@example.com"

TOLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (PARENT, ("whoami",)),
    (PARENT, ("children",)),
    (PARENT, ("overview", "c-aarav")),
    (PARENT, ("overview", "c-diya")),
    (PARENT, ("overview", "c-kabir")),
    (PARENT, ("overview", "sharma")),
    (PARENT, ("overview", "nobody")),
    (PARENT, ("classes",)),
    (PARENT, ("logout",)),
    (STUDENT, ("children",)),
    (STUDENT, ("roster", "8-B")),
    (PRINCIPAL, ("whoami",)),
    (PRINCIPAL, ("classes",)),
    (PRINCIPAL, ("roster", "8-B")),
    (PRINCIPAL, ("roster", "B")),
    (PRINCIPAL, ("roster", "12-Z")),
    (PRINCIPAL, ("student", "c-aarav", "--fees")),
    (PRINCIPAL, ("student", "c-nobody")),
    (PRINCIPAL, ("find", "meera")),
    (PRINCIPAL, ("find", "nobody")),
    (PRINCIPAL, ("targeting",)),
    (PRINCIPAL, ("targeting", "--student", "c-aarav")),
    (PRINCIPAL, ("targeting", "--section", "8-B")),
    (PRINCIPAL, ("targeting", "--course", "course-debate")),
    (PRINCIPAL, ("login", "--institution", "riverside")),
)


def left_in(outcome: Outcome, *typed: str) -> list[str]:
    """The English in everything a command said."""
    return english_left(outcome.out + "\n" + outcome.err, bundled_school(), also=(*OWN, *typed))


@pytest.mark.parametrize(("email", "words"), TOLD, ids=lambda value: " ".join(value) if value else None)
def test_what_a_command_tells_is_in_hindi(shell: Shell, email: str, words: tuple[str, ...]) -> None:
    shell.sign_in(email)
    shell.keep_sections("section-8-B", "section-8-A", "section-5-A", "section-5-B")

    outcome = shell.run(*words, "--lang", "hi")

    assert outcome.out + outcome.err
    assert left_in(outcome, "nobody", "sharma", "Z", "c", "course", "debate") == []


@pytest.mark.parametrize("part", ["children", "overview", "fees", "attendance"])
@pytest.mark.parametrize("trouble", ["500", "html"])
def test_troubles_are_told_in_hindi(shell: Shell, part: str, trouble: str) -> None:
    shell.sign_in(PARENT)
    weather = shell.live.sandbox.weather
    if trouble == "html":
        weather.html(part)
    else:
        weather.answer(part, status=int(trouble))

    assert left_in(shell.run("overview", "c-aarav", "--lang", "hi")) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_hindi(shell: Shell, command: str) -> None:
    words = [command] if command else []

    assert left_in(shell.run(*words, "--lang", "hi", "--help")) == []


@pytest.mark.parametrize(
    "words", [("nonsense",), ("overview",), ("sandbox", "--port", "99999"), ("sandbox", "--slow", "soon")]
)
def test_wrong_usage_is_told_in_hindi(shell: Shell, words: tuple[str, ...]) -> None:
    shell.environ["OPTILEARN_LANG"] = "hi"

    assert left_in(shell.run(*words), "nonsense", "soon") == []


def test_complaints_about_settings_are_in_hindi(shell: Shell) -> None:
    shell.sign_in(PARENT)
    shell.environ |= {"OPTILEARN_LANG": "hi", "OPTILEARN_DEVANAGARI": "seven"}

    outcome = shell.run("children")

    assert outcome.err
    assert left_in(outcome, "devanagari", "cells") == []
