"""How far a long reading is: told where somebody watches, and gone without a trace."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.cli.progress import Progress

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    @override
    def isatty(self) -> bool:
        return True


def shown(written: str) -> list[str]:
    """What stood on the line, one after the other."""
    return [line.rstrip() for line in written.split("\r")[1:]]


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error from now on."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    return stream


def test_the_line_is_written_over_and_wiped_out_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    moments = iter(range(100))
    with Progress(lambda: float(next(moments))) as progress:
        progress.show("Reading rosters", 0, 1200)
        progress.show("Reading rosters", 1200, 1200)
        progress.show("Reading", 3, None)

    assert shown(terminal.getvalue()) == [
        "Reading rosters: 0 of 1,200",
        "Reading rosters: 1,200 of 1,200",
        "Reading: 3",
        "",
        "",
    ]
    longest = max(map(len, terminal.getvalue().split("\r")))
    assert terminal.getvalue().endswith(f"\r{' ' * longest}\r")


def test_nobody_is_shown_more_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    with Progress(lambda: 1.0) as progress:
        for done in range(50):
            progress.show("Reading rosters", done, 50)

    assert shown(terminal.getvalue())[:2] == ["Reading rosters: 0 of 50", ""]


def test_a_log_gets_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as progress:
        progress.show("Reading rosters", 0, 50)

    assert capsys.readouterr() == ("", "")
