"""`optilearn overview CHILD`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

KEYS = [
    "child",
    "courses",
    "recentGrades",
    "upcoming",
    "liveClasses",
    "attendance",
    "gamification",
    "certificates",
    "fees",
    "unknown",
]


def overview(shell: Shell, child: str) -> dict[str, object]:
    outcome = shell.run("overview", child, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    told = outcome.json
    assert isinstance(told, dict)
    return told


def unknown(told: dict[str, object]) -> dict[str, str]:
    named = told["unknown"]
    assert isinstance(named, list)
    return {each["part"]: each["reason"] for each in named}


def test_the_overview_has_the_promised_keys_in_order(parent: Shell) -> None:
    told = overview(parent, "c-aarav")

    assert list(told) == KEYS
    assert told["unknown"] == []


@pytest.mark.parametrize("child", ["c-aarav", "rps-0801", "Aarav", "AARAV sharma"])
def test_a_child_is_named_by_id_code_or_part_of_the_name(parent: Shell, child: str) -> None:
    named = overview(parent, child)["child"]

    assert isinstance(named, dict)
    assert named["contactId"] == "c-aarav"


def test_a_hindi_name_finds_its_child(parent: Shell) -> None:
    named = overview(parent, "दीया")["child"]

    assert isinstance(named, dict)
    assert named["name"] == "दीया शर्मा"


def test_every_part_agrees_with_the_servers_data(parent: Shell) -> None:
    told = overview(parent, "c-aarav")
    sent = parent.live.sandbox.data["riverside"].overviews["c-aarav"]

    for part in ("courses", "recentGrades", "upcoming", "gamification", "certificates"):
        assert _covers(told[part], sent[part]), part


def _covers(told: object, sent: object) -> bool:
    """Whether everything the server sent is told; a key that it left out may be null."""
    if isinstance(sent, dict):
        return isinstance(told, dict) and all(_covers(told[key], value) for key, value in sent.items())
    if isinstance(sent, list):
        return isinstance(told, list) and all(map(_covers, told, sent)) and len(told) == len(sent)
    return told == sent


def test_a_child_with_nothing_yet_has_empty_parts_and_no_fee_record(parent: Shell) -> None:
    told = overview(parent, "c-kabir")

    assert told["courses"] == []
    assert told["certificates"] == []
    assert told["attendance"] == []
    assert told["fees"] is None
    assert unknown(told) == {"fees": "not-found"}


def test_fees_say_as_well_what_follows_from_balance_and_due_date(parent: Shell) -> None:
    fees = overview(parent, "c-aarav")["fees"]

    assert isinstance(fees, dict)
    assert list(fees) == ["status", "outstanding", "dueDate", "derivedStatus"]
    assert fees["derivedStatus"] in {"PAID", "DUE", "OVERDUE"}


@pytest.mark.parametrize(
    ("trouble", "reason"), [("500", "server-trouble"), ("html", "unreadable"), ("403", "forbidden")]
)
def test_a_part_that_fails_is_null_and_named_while_the_rest_stands(
    parent: Shell, trouble: str, reason: str
) -> None:
    parent.live.sandbox.weather.fail("fees", trouble)
    parent.live.sandbox.weather.fail("attendance", trouble)

    told = overview(parent, "c-aarav")

    assert told["fees"] is None
    assert told["attendance"] is None
    assert told["courses"]
    assert unknown(told) == {"fees": reason, "attendance": reason}


def test_a_part_the_server_leaves_out_is_null_and_named(parent: Shell) -> None:
    child = parent.live.sandbox.data["riverside"].overviews["c-aarav"]
    del child["certificates"]
    live = child["liveClasses"]
    assert isinstance(live, dict)
    del live["missedThisMonth"]

    told = overview(parent, "c-aarav")

    assert told["certificates"] is None
    assert unknown(told) == {"liveClasses.missedThisMonth": "left-out", "certificates": "left-out"}
    plain = parent.run("overview", "c-aarav").out
    assert "Live classes missed this month: not known (the school's answer does not say)\n" in plain
    assert "Certificates\nNot known: the school's answer does not say\n" in plain


@pytest.mark.parametrize(("trouble", "code"), [("500", 1), ("html", 1), ("403", 4)])
def test_an_overview_that_fails_is_the_commands_failure(parent: Shell, trouble: str, code: int) -> None:
    parent.live.sandbox.weather.fail("overview", trouble)

    outcome = parent.run("overview", "c-aarav", "--json")

    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1


def test_an_ambiguous_name_lists_the_candidates(parent: Shell) -> None:
    outcome = parent.run("overview", "sharma")

    assert (outcome.code, outcome.out) == (2, "")
    assert "“sharma” may mean several children" in outcome.err
    assert "c-aarav  Aarav Sharma\n" in outcome.err
    assert "c-diya" not in outcome.err


def test_a_name_no_child_has_lists_all_of_them(parent: Shell) -> None:
    outcome = parent.run("overview", "zoe")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[0] == "None of your children is called “zoe”. They are:"
    assert len(outcome.err.splitlines()) == 4


def test_another_familys_child_is_no_child_of_yours(parent: Shell) -> None:
    assert parent.run("overview", "c-anna").code == 2


def test_plain_text_is_headings_and_one_fact_a_line(parent: Shell) -> None:
    outcome = parent.run("overview", "c-aarav")

    assert (outcome.code, outcome.err) == (0, "")
    headings = [section.splitlines()[0] for section in outcome.out.split("\n\n")]
    assert headings == [
        "Aarav Sharma",
        "At a glance",
        "Courses",
        "Recent grades",
        "Upcoming work",
        "Live classes",
        "Attendance at school, April 2026",
        "Streak, points and badges",
        "Certificates",
        "Fees",
    ]
    assert "\x1b" not in outcome.out


def test_brackets_in_a_name_stay_as_they_are(parent: Shell) -> None:
    assert parent.run("overview", "c-kabir").out.startswith("Kabir [KD] Sharma [/]\n")


def test_attendance_is_asked_for_the_schools_whole_month(parent: Shell) -> None:
    sent = parent.live.sandbox.data["riverside"].attendance["c-aarav"]
    days = ("2026-03-31", "2026-04-01", "2026-04-15")
    sent[:] = [{"date": day, "status": "LATE", "note": "bus"} for day in days]

    assert overview(parent, "c-aarav")["attendance"] == sent[1:]
