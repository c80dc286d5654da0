"""What is exported from a screen: a new private file each time, and nothing that was there is touched."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest

from optilearn_tui.export.sheet_file import write_sheet


@dataclass(frozen=True)
class Paper:
    """A sheet as a screen would hand it over."""

    name: str = "8-B-students"
    kind: str = "csv"
    keys: tuple[str, ...] = ("roll", "mobile")
    rows: tuple[tuple[str | None, ...], ...] = (("4", "+91 50000 10001"), ("", None))


def test_a_csv_file_is_named_after_the_sheet_and_its_owners_alone(tmp_path: Path) -> None:
    path = write_sheet(Paper(), tmp_path)

    assert path == tmp_path / "8-B-students.csv"
    assert path.read_bytes() == b"roll,mobile\r\n4,'+91 50000 10001\r\n,?\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_json_file_has_one_object_a_row(tmp_path: Path) -> None:
    path = write_sheet(Paper(kind="json", rows=(("4", "दीया"), ("", None))), tmp_path)

    assert path.suffix == ".json"
    assert json.loads(path.read_text(encoding="utf-8")) == [
        {"roll": "4", "mobile": "दीया"},
        {"roll": "", "mobile": None},
    ]
    assert "दीया" in path.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    first = tmp_path / "8-B-students.csv"
    first.write_text("mine")
    (tmp_path / "8-B-students-2.csv").symlink_to(tmp_path / "nowhere")

    assert write_sheet(Paper(), tmp_path) == tmp_path / "8-B-students-3.csv"
    assert first.read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_the_current_folder_is_where_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert write_sheet(Paper()) == tmp_path / "8-B-students.csv"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("7-अ कक्षा", "7-अ-कक्षा"),
        ('a:b*c?"<>|\\d', "a-b-c-d"),
        ("\x1b[31mred", "31mred"),
        ("NUL", "NUL-sheet"),
        ("", "sheet"),
        ("///", "sheet"),
        ("x" * 500, "x" * 120),
        ("क" * 500, "क" * 40),
    ],
)
def test_no_name_leads_elsewhere_or_hides(tmp_path: Path, name: str, file: str) -> None:
    assert write_sheet(Paper(name=name), tmp_path) == tmp_path / f"{file}.csv"


def test_a_folder_that_takes_no_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_sheet(Paper(), tmp_path / "missing")
