"""What a terminal said last, for the times when it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.probe import Answer
from optilearn_tui.tui.terminal_widths.remembering import remembered, terminal_name

if TYPE_CHECKING:
    from pathlib import Path

KITTY = {"TERM": "xterm-kitty", "TERM_PROGRAM": "kitty"}
JOINED = Drawing(mark=0, letter=2)
SILENT = Answer(keys="q", is_heard=False)


def test_a_silent_terminal_draws_as_it_said_last(tmp_path: Path) -> None:
    heard = Answer(JOINED, is_heard=True)

    assert remembered(heard, tmp_path / "cache", KITTY) == heard
    assert remembered(SILENT, tmp_path / "cache", KITTY) == Answer(JOINED, keys="q")


def test_each_kind_of_terminal_is_remembered_for_itself(tmp_path: Path) -> None:
    remembered(Answer(JOINED, is_heard=True), tmp_path, KITTY)

    assert remembered(SILENT, tmp_path, KITTY | {"TMUX": "/run/tmux,1,0"}).drawing == USUAL


def test_what_is_heard_anew_replaces_what_was_heard(tmp_path: Path) -> None:
    for drawing in (JOINED, USUAL):
        assert remembered(Answer(drawing, is_heard=True), tmp_path, KITTY).drawing == drawing

    assert remembered(SILENT, tmp_path, KITTY).drawing == USUAL


def test_where_nothing_was_asked_nothing_is_kept_or_recalled(tmp_path: Path) -> None:
    chosen = Answer(JOINED)

    assert remembered(chosen, tmp_path, KITTY) is chosen
    assert list(tmp_path.iterdir()) == []


def test_nothing_private_is_in_a_terminals_name() -> None:
    environ = {"TERM": "xterm-256color", "TMUX": "/home/meera/socket", "STY": "1234.meera-laptop"}
    environ |= {"SSH_CONNECTION": "10.0.0.1", "USER": "meera", "TERM_SESSION_ID": "w0t0p0:SECRET"}

    assert terminal_name(environ) == "TERM=xterm-256color TMUX STY"


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"TERM=x": 5}', '{"TERM=x": [9, null]}', '{"TERM=x": [1, "2"]}', "\x00", "[" * 99_999],
)
def test_a_file_that_makes_no_sense_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / "terminals.json").write_text(content)

    assert remembered(SILENT, tmp_path, {"TERM": "x"}) == SILENT


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")

    assert remembered(Answer(JOINED, is_heard=True), tmp_path / "cache", KITTY).drawing == JOINED
