"""Where things lie on this machine."""

from __future__ import annotations

from pathlib import Path

from optilearn_tui.settings import Places


def test_the_environment_names_the_places(tmp_path: Path) -> None:
    places = Places.from_environment(
        {
            "OPTILEARN_CONFIG_DIR": str(tmp_path / "a"),
            "OPTILEARN_DATA_DIR": str(tmp_path / "b"),
            "OPTILEARN_CACHE_DIR": str(tmp_path / "c"),
        }
    )
    assert places == Places(tmp_path / "a", tmp_path / "b", tmp_path / "c")
    assert places.settings_file == tmp_path / "a" / "settings.toml"


def test_a_tilde_is_the_persons_home() -> None:
    assert Places.from_environment({"OPTILEARN_CONFIG_DIR": "~/x"}).config_dir == Path.home() / "x"


def test_without_them_the_system_says_where() -> None:
    places = Places.from_environment({"OPTILEARN_CONFIG_DIR": ""})
    for folder in (places.config_dir, places.data_dir, places.cache_dir):
        assert folder.is_absolute()
        assert "optilearn" in str(folder)
