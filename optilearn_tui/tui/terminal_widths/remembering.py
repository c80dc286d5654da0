"""The last answer of each kind of terminal, for the times when it does not answer: a line that was too slow.

A terminal is known by what it says of itself to every program; nothing that tells of a person or a machine
is written down. What is kept is only a help: a file that cannot be read or written is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from optilearn_tui.private_file import write_private
from optilearn_tui.tui.terminal_widths.drawing import Drawing

if TYPE_CHECKING:
    from optilearn_tui.tui.terminal_widths.probe import Answer

_SAYS = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "KONSOLE_VERSION")
_AROUND = ("TMUX", "STY")
"""Programs that draw for the terminal; their variables hold paths, so only that they are there counts."""

_MOST_KEPT = 20
_LONGEST_NAME = 200


def terminal_name(environ: Mapping[str, str]) -> str:
    """What the terminal calls itself: the same for all of its kind."""
    said = [f"{name}={environ[name]}" for name in _SAYS if environ.get(name)]
    return " ".join([*said, *(name for name in _AROUND if environ.get(name))])[:_LONGEST_NAME]


def remembered(answer: Answer, folder: Path, environ: Mapping[str, str]) -> Answer:
    """`answer`, kept in `folder` if the terminal gave it; the kept one if the terminal was silent."""
    if answer.is_heard is None:
        return answer
    file, name = folder / "terminals.json", terminal_name(environ)
    kept = _read(file)
    drawing = kept.get(name)
    if not answer.is_heard:
        return answer if drawing is None else replace(answer, drawing=drawing)
    if drawing != answer.drawing:
        kept.pop(name, None)
        latest = [*kept.items(), (name, answer.drawing)][-_MOST_KEPT:]
        content = json.dumps({each: [drawn.mark, drawn.letter] for each, drawn in latest})
        with suppress(OSError):
            write_private(file, content.encode())
    return answer


def _read(file: Path) -> dict[str, Drawing]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    kept: dict[str, Drawing] = {}
    for name, cells in content.items() if isinstance(content, dict) else ():
        match cells:
            case [(0 | 1) as mark, (None | 1 | 2) as letter]:
                kept[name] = Drawing(mark=mark, letter=letter)
    return kept
