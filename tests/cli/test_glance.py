"""A glance at the settings sees what reading them with care sees, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from optilearn_tui.cli.glance import glance, settings_path
from optilearn_tui.settings import Places, load


@pytest.mark.parametrize(
    "text",
    [
        "language = \"hi\"\ntheme = 'light'  # at night\n",
        '\ufefflanguage="hi"\r\n',
        '# language = "hi"\n',
        "language = hi\n",
        'language = "h\\u0069"\n',
        '[display]\nlanguage = "hi"\n',
        "language =\n",
        'light = "on" "off"\n',
        "= = =\n",
        "\x00\xff",
    ],
)
def test_what_a_glance_sees_is_what_the_file_says(text: str, tmp_path: Path) -> None:
    environ = {"OPTILEARN_CONFIG_DIR": str(tmp_path)}
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8", newline="")
    seen = glance(environ)
    assert seen.keys() <= {"language", "theme"}
    if seen:
        settings = load(Places.from_environment(environ), {})
        assert all(getattr(settings, name) == value for name, value in seen.items())


def test_both_kinds_of_quotes_are_seen_and_comments_are_not(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        "language = \"hi\"\ntheme = 'light' # at night\n", encoding="utf-8"
    )

    assert glance({"OPTILEARN_CONFIG_DIR": str(tmp_path)}) == {"language": "hi", "theme": "light"}


def test_a_file_that_is_not_there_or_is_no_text_says_nothing(tmp_path: Path) -> None:
    assert glance({"OPTILEARN_CONFIG_DIR": str(tmp_path)}) == {}
    (tmp_path / "settings.toml").write_bytes(b'language = "\xff"')

    assert glance({"OPTILEARN_CONFIG_DIR": str(tmp_path)}) == {}


@pytest.mark.parametrize("around", [None, "", " ", "/elsewhere"])
@pytest.mark.parametrize("own", [None, "/elsewhere/own", "~/own"])
def test_the_settings_are_looked_for_where_they_are(
    around: str | None, own: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if around is None:
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", around)
    environ = {"OPTILEARN_CONFIG_DIR": own} if own else {}

    assert Path(settings_path(environ)) == Places.from_environment(environ).settings_file
