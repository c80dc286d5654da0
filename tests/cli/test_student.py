"""`optilearn student CONTACT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def student(shell: Shell, *words: str) -> dict[str, object]:
    outcome = shell.run("student", *words, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    told = outcome.json
    assert isinstance(told, dict)
    return told


def test_a_student_is_told_as_the_server_sent_them(teacher: Shell) -> None:
    told = student(teacher, "c-aarav")
    school = teacher.live.sandbox.data["riverside"]

    assert list(told) == ["student", "parents", "attendance", "unknown"]
    assert told["student"] == school.students["c-aarav"]
    assert told["parents"] == school.parents["c-aarav"]
    assert told["unknown"] == []


def test_fees_are_told_only_where_they_were_asked_for(shell: Shell) -> None:
    shell.sign_in("principal@riverside.example")

    fees = student(shell, "c-aarav", "--fees")["fees"]

    assert isinstance(fees, dict)
    assert list(fees) == ["status", "outstanding", "dueDate", "derivedStatus"]
    assert "Fees\n" in shell.run("student", "c-aarav", "--fees").out
    assert "Fees\n" not in shell.run("student", "c-aarav").out


def test_fees_a_role_may_not_read_are_unknown_and_named(teacher: Shell) -> None:
    told = student(teacher, "c-aarav", "--fees")

    assert told["fees"] is None
    assert told["unknown"] == [{"part": "fees", "reason": "forbidden"}]


def test_parents_stand_in_contact_order_with_relation_phone_and_email(teacher: Shell) -> None:
    outcome = teacher.run("student", "c-aarav")

    assert (outcome.code, outcome.err) == (0, "")
    headings = [section.splitlines()[0] for section in outcome.out.split("\n\n")]
    assert headings == ["Aarav Sharma", "Parents", "Attendance at school, April 2026"]
    assert (
        "Parents\n1. Rajiv Sharma\nCall first\nRelation: Father\nPhone: +91 50000 10002\nE-mail: none\n"
        "Contact id: c-rajiv\n2. Meera Sharma\nRelation: Mother\n"
    ) in outcome.out


def test_a_student_in_no_class_is_said_to_be_in_none(teacher: Shell) -> None:
    assert "Leela Thomas\nIn no class now.\n" in teacher.run("student", "c-leela").out
    told = student(teacher, "c-leela")["student"]
    assert isinstance(told, dict)
    assert told["currentEnrolment"] is None


def test_a_student_without_parents_is_not_one_whose_parents_are_unknown(teacher: Shell) -> None:
    assert "The school lists no parent of this student.\n" in teacher.run("student", "c-8-B-06").out
    assert student(teacher, "c-8-B-06")["parents"] == []

    teacher.live.sandbox.weather.answer("parents", status=500)

    told = student(teacher, "c-8-B-06")
    assert told["parents"] is None
    assert told["unknown"] == [{"part": "parents", "reason": "server-trouble"}]
    assert "Parents\nNot known: " in teacher.run("student", "c-8-B-06").out


def test_attendance_is_the_schools_whole_month(teacher: Shell) -> None:
    sent = teacher.live.sandbox.data["riverside"].attendance["c-aarav"]
    days = ("2026-03-31", "2026-04-01", "2026-04-15")
    sent[:] = [{"date": day, "status": "LATE", "note": "bus"} for day in days]

    assert student(teacher, "c-aarav")["attendance"] == sent[1:]


@pytest.mark.parametrize("contact", ["c-nobody", "Aarav", "..", "c-rohan"])
def test_an_id_no_student_has_is_wrong_usage(teacher: Shell, contact: str) -> None:
    outcome = teacher.run("student", contact)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"No student has the contact id “{contact}”. “optilearn find NAME” finds it out.\n"


@pytest.mark.parametrize(("trouble", "code"), [("500", 1), ("html", 1), ("403", 4), ("503", 5)])
def test_a_record_that_fails_is_the_commands_failure(teacher: Shell, trouble: str, code: int) -> None:
    teacher.live.sandbox.weather.fail("student", trouble)

    outcome = teacher.run("student", "c-aarav", "--json")

    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("part", ["parents", "attendance", "fees"])
def test_a_session_that_ends_on_the_way_is_no_missing_part(teacher: Shell, part: str) -> None:
    teacher.live.sandbox.weather.answer(part, status=401)
    teacher.live.sandbox.weather.body("session", "null")
    teacher.live.sandbox.weather.body(
        "session", '{"user": {"id": "u-teacher", "role": "TEACHER", "institutionSlug": "riverside"}}', times=1
    )

    outcome = teacher.run("student", "c-aarav", "--fees", "--json")

    assert (outcome.code, outcome.out) == (3, "")
    assert "Your session has ended." in outcome.err


def test_a_student_in_hindi_has_no_english_label(teacher: Shell) -> None:
    english = teacher.run("student", "c-aarav").out
    hindi = teacher.run("student", "c-aarav", "--lang", "hi").out

    labels = {line.partition(":")[0] for line in english.splitlines() if ":" in line}
    assert labels
    assert not labels & {line.partition(":")[0] for line in hindi.splitlines()}
