"""`optilearn roster SECTION`."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def sent(shell: Shell, section_id: str) -> list[dict[str, object]]:
    """The section's rows as the server has them, roll numbers as text."""
    rows = shell.live.sandbox.data["riverside"].rosters[section_id]
    return [{**row, "rollNumber": row["rollNumber"] and str(row["rollNumber"])} for row in rows]


@pytest.mark.parametrize("section", ["section-8-B", "8-B", "8b", "8 b"])
def test_a_section_is_named_by_id_or_name(teacher: Shell, section: str) -> None:
    outcome = teacher.run("roster", section, "--json")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.json == sent(teacher, "section-8-B")


def test_csv_has_the_same_columns_and_rows_whatever_the_language(teacher: Shell) -> None:
    english = teacher.run("roster", "1-C", "--csv")
    hindi = teacher.run("roster", "1-C", "--csv", "--lang", "hi")

    assert (english.code, english.err) == (0, "")
    assert english.out == hindi.out
    assert english.out.startswith("studentContactId,name,rollNumber\r\n")
    rows = list(csv.DictReader(io.StringIO(english.out, newline="")))
    assert rows == [{**row, "rollNumber": row["rollNumber"] or ""} for row in sent(teacher, "section-1-C")]


def test_no_name_in_csv_is_a_formula_or_steers_a_terminal(teacher: Shell) -> None:
    teacher.live.sandbox.weather.body(
        "roster",
        '{"data": [{"studentContactId": "-1", "name": "=HYPERLINK(\\"http://evil.example\\")\\u001b[31m"},'
        ' {"studentContactId": "b", "name": "+91 50000 10001", "rollNumber": null}]}',
    )

    assert teacher.run("roster", "8-B", "--csv").out == (
        "studentContactId,name,rollNumber\r\n"
        '\'-1,"\'=HYPERLINK(""http://evil.example"")[31m",?\r\n'
        "b,'+91 50000 10001,\r\n"
    )


def test_a_roster_is_a_line_a_student_with_the_time_of_reading(teacher: Shell) -> None:
    outcome = teacher.run("roster", "8-B")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("8-B\n36 students\nAs of: Wed 15 Apr, 12:00 pm\n\nRoll number 1: ")
    assert "Roll number 4: Aarav Sharma (c-aarav)\n" in outcome.out
    assert "No roll number: Kabir [KD] Sharma [/] (c-kabir)\n" in teacher.run("roster", "1-C").out


def test_an_empty_section_is_not_an_unknown_one(teacher: Shell) -> None:
    assert "Nobody sits in this section.\n" in teacher.run("roster", "9-D").out
    assert teacher.run("roster", "9-D", "--json").json == []
    assert teacher.run("roster", "9-D", "--csv").out == "studentContactId,name,rollNumber\r\n"


def test_an_ambiguous_name_lists_the_candidates(teacher: Shell) -> None:
    outcome = teacher.run("roster", "d")
    several = teacher.run("roster", "C")

    assert outcome.code == 0
    assert (several.code, several.out) == (2, "")
    first, *candidates = several.err.splitlines()
    assert first == "“C” may mean several sections. Give an id from this list:"
    assert "section-8-C  8-C, 2026-27" in candidates
    assert len(candidates) == 6


@pytest.mark.parametrize("section", ["zz", "section-8-Z", "..", "../classes", "c-aarav", " "])
def test_a_name_no_section_has_is_wrong_usage(teacher: Shell, section: str) -> None:
    outcome = teacher.run("roster", section, "--json")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"No section is called “{section}”. “optilearn classes” lists them.\n"


def test_an_id_that_is_in_no_catalogue_is_still_asked_for(teacher: Shell) -> None:
    teacher.live.sandbox.weather.body("classes", '{"data": [{"id": "class-8", "name": "8"}]}')

    outcome = teacher.run("roster", "section-8-B", "--json")

    assert outcome.json == sent(teacher, "section-8-B")


def test_csv_and_json_at_once_is_wrong_usage(teacher: Shell) -> None:
    outcome = teacher.run("roster", "8-B", "--csv", "--json")

    assert (outcome.code, outcome.out) == (2, "")
    assert "not allowed with argument --csv" in outcome.err
