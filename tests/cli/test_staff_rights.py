"""Who may use the commands for staff: with a session, with a service key, and not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

BY_KEY = [("classes",), ("roster", "8-B"), ("student", "c-aarav"), ("find", "aarav")]
COMMANDS = [*BY_KEY, ("targeting",), ("targeting", "--student", "c-aarav")]


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("as_json", [False, True])
def test_a_parent_sees_none_of_it_and_is_told_so(
    parent: Shell, words: tuple[str, ...], as_json: bool
) -> None:
    outcome = parent.run(*words, *(["--json"] if as_json else []))

    assert (outcome.code, outcome.out) == (4, "")
    assert outcome.err == (
        "This is for those who work at the school, and you are signed in as a parent. "
        "For your own children: optilearn children.\n"
    )
    assert {visit.part for visit in parent.live.sandbox.visits} == {"session"}


@pytest.mark.parametrize("words", COMMANDS)
def test_a_student_sees_none_of_it_either(shell: Shell, words: tuple[str, ...]) -> None:
    shell.sign_in("aarav.sharma@example.com")

    outcome = shell.run(*words)

    assert (outcome.code, outcome.out) == (4, "")
    assert "you are signed in as a student" in outcome.err


@pytest.mark.parametrize("words", COMMANDS)
def test_a_stranger_is_refused_by_the_school(shell: Shell, words: tuple[str, ...]) -> None:
    shell.sign_in("guest@example.com")

    outcome = shell.run(*words)

    assert (outcome.code, outcome.out) == (4, "")
    assert "not open to your account" in outcome.err


def test_no_service_key_makes_a_parent_staff(parent: Shell) -> None:
    parent.environ["OPTICRM_API_KEY"] = parent.live.sandbox.api_key

    assert parent.run("roster", "8-B").code == 4


@pytest.mark.parametrize("words", COMMANDS)
def test_nobody_without_a_key_is_not_signed_in(shell: Shell, words: tuple[str, ...]) -> None:
    shell.environ["OPTILEARN_INSTITUTION"] = "riverside"

    outcome = shell.run(*words)

    assert (outcome.code, outcome.out) == (3, "")
    assert "You are not signed in. Sign in with “optilearn login”" in outcome.err


@pytest.mark.parametrize("words", BY_KEY)
def test_a_service_key_is_enough_without_a_session(shell: Shell, words: tuple[str, ...]) -> None:
    shell.use_key()
    shell.keep_sections("section-8-B")

    outcome = shell.run(*words)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out


def test_targeting_needs_a_session_beside_the_key_and_says_so(shell: Shell) -> None:
    shell.use_key()

    outcome = shell.run("targeting", "--json")

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(
        "Courses and announcements are read with your own session; the service key is not enough."
    )
    assert not shell.live.sandbox.visits


def test_a_key_without_a_school_asks_for_the_school(shell: Shell) -> None:
    shell.use_key()
    del shell.environ["OPTILEARN_INSTITUTION"]

    outcome = shell.run("classes")

    assert (outcome.code, outcome.out) == (2, "")
    assert "No institution is chosen." in outcome.err


@pytest.mark.parametrize(("key", "code"), [("not-the-key-of-this-school", 3), ("x y", 2)])
def test_a_key_that_is_none_is_one_sentence(shell: Shell, key: str, code: int) -> None:
    shell.use_key()
    shell.environ["OPTICRM_API_KEY"] = key

    outcome = shell.run("classes")

    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1
    assert key not in outcome.err


def test_a_session_that_has_ended_gives_way_to_the_key(shell: Shell) -> None:
    sandbox = shell.live.sandbox
    shell.use_key()
    shell.environ["OPTILEARN_SESSION_TOKEN"] = sandbox.token(
        "teacher@riverside.example", lifetime=timedelta(hours=-1)
    )

    by_key = shell.run("classes")
    del shell.environ["OPTICRM_API_KEY"]
    without = shell.run("classes")

    assert by_key.code == 0
    assert by_key.err == "Your session has ended. The service key is used instead.\n"
    assert (without.code, without.out) == (3, "")


def test_a_school_that_wants_its_key_says_what_would_unlock_it(teacher: Shell) -> None:
    teacher.live.sandbox.key_only.add("riverside")

    refused = teacher.run("roster", "8-B")
    teacher.environ["OPTICRM_API_KEY"] = teacher.live.sandbox.api_key

    assert (refused.code, refused.out) == (4, "")
    assert "OPTICRM_API_KEY" in refused.err
    assert "optilearn login --service-key-stdin" in refused.err
    assert teacher.run("roster", "8-B").code == 0
    assert teacher.run("targeting", "--course", "course-py-8").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("roster", "section-8-B"),
        ("student", "c-aarav"),
        ("targeting", "--student", "c-aarav"),
        ("targeting", "--course", "course-math-8"),
        ("targeting", "--section", "section-8-B"),
        ("targeting", "--class", "class-8"),
    ],
)
def test_no_id_of_another_school_tells_anything(shell: Shell, words: tuple[str, ...]) -> None:
    shell.sign_in("teacher@springdale.example")
    shell.keep_sections("section-spv-7-a", institution="springdale")

    outcome = shell.run(*words, "--json")

    assert (outcome.code, outcome.out) == (2, "")


def test_another_school_cannot_be_named_instead(teacher: Shell) -> None:
    teacher.environ["OPTILEARN_INSTITUTION"] = "springdale"

    outcome = teacher.run("classes")

    assert (outcome.code, outcome.out) == (4, "")
    assert not teacher.live.sandbox.visits


@pytest.mark.parametrize("words", COMMANDS)
def test_no_secret_is_ever_printed(teacher: Shell, words: tuple[str, ...]) -> None:
    teacher.environ["OPTICRM_API_KEY"] = key = teacher.live.sandbox.api_key
    token = teacher.environ["OPTILEARN_SESSION_TOKEN"]
    teacher.keep_sections("section-8-B")

    outcome = teacher.run(*words, "--json")

    assert outcome.code == 0
    assert key not in outcome.out + outcome.err
    assert token not in outcome.out + outcome.err


@pytest.mark.parametrize("words", COMMANDS)
def test_a_school_that_is_closed_is_unreachable(teacher: Shell, words: tuple[str, ...]) -> None:
    teacher.live.stop()

    outcome = teacher.run(*words)

    assert (outcome.code, outcome.out) == (5, "")


@pytest.mark.parametrize("words", COMMANDS)
def test_json_never_follows_the_language(teacher: Shell, words: tuple[str, ...]) -> None:
    teacher.keep_sections("section-8-B")

    assert teacher.run(*words, "--json").out == teacher.run(*words, "--json", "--lang", "hi").out
