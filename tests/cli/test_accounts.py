"""`optilearn accounts`, and commands on behalf of one of several accounts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PASSWORD = "sandbox-2026\n"
MEERA = "meera.sharma@example.com"
PRINCIPAL = "principal@riverside.example"
SUNITA = "sunita.verma@example.com"


def sign_in(shell: Shell, institution: str, email: str, kind: str = "parent") -> None:
    words = ("login", "--institution", institution, "--as", kind, "--email", email, "--password-stdin")
    assert shell.run(*words, "--store", "file", stdin=PASSWORD).code == 0


@pytest.fixture
def family(shell: Shell) -> Shell:
    """A computer on which two people of one school and one of another have signed in, in that order."""
    sign_in(shell, "riverside", MEERA)
    sign_in(shell, "riverside", PRINCIPAL, "staff")
    sign_in(shell, "springdale", SUNITA)
    return shell


def who(shell: Shell, *words: str) -> object:
    told = shell.run("whoami", "--json", *words).json
    assert isinstance(told, dict)
    return told["email"]


def listed(shell: Shell) -> dict[str, bool]:
    """The accounts, and which of them is the default."""
    told = shell.run("accounts", "--json").json
    assert isinstance(told, list)
    return {row["account"]: row["default"] for row in told}


def test_the_accounts_are_listed_without_asking_any_school(family: Shell) -> None:
    family.live.sandbox.visits.clear()

    told = family.run("accounts", "--json").json

    assert isinstance(told, list)
    assert not family.live.sandbox.visits
    assert list(told[0]) == [
        "account",
        "institution",
        "school",
        "name",
        "email",
        "kind",
        "contactId",
        "expires",
        "lastUsed",
        "default",
    ]
    assert {row["account"]: (row["kind"], row["default"]) for row in told} == {
        f"riverside/{MEERA}": ("parent", False),
        f"riverside/{PRINCIPAL}": ("staff", False),
        f"springdale/{SUNITA}": ("parent", True),
    }


def test_the_accounts_are_listed_in_sentences(family: Shell) -> None:
    outcome = family.run("accounts")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("3 accounts on this computer\n\n")
    assert f"Account: riverside/{MEERA}\n" in outcome.out
    assert "Signed in as: staff\n" in outcome.out
    assert outcome.out.count("The program begins with this account.") == 1
    assert "(in 4 weeks)" in outcome.out


def test_without_an_account_the_list_says_how_to_get_one(shell: Shell) -> None:
    outcome = shell.run("accounts")

    assert (outcome.code, outcome.out) == (0, "")
    assert "optilearn login" in outcome.err
    assert shell.run("accounts", "--json").json == []


def test_a_command_is_on_behalf_of_whoever_signed_in_last(family: Shell) -> None:
    assert who(family) == SUNITA


@pytest.mark.parametrize(
    "words", [("--account", MEERA), ("--account", "meera"), (f"--account=riverside/{MEERA}",)]
)
def test_a_command_can_be_on_behalf_of_another(family: Shell, words: tuple[str, ...]) -> None:
    assert who(family, *words) == MEERA
    assert family.run(*words, "children").code == 0
    assert who(family) == SUNITA


def test_the_environment_can_name_the_account(family: Shell) -> None:
    family.environ["OPTILEARN_ACCOUNT"] = "principal"

    assert who(family) == PRINCIPAL
    assert who(family, "--account", MEERA) == MEERA


def test_the_default_can_be_chosen(family: Shell) -> None:
    assert family.run("accounts", "--default", "meera").code == 0

    assert who(family) == MEERA
    assert listed(family)[f"riverside/{MEERA}"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nobody", "No account on this computer is called “nobody”."),
        ("riverside", "“riverside” may mean several accounts."),
    ],
)
@pytest.mark.parametrize(
    "words", [("whoami", "--account"), ("logout", "--account"), ("accounts", "--default")]
)
def test_a_name_that_is_not_one_account_is_refused_with_what_there_is(
    family: Shell, words: tuple[str, ...], name: str, sentence: str
) -> None:
    family.live.sandbox.visits.clear()

    outcome = family.run(*words, name)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(sentence)
    assert f"riverside/{MEERA}" in outcome.err
    assert not family.live.sandbox.visits


def test_signing_out_of_one_leaves_the_others_signed_in(family: Shell) -> None:
    outcome = family.run("logout", "--account", PRINCIPAL)

    assert outcome.code == 0
    assert outcome.err.startswith("Still on this computer: ")
    assert f"springdale/{SUNITA}" in outcome.err
    assert f"riverside/{MEERA}" in outcome.err
    assert who(family) == SUNITA
    assert who(family, "--account", MEERA) == MEERA
    assert PRINCIPAL not in str(listed(family))


def test_after_signing_out_of_the_default_the_one_used_last_goes_on(family: Shell) -> None:
    who(family, "--account", PRINCIPAL)
    family.run("logout", "--account", SUNITA)

    assert who(family) in {MEERA, PRINCIPAL}


def test_signing_out_of_everybody_leaves_no_trace_of_anybody(family: Shell) -> None:
    who(family, "--account", MEERA)
    family.run("children", "--account", MEERA)

    outcome = family.run("logout", "--all")

    assert outcome.code == 0
    assert outcome.out.count("this computer has forgotten the session") == 3
    folders = [Path(family.environ[f"OPTILEARN_{name}_DIR"]) for name in ("CONFIG", "DATA", "CACHE")]
    written = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    for trace in (MEERA, PRINCIPAL, SUNITA, "riverside", "springdale", "Sharma", "c-meera"):
        assert not [file for file in written if trace.encode() in file.read_bytes() or trace in file.name]
    assert family.run("whoami").code == 3


def test_everybody_and_somebody_do_not_go_together(family: Shell) -> None:
    assert family.run("logout", "--all", "--account", MEERA).code == 2
    assert len(listed(family)) == 3


def test_an_account_whose_session_has_ended_can_still_be_forgotten(family: Shell) -> None:
    family.live.sandbox.weather.body("session", "null")
    assert family.run("whoami").code == 3
    family.live.sandbox.weather.clear()

    outcome = family.run("logout")

    assert (outcome.code, outcome.out.count("forgotten the account")) == (0, 1)
    assert f"springdale/{SUNITA}" not in listed(family)


def test_a_damaged_list_of_accounts_stops_nobody(family: Shell) -> None:
    (Path(family.environ["OPTILEARN_DATA_DIR"]) / "accounts.json").write_text('{"accounts": [')

    assert who(family) == SUNITA
    assert list(listed(family)) == [f"springdale/{SUNITA}"]


def test_where_nothing_is_to_be_kept_nothing_is_and_what_was_can_be_forgotten(family: Shell) -> None:
    settings = Path(family.environ["OPTILEARN_CONFIG_DIR"]) / "settings.toml"
    settings.write_text("keep_nothing = true\n" + settings.read_text())

    assert family.run("whoami").code == 3
    outcome = family.run(
        *("login", "--institution", "riverside", "--email", MEERA, "--password-stdin"), stdin=PASSWORD
    )
    assert (outcome.code, outcome.out) == (0, "Signed in as Meera Sharma at riverside.\n")
    assert "keep_nothing" in outcome.err
    assert family.run("logout", "--all").code == 0
    assert json.loads(family.run("accounts", "--json").out) == []


def test_the_list_speaks_hindi(family: Shell) -> None:
    outcome = family.run("--lang", "hi", "accounts")

    assert outcome.code == 0
    assert f"riverside/{MEERA}" in outcome.out


def test_a_choice_that_the_environment_overrules_is_not_said_to_hold(family: Shell) -> None:
    family.environ["OPTILEARN_ACCOUNT"] = SUNITA

    outcome = family.run("accounts", "--json", "--default", MEERA)

    assert outcome.code == 0
    assert isinstance(outcome.json, list)
    assert [row["email"] for row in outcome.json if row["default"]] == [SUNITA]
    assert "OPTILEARN_ACCOUNT" in outcome.err
    del family.environ["OPTILEARN_ACCOUNT"]
    assert listed(family)[f"riverside/{MEERA}"]
