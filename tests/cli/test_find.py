"""`optilearn find TEXT`."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.cli.find import may_be_student_code
from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

SECTIONS = ("section-8-B", "section-5-A", "section-1-C")
PROGRAM = (sys.executable, "-m", "optilearn_tui")


@pytest.fixture
def desk(teacher: Shell) -> Shell:
    """A teacher at a school of three sections, in which the three children of one family sit."""
    teacher.keep_sections(*SECTIONS)
    return teacher


def found(shell: Shell, text: str) -> list[dict[str, object]]:
    outcome = shell.run("find", text, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    told = outcome.json
    assert isinstance(told, dict)
    assert list(told) == ["found", "unknown"]
    assert told["unknown"] == []
    assert isinstance(told["found"], list)
    return told["found"]


def ids(shell: Shell, text: str) -> list[object]:
    return [each["contactId"] for each in found(shell, text)]


def environ(shell: Shell) -> dict[str, str]:
    return {**os.environ, **shell.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Meera", "name"),
        ("meera.sharma@example.com", "email"),
        ("+91 50000 10001", "phone"),
        ("050000-10001", "phone"),
        ("c-meera", "contactId"),
    ],
)
def test_a_parent_is_found_by_whatever_can_be_told_and_leads_to_all_children(
    desk: Shell, text: str, by: str
) -> None:
    (meera,) = found(desk, text)

    assert (meera["kind"], meera["contactId"], meera["by"]) == ("parent", "c-meera", by)
    children = meera["children"]
    assert isinstance(children, list)
    assert {child["contactId"] for child in children} == {"c-aarav", "c-diya", "c-kabir"}
    assert {child["linkedBy"] for child in children} == {"contact"}


def test_a_student_is_found_with_section_and_parents(desk: Shell) -> None:
    (aarav,) = found(desk, "aarav sharma")

    assert (aarav["kind"], aarav["contactId"], aarav["by"]) == ("student", "c-aarav", "name")
    assert aarav["sections"] == [{"id": "section-8-B", "name": "8-B", "rollNumber": "4"}]
    assert aarav["parents"] == desk.live.sandbox.data["riverside"].parents["c-aarav"]
    assert aarav["studentCode"] is None


def test_a_student_code_is_looked_up_in_every_record(desk: Shell) -> None:
    (aarav,) = found(desk, "rps-0801")

    assert (aarav["contactId"], aarav["studentCode"], aarav["by"]) == ("c-aarav", "RPS-0801", "studentCode")


@pytest.mark.parametrize(
    ("text", "worth_it"),
    [
        ("RPS-0801", True),
        ("0801", True),
        ("SPV-2026-00801", True),
        ("Aarav", False),
        ("50000 10001", False),
        ("a1@b.example", False),
    ],
)
def test_records_are_read_for_what_may_be_a_student_code(text: str, worth_it: bool) -> None:
    assert may_be_student_code(text) is worth_it


def test_everybody_who_fits_is_told_in_words(desk: Shell) -> None:
    outcome = desk.run("find", "sharma")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(
        "4 people found\n\n"
        "Aarav Sharma\nStudent\nSection: 8-B, roll number 4\nContact id: c-aarav\n"
        "Father: Rajiv Sharma, +91 50000 10002\n"
        "Mother: Meera Sharma, +91 50000 10001, meera.sharma@example.com\nFound by: name\n"
    )
    assert "Child: Kabir [KD] Sharma [/], 1-C, c-kabir\n" in outcome.out


def test_nobody_found_after_looking_everywhere_is_an_answer(desk: Shell) -> None:
    outcome = desk.run("find", "zzz")

    assert (outcome.code, outcome.out, outcome.err) == (0, "Nobody was found.\n", "")
    assert found(desk, "zzz") == []


def test_what_could_not_be_read_is_named_and_never_silently_missing(desk: Shell) -> None:
    weather = desk.live.sandbox.weather
    weather.answer("roster", status=500, contact_id="section-8-B")
    weather.answer("parents", status=500, contact_id="c-diya")

    outcome = desk.run("find", "sharma", "--json")

    told = outcome.json
    assert outcome.code == 0
    assert isinstance(told, dict)
    assert told["unknown"] == [
        {"part": "roster", "id": "section-8-B", "reason": "server-trouble"},
        {"part": "parents", "id": "c-diya", "reason": "server-trouble"},
    ]
    first, second, third = outcome.err.splitlines()
    assert first.startswith("The roster of 8-B was not read: ")
    assert second.startswith("The parents of दीया शर्मा were not read: ")
    assert third == "Not everybody was looked at: somebody may be missing."


def test_nobody_is_said_to_be_found_only_where_everybody_was_looked_at(desk: Shell) -> None:
    desk.live.sandbox.weather.answer("roster", status=500, contact_id="section-8-B")

    assert desk.run("find", "zzz").out == ""


def test_a_class_that_leaves_its_sections_out_is_a_gap_as_well(desk: Shell) -> None:
    classes = desk.live.sandbox.data["riverside"].classes
    del classes["class-8"]["sections"]

    outcome = desk.run("find", "aarav")

    assert outcome.out == ""
    assert outcome.err.startswith(
        "The sections of Class 8 are not known: the school's answer does not say.\n"
    )


@pytest.mark.parametrize(("status", "code"), [(500, 1), (403, 4), (503, 5)])
def test_a_school_that_tells_no_roster_at_all_is_a_failure(desk: Shell, status: int, code: int) -> None:
    desk.live.sandbox.weather.answer("roster", status=status)

    outcome = desk.run("find", "aarav")

    assert (outcome.code, outcome.out) == (code, "")
    assert "3 rosters were not read (" in outcome.err


def test_a_session_that_ends_on_the_way_tells_what_was_found_until_then_and_fails(desk: Shell) -> None:
    weather = desk.live.sandbox.weather
    weather.answer("parents", status=401)
    weather.body("session", "null")
    weather.body(
        "session", '{"user": {"id": "u-teacher", "role": "TEACHER", "institutionSlug": "riverside"}}', times=1
    )

    outcome = desk.run("find", "aarav sharma")

    assert outcome.code == 3
    assert "Aarav Sharma\nStudent\n" in outcome.out
    assert "The parents were not read.\n" in outcome.out
    assert "were not read (" in outcome.err
    assert "Your session has ended." in outcome.err


@pytest.mark.parametrize("as_json", [False, True])
def test_ctrl_c_tells_what_was_found_so_far_and_what_was_not_read(desk: Shell, as_json: bool) -> None:
    desk.keep_sections("section-1-C")
    gate = desk.live.sandbox.weather.hold("parents")
    words = ["find", "kabir", *(["--json"] if as_json else [])]
    with subprocess.Popen(
        [*PROGRAM, *words], env=environ(desk), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        asyncio.run(gate.reached())
        program.send_signal(signal.SIGINT)
        out, err = program.communicate()
    gate.release()

    assert program.returncode == 130
    assert "Kabir [KD] Sharma [/]" in out
    assert '"reason": "stopped"' in out if as_json else "The parents were not read." in out
    assert "The parents of 31 students were not read (" in err
    assert "and 21 more): the reading was stopped.\n" in err
    assert "Traceback" not in err


def test_ctrl_c_before_anything_is_known_is_quiet(desk: Shell) -> None:
    gate = desk.live.sandbox.weather.hold("classes")
    with subprocess.Popen(
        [*PROGRAM, "find", "kabir"],
        env=environ(desk),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        asyncio.run(gate.reached())
        program.send_signal(signal.SIGINT)
        out, err = program.communicate()
    gate.release()

    assert (program.returncode, out, err) == (130, "", "")


def test_progress_is_told_where_somebody_watches(desk: Shell) -> None:
    gate = desk.live.sandbox.weather.hold("parents")
    with PseudoTerminal([*PROGRAM, "find", "meera"], environ=environ(desk)) as terminal:
        terminal.wait_for("Reading parents: 0 of 99")
        gate.release()
        terminal.wait_for("Found by: name")
        terminal.wait_for_exit()

    assert terminal.exit_status == 0


def test_people_are_found_in_hindi(shell: Shell) -> None:
    shell.sign_in("teacher@springdale.example")
    shell.keep_sections("section-spv-7-a", institution="springdale")

    outcome = shell.run("find", "वर्मा", "--lang", "hi")

    assert outcome.code == 0
    assert "रोहन वर्मा\n" in outcome.out
    assert "Found" not in outcome.out
    assert "Student" not in outcome.out
