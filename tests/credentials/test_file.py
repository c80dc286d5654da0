"""Sessions in private files, for those who asked."""

from __future__ import annotations

import os
import stat
import traceback
from pathlib import Path

import pytest

from optilearn_tui.credentials import AccountKey, FileStore, StoreUnavailable
from tests.credentials.conftest import RIVERSIDE, SPRINGDALE, make_token

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")


async def test_what_is_saved_is_found_by_a_later_run(tmp_path: Path) -> None:
    await FileStore(tmp_path).save(RIVERSIDE, make_token())
    assert await FileStore(tmp_path).load(RIVERSIDE) == make_token()
    assert await FileStore(tmp_path).load(SPRINGDALE) is None


async def test_looking_makes_no_folder(tmp_path: Path) -> None:
    assert await FileStore(tmp_path / "data").load(RIVERSIDE) is None
    assert not (tmp_path / "data").exists()


@posix_only
async def test_the_file_and_its_folder_are_private(tmp_path: Path) -> None:
    await FileStore(tmp_path).save(RIVERSIDE, make_token())
    (file,) = (tmp_path / "sessions").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@posix_only
async def test_a_file_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    await store.save(RIVERSIDE, make_token())
    (file,) = (tmp_path / "sessions").iterdir()
    file.chmod(0o644)
    with pytest.raises(StoreUnavailable, match="exposed"):
        await store.load(RIVERSIDE)
    await store.save(RIVERSIDE, make_token(300))
    assert await store.load(RIVERSIDE) == make_token(300)


async def test_erasing_removes_the_file(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    await store.save(RIVERSIDE, make_token())
    await store.erase(RIVERSIDE)
    await store.erase(RIVERSIDE)
    assert list((tmp_path / "sessions").iterdir()) == []


async def test_a_port_in_the_base_domain_makes_no_other_path(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    await store.save(AccountKey("localhost:8400", "riverside"), make_token())
    (file,) = (tmp_path / "sessions").iterdir()
    assert ":" not in file.name


async def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    await store.save(RIVERSIDE, make_token())
    (file,) = (tmp_path / "sessions").iterdir()
    file.write_text("\x00 half")
    with pytest.raises(StoreUnavailable, match="lost"):
        await store.load(RIVERSIDE)


async def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("in the way")
    with pytest.raises(StoreUnavailable, match="failed"):
        await FileStore(tmp_path).save(RIVERSIDE, make_token())


async def test_what_is_told_of_a_file_that_cannot_be_written_holds_no_secret(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("in the way")
    with pytest.raises(StoreUnavailable) as caught:
        await FileStore(tmp_path).save(RIVERSIDE, make_token())
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert make_token().reveal() not in shown


async def test_erasing_takes_along_what_a_run_that_was_killed_left_half_written(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    await store.save(RIVERSIDE, make_token())
    await store.save(SPRINGDALE, make_token())
    (file, other) = sorted((tmp_path / "sessions").iterdir())
    file.with_name(f".{file.name}.k1lled__").write_text("half a token")
    await store.erase(RIVERSIDE)
    assert list((tmp_path / "sessions").iterdir()) == [other]
