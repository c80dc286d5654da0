"""What is known of the terminal, while the toolkit stands where the program's own output was."""

from __future__ import annotations

import subprocess
import sys

import pytest

_ASKED_WHILE_THE_TOOLKIT_DRAWS = """
import sys
from contextlib import redirect_stderr, redirect_stdout
from textual.app import App, _PrintCapture
from optilearn_tui.tui.thrifty.terminal import erases_in_colour

captured = _PrintCapture(App())
with redirect_stdout(captured), redirect_stderr(captured):
    erases = erases_in_colour(dict(zip(sys.argv[1::2], sys.argv[2::2])))
print(erases)
"""
"""In a process of its own: the terminal database is opened once in each, whatever is asked afterwards."""


@pytest.mark.parametrize(
    ("environ", "erases"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "vt100"}, False),
        ({"TERM": "nobody-has-heard-of-it"}, False),
        ({"TERM": ""}, False),
        ({}, False),
        ({"TERM": "xterm-256color", "STY": "1.pts-0.host"}, False),
    ],
)
def test_what_erasing_looks_like_is_known_although_the_toolkit_has_taken_the_output(
    environ: dict[str, str], erases: bool
) -> None:
    words = [word for pair in environ.items() for word in pair]
    asked = subprocess.run(
        [sys.executable, "-W", "error", "-c", _ASKED_WHILE_THE_TOOLKIT_DRAWS, *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (asked.stdout.strip(), asked.stderr) == (str(erases), "")
