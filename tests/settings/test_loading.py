"""What settings a run begins with, and whence."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from optilearn_tui.settings import Complaint, Fault, Places, Settings, Source, UnreadableSettings, load

CHOSEN = """\
# My school
institution = "Riverside"
account_kind = "parent"
language = "hi"
theme = "dark"
time_zone = "Asia/Dubai"
refresh_seconds = 120
"""


def test_a_person_who_has_chosen_nothing_gets_the_defaults(places: Places) -> None:
    settings = load(places, {})
    assert settings == Settings(file=places.settings_file)
    assert settings.zone == ZoneInfo("Asia/Kolkata")
    assert settings.refresh_seconds == 300
    assert settings.source_of("theme") is Source.DEFAULT
    assert not places.config_dir.exists()


def test_the_file_says_what_was_chosen(places: Places, settings_file: Path) -> None:
    settings_file.write_text(CHOSEN)
    settings = load(places, {})
    assert settings.institution == "riverside"
    assert settings.account_kind == "parent"
    assert settings.language == "hi"
    assert settings.theme == "dark"
    assert settings.zone == ZoneInfo("Asia/Dubai")
    assert settings.refresh_seconds == 120
    assert settings.complaints == ()
    assert settings.source_of("institution") is Source.FILE


def test_the_environment_wins_over_the_file(places: Places, settings_file: Path) -> None:
    settings_file.write_text(CHOSEN)
    settings = load(places, {"OPTILEARN_INSTITUTION": "springdale", "OPTILEARN_LANG": "en_IN.UTF-8"})
    assert (settings.institution, settings.language) == ("springdale", "en")
    assert settings.source_of("institution") is Source.ENVIRONMENT
    assert settings.source_of("theme") is Source.FILE


def test_an_empty_variable_counts_as_not_set(places: Places, settings_file: Path) -> None:
    settings_file.write_text(CHOSEN)
    assert load(places, {"OPTILEARN_LANG": ""}).language == "hi"


def test_what_cannot_be_used_is_passed_over_and_named_with_its_line(
    places: Places, settings_file: Path
) -> None:
    settings_file.write_text(
        'theme = "dark"\n\ncolour = "red"\nrefresh_seconds = "often"\nlanguage = "fr"\ntime_zone = "Mars"\n'
    )
    settings = load(places, {})
    assert settings.theme == "dark"
    assert (settings.refresh_seconds, settings.language) == (300, None)
    found = [(one.key, one.fault, one.line) for one in settings.complaints]
    assert found == [
        ("colour", Fault.UNKNOWN, 3),
        ("refresh_seconds", Fault.INVALID, 4),
        ("language", Fault.INVALID, 5),
        ("time_zone", Fault.INVALID, 6),
    ]
    assert all(one.path == settings_file for one in settings.complaints)


@pytest.mark.parametrize(
    "line",
    [
        "refresh_seconds = 5",
        "refresh_seconds = true",
        "refresh_seconds = 99999999",
        'institution = "evil.com/"',
        'institution = "learn"',
        "institution = 7",
        'theme = ""',
        'theme = "\\u001b[2J"',
        'account_kind = "student"',
        'time_zone = "../../etc/passwd"',
        'time_zone = "Asia"',
        'account = ""',
        "idle_lock_minutes = -1",
        "idle_lock_minutes = true",
        "idle_lock_minutes = 9999",
        "keep_nothing = 1",
        'low_data = "yes"',
        'light = "dark"',
        'painting = "oil"',
    ],
)
def test_a_value_out_of_range_leaves_the_default(places: Places, settings_file: Path, line: str) -> None:
    settings_file.write_text(line)
    settings = load(places, {})
    assert [one.fault for one in settings.complaints] == [Fault.INVALID]
    assert settings == Settings(file=settings_file, complaints=settings.complaints)


def test_a_bad_variable_is_named_and_the_file_counts(places: Places, settings_file: Path) -> None:
    settings_file.write_text(CHOSEN)
    settings = load(places, {"OPTILEARN_LANG": "klingon"})
    assert settings.language == "hi"
    assert settings.complaints == (
        Complaint("language", Fault.INVALID, variable="OPTILEARN_LANG", allowed="en, hi"),
    )


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('session_token = "eyJhbGciOi"', "session_token", 1),
        ('\npassword = "hunter2"', "password", 2),
        ('[opticrm]\napi_key = "hunter2"', "opticrm.api_key", 2),
        ('[[schools]]\nname = "a"\nOPTICRM_API_KEY = "hunter2"', "schools.OPTICRM_API_KEY", 3),
        ('"NEXTAUTH_SECRET" = "hunter2"', "NEXTAUTH_SECRET", 1),
        ('deep = { cookie = "hunter2" }', "deep.cookie", 1),
    ],
)
def test_a_secret_in_the_file_is_refused_and_never_repeated(
    places: Places, settings_file: Path, text: str, key: str, line: int
) -> None:
    settings_file.write_text(text)
    settings = load(places, {})
    assert [(one.key, one.fault, one.line) for one in settings.complaints] == [(key, Fault.SECRET, line)]
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b'theme = "dark"\ntheme = = 1\n', "syntax", 2),
        (b'theme = "dark', "syntax", 1),
        (b'a = 1\nb = "\xff\xfe"\n', "encoding", 2),
        (b"# much\n" * 200_000, "too-large", None),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(
    places: Places, settings_file: Path, content: bytes, reason: str, line: int | None
) -> None:
    settings_file.write_bytes(content)
    with pytest.raises(UnreadableSettings) as caught:
        load(places, {})
    assert (caught.value.path, caught.value.reason, caught.value.line) == (settings_file, reason, line)


def test_a_folder_in_the_files_place_is_told(places: Places, settings_file: Path) -> None:
    settings_file.mkdir()
    with pytest.raises(UnreadableSettings, match="not-a-file"):
        load(places, {})


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    with pytest.raises(UnreadableSettings, match="not-a-file"):
        load(Places(tmp_path / "config", tmp_path, tmp_path), {})


def test_the_text_of_a_broken_file_is_in_no_traceback(places: Places, settings_file: Path) -> None:
    settings_file.write_text('password = "hunter2\n')
    with pytest.raises(UnreadableSettings) as caught:
        load(places, {})
    assert caught.value.__cause__ is None
    assert "hunter2" not in str(caught.value)


def test_a_byte_order_mark_is_no_fault(places: Places, settings_file: Path) -> None:
    settings_file.write_bytes(b'\xef\xbb\xbftheme = "dark"\n')
    assert load(places, {}).theme == "dark"


@pytest.mark.parametrize("line", ["devanagari_cells = 1", 'devanagari_cells = "1"'])
def test_how_a_terminal_draws_hindi_can_be_said_as_a_number_or_a_word(
    places: Places, settings_file: Path, line: str
) -> None:
    settings_file.write_text(line)
    assert load(places, {}).devanagari_cells == "1"
    assert load(places, {"OPTILEARN_DEVANAGARI": "auto"}).devanagari_cells == "auto"


def test_digits_can_be_chosen_and_are_latin_or_devanagari(places: Places, settings_file: Path) -> None:
    assert load(places, {}).digits is None
    settings_file.write_text('digits = "Devanagari"\n')
    assert load(places, {}).digits == "devanagari"
    settings_file.write_text('digits = "roman"\n')
    settings = load(places, {})
    assert settings.digits is None
    assert [each.allowed for each in settings.complaints] == ["latin, devanagari"]


def test_a_shared_computer_and_a_slow_line_have_settings_of_their_own(
    places: Places, settings_file: Path
) -> None:
    settings_file.write_text(
        'account = "meera@example.com"\nidle_lock_minutes = 10\nkeep_nothing = true\nlow_data = true\n'
        'http2 = false\nlight = "off"\npainting = "textual"\n'
    )
    settings = load(places, {"OPTILEARN_LIGHT": "on"})
    assert settings.complaints == ()
    assert (settings.account, settings.idle_lock_minutes) == ("meera@example.com", 10)
    assert (settings.keep_nothing, settings.low_data, settings.http2) == (True, True, False)
    assert (settings.light, settings.painting) == ("on", "textual")


def test_nothing_is_locked_withheld_or_spared_unless_somebody_says_so(places: Places) -> None:
    settings = load(places, {})
    assert (settings.idle_lock_minutes, settings.keep_nothing, settings.low_data) == (0, False, False)
    assert (settings.http2, settings.light, settings.painting) == (True, None, None)
