"""The list of accounts on a machine."""

from __future__ import annotations

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.accounts import Directory
from optilearn_tui.accounts.turns import turn
from optilearn_tui.api.kinds import PersonKind
from tests.accounts.people import account
from tests.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from optilearn_tui.settings import Places

MEERA = account("meera@example.com", name="Meera Sharma")
JOHN = account("john@example.com", at=NOON + timedelta(hours=1))


@pytest.fixture
def file(places: Places) -> Path:
    """Where the list lies."""
    return places.data_dir / "accounts.json"


def test_what_is_noted_is_known_to_the_next_run_the_one_used_last_first(places: Places) -> None:
    full = replace(
        MEERA, school="Riverside", contact_id="c-meera", expires=NOON, kind=PersonKind.STAFF, role="TEACHER"
    )
    Directory.at(places).note(full, lasting=True)
    Directory.at(places).note(JOHN, lasting=True)
    assert Directory.at(places).known() == (JOHN, full)
    assert Directory.at(places).known("elsewhere.example") == ()


def test_the_list_is_its_owners_alone(places: Places, file: Path) -> None:
    Directory.at(places).note(MEERA, lasting=True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_does_not_last_is_known_in_this_run_only(places: Places, file: Path) -> None:
    directory = Directory.at(places)
    directory.note(MEERA, lasting=False)
    assert directory.known() == (MEERA,)
    assert not directory.lasts(MEERA.key)
    assert not file.parent.exists()


def test_a_directory_without_a_file_forgets_with_the_run(places: Places) -> None:
    directory = Directory(None, [MEERA])
    directory.note(JOHN, lasting=True)
    assert directory.known() == (JOHN, MEERA)
    assert Directory(None).known() == ()
    assert not places.data_dir.exists()


def test_one_account_goes_and_the_others_stay(places: Places) -> None:
    directory = Directory.at(places)
    for each in (MEERA, JOHN):
        directory.note(each, lasting=True)
    directory.drop(MEERA)
    assert Directory.at(places).known() == (JOHN,)


def test_with_the_last_account_the_file_goes_too(places: Places, file: Path) -> None:
    directory = Directory.at(places)
    directory.note(MEERA, lasting=True)
    directory.drop(MEERA)
    directory.drop(JOHN)
    assert list(file.parent.iterdir()) == []


def test_an_account_that_another_run_has_signed_out_of_does_not_come_back(places: Places) -> None:
    here, elsewhere = Directory.at(places), Directory.at(places)
    here.note(MEERA, lasting=True)
    elsewhere.drop(MEERA)
    assert not here.renew(MEERA)
    assert here.known() == ()


def test_what_is_new_about_an_account_is_written_down(places: Places) -> None:
    Directory.at(places).note(MEERA, lasting=True)
    assert Directory.at(places).renew(replace(MEERA, expires=NOON))
    assert Directory.at(places).known() == (replace(MEERA, expires=NOON),)


def test_two_runs_at_once_lose_nobody(places: Places) -> None:
    everybody = [account(f"p{number}@example.com") for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda each: Directory.at(places).note(each, lasting=True), everybody))
    assert {each.person for each in Directory.at(places).known()} == {each.person for each in everybody}


def test_a_run_that_hangs_in_its_turn_does_not_hold_up_another_for_ever(tmp_path: Path) -> None:
    with turn(tmp_path), turn(tmp_path, patience=0):
        entered = True
    assert entered


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"accounts": 7}',
        b'{"accounts": [7, null, {}]}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_list_says_nothing_and_is_begun_anew(places: Places, file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    assert Directory.at(places).known() == ()
    Directory.at(places).note(MEERA, lasting=True)
    assert Directory.at(places).known() == (MEERA,)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("person", ""),
        ("person", 7),
        ("institution", "evil.com/"),
        ("institution", "learn"),
        ("kind", "headmaster"),
        ("lastUsed", "yesterday"),
        ("expires", "never"),
    ],
)
def test_an_entry_that_makes_no_sense_is_passed_over(
    places: Places, file: Path, key: str, value: object
) -> None:
    for each in (MEERA, JOHN):
        Directory.at(places).note(each, lasting=True)
    content = json.loads(file.read_text())
    next(row for row in content["accounts"] if row["person"] == MEERA.person)[key] = value
    file.write_text(json.dumps(content))
    assert Directory.at(places).known() == (JOHN,)


def test_a_list_that_may_not_be_written_is_an_error_and_the_account_is_known_for_the_run(
    places: Places,
) -> None:
    places.data_dir.write_text("a file where the folder should be")
    directory = Directory.at(places)
    with pytest.raises(OSError, match=r"\[Errno"):
        directory.note(MEERA, lasting=True)
    assert directory.known() == (MEERA,)
