"""`optilearn whoami`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def test_whoami_tells_the_promised_keys_in_order(parent: Shell) -> None:
    told = parent.run("whoami", "--json").json

    assert isinstance(told, dict)
    assert list(told) == [
        "institution",
        "name",
        "email",
        "role",
        "isContact",
        "contactType",
        "contactId",
        "expires",
        "source",
    ]
    assert told | {"expires": None} == {
        "institution": "riverside",
        "name": "Meera Sharma",
        "email": "meera.sharma@example.com",
        "role": None,
        "isContact": True,
        "contactType": "CONTACT_PARENT",
        "contactId": "c-meera",
        "expires": None,
        "source": "environment",
    }
    assert told["expires"].endswith("Z")


def test_whoami_says_it_in_sentences(parent: Shell) -> None:
    outcome = parent.run("whoami")

    assert outcome.code == 0
    assert "Name: Meera Sharma\n" in outcome.out
    assert "Signed in as: parent\n" in outcome.out
    assert "Session valid until: Fri 15 May, 12:00 pm (in 4 weeks)\n" in outcome.out
    assert "Session kept in: the environment, for this run only\n" in outcome.out


@pytest.mark.parametrize(
    ("email", "kind"),
    [
        ("aarav.sharma@example.com", "student"),
        ("principal@riverside.example", "staff (PRINCIPAL)"),
        ("guest@example.com", "neither parent, student nor staff"),
    ],
)
def test_everybody_learns_what_they_are_signed_in_as(shell: Shell, email: str, kind: str) -> None:
    shell.sign_in(email)

    assert f"Signed in as: {kind}\n" in shell.run("whoami").out


def test_nobody_is_told_how_to_sign_in(shell: Shell) -> None:
    outcome = shell.run("whoami", "--json")

    assert (outcome.code, outcome.out) == (3, "")
    assert "You are not signed in. Sign in with “optilearn login”" in outcome.err


def test_a_session_that_is_over_says_so(shell: Shell) -> None:
    shell.live.sandbox.weather.body("session", "null")
    shell.sign_in("meera.sharma@example.com")

    outcome = shell.run("whoami")

    assert (outcome.code, outcome.out) == (3, "")
    assert "Your session has ended." in outcome.err


def test_the_session_itself_is_never_printed(parent: Shell) -> None:
    token = parent.environ["OPTILEARN_SESSION_TOKEN"]

    for words in (["whoami"], ["whoami", "--json"], ["children"], ["overview", "aarav", "--json"]):
        outcome = parent.run(*words)
        assert token not in outcome.out + outcome.err
