"""`optilearn classes`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from tests.cli.conftest import Shell


def test_classes_are_told_as_the_server_sent_them(teacher: Shell) -> None:
    outcome = teacher.run("classes", "--json")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.json == list(teacher.live.sandbox.data["riverside"].classes.values())


def test_classes_are_listed_with_the_ids_and_names_of_their_sections(teacher: Shell) -> None:
    outcome = teacher.run("classes")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("10 classes, 27 sections\n\nClass 1\nClass id: class-1\nYear: 2026-27\n")
    assert "Section: 8-B (section-8-B)\n" in outcome.out


def test_classes_speak_hindi(teacher: Shell) -> None:
    outcome = teacher.run("classes", "--lang", "hi")

    assert "कक्षा" in outcome.out
    assert "Class" not in outcome.out
    assert "section-8-B" in outcome.out


def test_a_school_without_classes_is_told_so(teacher: Shell) -> None:
    teacher.live.sandbox.weather.body("classes", '{"data": [], "error": null}')

    assert teacher.run("classes").out == "The school lists no class.\n"
    assert teacher.run("classes", "--json").json == []


def test_sections_the_school_leaves_out_are_not_known_and_empty_ones_are_none(teacher: Shell) -> None:
    teacher.live.sandbox.weather.body(
        "classes", '{"data": [{"id": "a", "name": "8"}, {"id": "b", "name": "9", "sections": []}]}'
    )

    told = teacher.run("classes", "--json").json
    assert told == [
        {"id": "a", "name": "8", "year": None, "sections": None},
        {"id": "b", "name": "9", "year": None, "sections": []},
    ]
    words = teacher.run("classes").out
    assert words.startswith("2 classes\n")
    assert "Sections: not known (the school's answer does not say)" in words
    assert "No sections." in words


def test_classes_that_were_told_a_moment_ago_are_not_asked_for_again(teacher: Shell) -> None:
    token = teacher.environ.pop("OPTILEARN_SESSION_TOKEN")
    assert teacher.run("login", "--token-stdin", "--store", "file", stdin=token).code == 0
    first = teacher.run("classes", "--json").json
    teacher.live.sandbox.weather.answer("classes", status=500)

    assert teacher.run("classes", "--json").json == first


def test_a_command_says_what_went_wrong_instead_of_an_old_answer(teacher: Shell, noon: Clock) -> None:
    token = teacher.environ.pop("OPTILEARN_SESSION_TOKEN")
    assert teacher.run("login", "--token-stdin", "--store", "file", stdin=token).code == 0
    assert teacher.run("classes").code == 0
    teacher.live.sandbox.weather.answer("classes", status=500)
    teacher.clock = lambda: noon() + timedelta(minutes=11)

    assert teacher.run("classes").code != 0
