"""Choices are written with care."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from optilearn_tui.settings import Places, UnreadableSettings, UnwritableSettings, load, remember

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
not_as_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root"
)


def test_the_first_choice_makes_the_file(places: Places) -> None:
    remember(places, institution="Riverside", account_kind="parent")
    settings = load(places, {})
    assert (settings.institution, settings.account_kind) == ("riverside", "parent")


@posix_only
def test_file_and_folder_are_private(places: Places) -> None:
    remember(places, theme="dark")
    assert stat.S_IMODE(places.settings_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(places.config_dir.stat().st_mode) == 0o700


def test_comments_and_order_stay(places: Places, settings_file: Path) -> None:
    settings_file.write_text('# My school\ntheme = "dark"  # for the evening\n\n[later]\nx = 1\n')
    remember(places, theme="light", language="hi")
    text = settings_file.read_text()
    assert text.startswith('# My school\ntheme = "light"  # for the evening\n')
    assert text.index("language") < text.index("[later]")


def test_none_takes_a_choice_out(places: Places) -> None:
    remember(places, theme="dark", language="hi")
    remember(places, theme=None)
    settings = load(places, {})
    assert (settings.theme, settings.language) == (None, "hi")


@pytest.mark.parametrize("content", [b"theme = = 1\n", b"\xff\xfe"])
def test_an_unreadable_file_is_never_written_over(
    places: Places, settings_file: Path, content: bytes
) -> None:
    settings_file.write_bytes(content)
    with pytest.raises(UnreadableSettings):
        remember(places, theme="dark")
    assert settings_file.read_bytes() == content
    assert os.listdir(places.config_dir) == [settings_file.name]  # noqa: PTH208


def test_a_choice_that_cannot_be_is_not_written(places: Places) -> None:
    with pytest.raises(ValueError, match="theme"):
        remember(places, theme="\x1b[2J")
    with pytest.raises(KeyError):
        remember(places, password="hunter2")
    assert not places.settings_file.exists()


@posix_only
@not_as_root
def test_a_folder_that_may_not_be_written_is_told(places: Places) -> None:
    places.config_dir.mkdir(mode=0o500)
    with pytest.raises(UnwritableSettings, match="permission"):
        remember(places, theme="dark")


def test_a_linked_file_stays_linked(places: Places, settings_file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text('theme = "dark"\n')
    settings_file.symlink_to(kept)
    remember(places, theme="light")
    assert settings_file.is_symlink()
    assert kept.read_text() == 'theme = "light"\n'


def test_nothing_new_writes_nothing(places: Places) -> None:
    remember(places, theme="dark")
    before = places.settings_file.stat().st_ino
    remember(places, theme="dark")
    assert places.settings_file.stat().st_ino == before
