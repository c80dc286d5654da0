"""A place for settings that belongs to one test."""

from __future__ import annotations

from pathlib import Path

import pytest

from optilearn_tui.settings import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Three folders that do not exist yet."""
    return Places(tmp_path / "config", tmp_path / "data", tmp_path / "cache")


@pytest.fixture
def settings_file(places: Places) -> Path:
    """The settings file's path, its folder made."""
    places.config_dir.mkdir()
    return places.settings_file
