"""Under which names secrets are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.credentials import AccountKey, FileStore, ServiceKeyEntry
from tests.credentials.conftest import make_token

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = ("", "meera@example.com", "john@example.com", "t-7", "मीरा@उदाहरण.भारत", "../../etc", "a" * 320)


def test_no_two_entries_share_a_name() -> None:
    names = {
        AccountKey(domain, slug, person).name
        for domain in ("opticrm.app", "localhost:8400")
        for slug in ("riverside", "springdale")
        for person in PEOPLE
    }
    assert len(names) == 2 * 2 * len(PEOPLE)
    assert ServiceKeyEntry("opticrm.app", "riverside").name not in names


@pytest.mark.parametrize("person", PEOPLE)
def test_a_name_is_short_and_plain_and_does_not_tell_who_it_is(person: str) -> None:
    name = AccountKey("opticrm.app", "riverside", person).name
    assert name.isascii()
    assert len(name) < 60
    assert not person or person not in name


@pytest.mark.parametrize("person", PEOPLE)
async def test_two_people_of_one_school_have_a_file_each(tmp_path: Path, person: str) -> None:
    store = FileStore(tmp_path)
    other = AccountKey("opticrm.app", "riverside", "somebody else")
    mine = AccountKey("opticrm.app", "riverside", person)
    await store.save(mine, make_token())
    assert await store.load(other) is None
    assert await store.load(mine) == make_token()
    assert folders_with_files(tmp_path) == [tmp_path / "sessions"]


def folders_with_files(folder: Path) -> list[Path]:
    return [file.parent for file in folder.rglob("*") if file.is_file()]
