"""Files that are their owner's alone and never half-written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from optilearn_tui.private_file import make_private_folder, write_private

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_new_folder_on_the_way_is_private(tmp_path: Path) -> None:
    write_private(tmp_path / "a" / "b" / "file", b"x")
    assert [_mode(tmp_path / "a"), _mode(tmp_path / "a" / "b")] == [0o700, 0o700]
    assert _mode(tmp_path / "a" / "b" / "file") == 0o600


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir(mode=0o755)
    make_private_folder(tmp_path / "mine")
    assert _mode(tmp_path / "mine") == 0o755


def test_a_public_file_becomes_private_when_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o644)
    write_private(file, b"new")
    assert (file.read_bytes(), _mode(file)) == (b"new", 0o600)


def test_what_cannot_be_written_leaves_the_old_content_and_no_rubbish(tmp_path: Path) -> None:
    file = tmp_path / "folder"
    file.mkdir()
    (file / "inside").write_text("kept")
    with pytest.raises(OSError, match="irectory"):
        write_private(file, b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder"]
