"""`optilearn doctor`: its report, its JSON and its exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.api.clock import utc_now
from optilearn_tui.sandbox.live import LiveSandbox
from tests.cli.conftest import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def now(shell: Shell) -> Iterator[Shell]:
    """A shell beside a school at the present moment, which is what its server tells."""
    with LiveSandbox(clock=utc_now) as live:
        shell.environ |= {"OPTICRM_BASE_DOMAIN": live.base_domain, "OPTILEARN_INSTITUTION": "riverside"}
        yield Shell(shell.environ, utc_now, shell.capture, shell.monkeypatch, live)


def test_all_in_order_ends_in_zero(now: Shell) -> None:
    now.sign_in("meera.sharma@example.com")

    outcome = now.run("doctor")

    assert (outcome.code, outcome.err) == (0, "")
    assert "✓ Children: 3 children are linked to this account" in outcome.out
    assert outcome.out.endswith("1 thing deserves attention.\n")


def test_something_wrong_ends_in_one(now: Shell) -> None:
    now.sign_in("aarav.sharma@example.com")

    outcome = now.run("doctor")

    assert outcome.code == 1
    assert "✗ Kind of account: This is a student's account" in outcome.out
    assert "    Next step: Sign in with a parent's" in outcome.out


def test_a_school_that_cannot_be_reached_ends_in_five(now: Shell) -> None:
    now.live.stop()

    outcome = now.run("doctor", "--json")

    assert outcome.code == 5
    assert isinstance(outcome.json, dict)
    wrong = [(row["check"], row["reason"]) for row in outcome.json["checks"] if row["result"] == "failed"]
    assert wrong == [("connection", "refused")]


def test_settings_that_no_other_command_can_work_with_are_examined_all_the_same(now: Shell) -> None:
    folder = Path(now.environ["OPTILEARN_CONFIG_DIR"])
    folder.mkdir()
    (folder / "settings.toml").write_text("language = [\n", "utf-8")

    outcome = now.run("doctor")

    assert outcome.code == 1
    assert "settings.toml, line 2 is not valid TOML." in outcome.out
    assert "✓ Sign-in service: " in outcome.out


def test_a_parent_and_a_student_go_together(now: Shell) -> None:
    outcome = now.run("doctor", "--parent", "c-meera")

    assert (outcome.code, outcome.out) == (2, "")
    assert "--parent and --student go together" in outcome.err


def test_a_link_is_asked_about_with_the_service_key(now: Shell) -> None:
    now.use_key()

    outcome = now.run("doctor", "--parent", "c-meera", "--student", "c-aarav", "--json")

    assert outcome.code == 0
    assert isinstance(outcome.json, dict)
    assert outcome.json["checks"][-1] == {
        "check": "link",
        "result": "ok",
        "reason": "linked",
        "evidence": {
            "parent": "c-meera",
            "student": "c-aarav",
            "childrenOfParent": ["c-aarav", "c-diya", "c-kabir"],
            "parentsOfStudent": ["c-meera", "c-rajiv"],
            "relation": "MOTHER",
        },
        "nextStep": None,
    }


def test_no_secret_is_printed_and_no_file_is_written(now: Shell) -> None:
    now.sign_in("meera.sharma@example.com")
    now.environ |= {"OPTICRM_API_KEY": now.live.sandbox.api_key, "NEXTAUTH_SECRET": "s" * 40}

    outcome = now.run("doctor", "--parent", "c-meera", "--student", "c-aarav")

    for name in ("OPTILEARN_SESSION_TOKEN", "OPTICRM_API_KEY", "NEXTAUTH_SECRET"):
        assert now.environ[name] not in outcome.out + outcome.err
    kept = [now.environ[f"OPTILEARN_{folder}_DIR"] for folder in ("CONFIG", "DATA", "CACHE")]
    assert not any(file.is_file() for folder in kept for file in Path(folder).rglob("*"))


def test_which_of_two_accounts_is_meant_can_be_said(now: Shell) -> None:
    for email in ("meera.sharma@example.com", "principal@riverside.example"):
        kind = "staff" if email.startswith("principal") else "parent"
        words = ("login", "--email", email, "--as", kind, "--password-stdin", "--store", "file")
        assert now.run(*words, stdin="sandbox-2026").code == 0

    outcome = now.run("--account", "meera", "doctor")

    assert "it is meera.sharma@example.com" in outcome.out
    assert "Accounts kept here: 2" in outcome.out


def test_what_is_not_known_is_not_fine(now: Shell) -> None:
    now.use_key()
    now.live.sandbox.weather.answer("parents", status=500)

    outcome = now.run("doctor", "--parent", "c-meera", "--student", "c-aarav")

    assert outcome.code == 1
    assert "? Link between parent and student: " in outcome.out
    assert "1 thing is not known." in outcome.out


def test_its_json_says_the_same_in_every_language(now: Shell) -> None:
    def steps(*words: str) -> list[object]:
        told = now.run("doctor", "--json", *words).json
        assert isinstance(told, dict)
        return [(row["check"], row["result"], row["reason"], row["nextStep"]) for row in told["checks"]]

    assert steps("--lang", "hi") == steps("--lang", "en")
