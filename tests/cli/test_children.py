"""`optilearn children`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def test_children_come_in_switcher_order_as_the_server_sent_them(parent: Shell) -> None:
    told = parent.run("children", "--json").json

    assert isinstance(told, list)
    assert [child["contactId"] for child in told] == ["c-diya", "c-aarav", "c-kabir"]
    sent = parent.live.sandbox.data["riverside"].children["c-meera"]
    by_id = {row["contactId"]: row for row in sent}
    for child in told:
        row = by_id[child["contactId"]]
        assert {key: child[key] for key in row} == row


def test_children_are_listed_one_fact_a_line(parent: Shell) -> None:
    outcome = parent.run("children")

    assert outcome.code == 0
    assert outcome.out.startswith("3 children\n\nदीया शर्मा\nPrimary child\nClass: 5\nSection: A\n")
    assert "Kabir [KD] Sharma [/]\n" in outcome.out


def test_a_parent_without_children_is_told_so(parent: Shell) -> None:
    parent.live.sandbox.weather.body("children", '{"data": [], "error": null}')

    assert parent.run("children").out == "No child is linked to this account.\n"
    assert parent.run("children", "--json").json == []


def test_staff_have_no_children_here(shell: Shell) -> None:
    shell.sign_in("principal@riverside.example")

    outcome = shell.run("children")

    assert (outcome.code, outcome.out) == (4, "")
    assert "not open to your account" in outcome.err


def test_a_school_that_is_closed_is_unreachable(parent: Shell) -> None:
    parent.live.stop()

    outcome = parent.run("children")

    assert (outcome.code, outcome.out) == (5, "")
    assert "does not answer. Check your internet connection" in outcome.err


def test_a_session_of_another_institution_is_not_sent_there(parent: Shell) -> None:
    parent.environ["OPTILEARN_INSTITUTION"] = "springdale"

    outcome = parent.run("children")

    assert (outcome.code, outcome.out) == (4, "")
    assert "This sign-in is for riverside, and you asked for springdale." in outcome.err
    assert not parent.live.sandbox.visits
