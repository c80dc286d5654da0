"""Places for secrets that do not work, and sessions and keys that are not what they should be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import jwt
import keyring
import pytest

from optilearn_tui.api.token import parse_token
from optilearn_tui.credentials import AccountKey, FileStore
from optilearn_tui.doctor import Check, Result
from optilearn_tui.doctor.words import worded
from tests.credentials.backends import Broken, Hanging, Locked, WithoutPrompter
from tests.doctor.examined import MEERA, Machine, findings_of, skipped_because_of, wrong_in

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from optilearn_tui.sandbox.live import LiveSandbox

OF_THE_PERSON = {Check.WHO_AM_I, Check.PERSON, Check.SESSION_AT_SCHOOL, Check.SESSION_AT_LEARN}


async def test_a_computer_without_a_keyring_is_told_what_that_means(machine: Machine) -> None:
    found = await machine.examined()

    assert (found[Check.KEYRING].result, found[Check.KEYRING].reason) == (Result.WARNING, "missing")
    assert "--store file" in worded(found[Check.KEYRING]).next_step
    assert wrong_in(found) == {}


async def test_nobody_signed_in_deserves_attention_and_no_more(machine: Machine) -> None:
    found = await machine.examined()

    assert (found[Check.SESSION].result, found[Check.SESSION].reason) == (Result.WARNING, "none")
    assert skipped_because_of(Check.SESSION, found) >= OF_THE_PERSON


@pytest.mark.parametrize(
    ("backend", "reason"), [(Locked, "locked"), (WithoutPrompter, "locked"), (Broken, "failed")]
)
async def test_a_keyring_that_does_not_open_is_named(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    backend: type[KeyringBackend],
    reason: str,
) -> None:
    allowed = f"{backend.__module__}.{backend.__qualname__}"
    monkeypatch.setattr("optilearn_tui.doctor.case.ALLOWED_BACKENDS", {allowed})
    keyring.set_keyring(backend())

    found = await machine.examined()

    assert (found[Check.KEYRING].result, found[Check.KEYRING].reason) == (Result.WARNING, reason)
    assert "hunter2" not in repr(found)


async def test_a_keyring_that_never_answers_holds_nothing_else_up(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = Hanging()
    allowed = f"{Hanging.__module__}.{Hanging.__qualname__}"
    monkeypatch.setattr("optilearn_tui.doctor.case.ALLOWED_BACKENDS", {allowed})
    monkeypatch.setattr("optilearn_tui.doctor.case.KEYRING_PATIENCE", 0.05)
    keyring.set_keyring(backend)

    found = await machine.examined()
    backend.answered.set()

    assert found[Check.KEYRING].reason == "timeout"
    assert found[Check.SIGN_IN].result is Result.OK
    assert (found[Check.SESSION].result, found[Check.SESSION].reason) == (Result.UNKNOWN, "out-of-sight")
    assert found[Check.SESSION].evidence["notLookedInto"] == ["keyring"]


async def test_a_file_that_others_can_read_is_named(machine: Machine) -> None:
    assert machine.sandbox is not None
    token = parse_token(machine.sandbox.account(MEERA).session_token)
    entry = AccountKey(machine.environ["OPTICRM_BASE_DOMAIN"], "riverside")
    await FileStore(machine.places.data_dir).save(entry, token)
    next((machine.places.data_dir / "sessions").iterdir()).chmod(0o644)

    found = await machine.examined()

    assert wrong_in(found) == {Check.PRIVATE_FILE: "exposed"}
    assert (found[Check.SESSION].result, found[Check.SESSION].reason) == (Result.UNKNOWN, "out-of-sight")


async def test_a_session_kept_in_a_file_is_found_and_left_as_it_is(machine: Machine) -> None:
    assert machine.sandbox is not None
    token = parse_token(machine.sandbox.account(MEERA).session_token)
    entry = AccountKey(machine.environ["OPTICRM_BASE_DOMAIN"], "riverside")
    await FileStore(machine.places.data_dir).save(entry, token)
    before = {file: file.read_bytes() for file in machine.folder.rglob("*") if file.is_file()}

    found = await machine.examined()

    assert found[Check.SESSION].evidence["keptIn"] == "file"
    assert found[Check.KEYRING].reason == "file-instead"
    assert found[Check.CHILDREN].result is Result.OK
    assert before == {file: file.read_bytes() for file in machine.folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    ("token", "reason"),
    [
        ("hunter2/is/my/password", "token-characters"),
        ("eyJhbGciOiJub25lIn0.e30.", "token-unsigned"),
        ("short", "token-length"),
    ],
)
async def test_what_can_be_no_session_is_named_and_not_sent(
    machine: Machine, token: str, reason: str
) -> None:
    machine.hold(token)

    found = await machine.examined()

    assert wrong_in(found) == {Check.SESSION: reason}
    assert worded(found[Check.SESSION]).sentence.startswith("OPTILEARN_SESSION_TOKEN: ")
    assert token not in repr(found)
    assert skipped_because_of(Check.SESSION, found) >= OF_THE_PERSON


async def test_a_session_of_another_school_is_named_and_not_sent(machine: Machine) -> None:
    machine.sign_in(MEERA)
    machine.environ["OPTILEARN_INSTITUTION"] = "springdale"

    found = await machine.examined()

    assert wrong_in(found) == {Check.SESSION: "other-institution"}
    assert "is for riverside, and you asked for springdale" in worded(found[Check.SESSION]).sentence
    assert machine.sandbox is not None
    assert {visit.part for visit in machine.sandbox.visits} == {"institution", "providers"}


async def test_a_session_that_is_over_by_its_own_word_is_still_shown_to_the_school(machine: Machine) -> None:
    assert machine.sandbox is not None
    machine.hold(machine.sandbox.token(MEERA, lifetime=timedelta(hours=-1)))

    found = await machine.examined()

    assert found[Check.SESSION].reason == "expired"
    assert wrong_in(found) == {Check.WHO_AM_I: "ended"}
    assert "Sign in again" in worded(found[Check.WHO_AM_I]).next_step


async def test_a_session_that_the_school_has_ended_is_named(machine: Machine, school: LiveSandbox) -> None:
    machine.sign_in(MEERA)
    school.sandbox.weather.body("session", "null")

    found = await machine.examined()

    assert wrong_in(found) == {Check.WHO_AM_I: "ended"}
    assert found[Check.SESSION].result is Result.OK


async def test_a_wrong_secret_is_told_from_a_wrong_session(machine: Machine) -> None:
    machine.sign_in(MEERA)
    machine.environ["NEXTAUTH_SECRET"] = "not the secret of the school, and long enough"

    found = await machine.examined()

    assert (found[Check.SESSION].result, found[Check.SESSION].reason) == (Result.WARNING, "wrong-secret")
    assert "NEXTAUTH_SECRET" in worded(found[Check.SESSION]).sentence
    assert found[Check.WHO_AM_I].result is Result.OK
    assert "not the secret of" not in repr(found)


@pytest.mark.parametrize(("key", "reason"), [("hunter2\x07hunter2", "characters"), ("hunter2", "length")])
async def test_what_can_be_no_service_key_is_named(machine: Machine, key: str, reason: str) -> None:
    machine.use_key(key)

    found = await machine.examined()

    assert wrong_in(found) == {Check.SERVICE_KEY: reason}
    assert "hunter2" not in repr(found)


async def test_a_machine_of_the_schools_own_needs_nobody_signed_in(machine: Machine) -> None:
    machine.use_key()

    found = await machine.examined()

    assert found[Check.SESSION].reason == "key-instead"
    assert found[Check.KEY_AT_SCHOOL].result is Result.OK
    assert wrong_in(found) == {}


async def test_where_nothing_is_kept_nothing_of_earlier_runs_is_found(machine: Machine) -> None:
    assert machine.sandbox is not None
    token = parse_token(machine.sandbox.account(MEERA).session_token)
    entry = AccountKey(machine.environ["OPTICRM_BASE_DOMAIN"], "riverside")
    await FileStore(machine.places.data_dir).save(entry, token)
    machine.settle("keep_nothing = true\n")

    found = await machine.examined()

    assert found[Check.KEYRING].reason == "keep-nothing"
    assert found[Check.SESSION].reason == "none"


async def test_the_right_secret_proves_a_session_without_asking_anybody(machine: Machine) -> None:
    secret = "the secret of another school, and long enough"
    claims = {"email": MEERA, "institutionSlug": "riverside", "exp": int(machine.clock().timestamp()) + 3600}
    machine.environ["NEXTAUTH_SECRET"] = secret
    machine.hold(jwt.encode(claims, secret))

    found = await machine.examined()

    assert (found[Check.SESSION].result, found[Check.SESSION].reason) == (Result.OK, "verified")
    assert found[Check.SESSION].evidence["verified"] is True
    assert wrong_in(found) == {Check.WHO_AM_I: "ended"}


async def test_somebody_whom_this_machine_does_not_know_is_named(machine: Machine) -> None:
    case = replace(machine.case(), who="nobody@example.com")

    found = await findings_of(case)

    assert wrong_in(found) == {Check.INSTITUTION: "invalid"}
    assert "nobody@example.com" in worded(found[Check.INSTITUTION]).sentence
