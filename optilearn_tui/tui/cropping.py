"""Cutting text to so many cells, only ever between the letters a reader sees.

A letter of Hindi is several code points (consonants joined by a virama, vowel signs, a nasal dot); cutting
inside one shows a letter that nobody wrote. Widths are those Rich and Textual lay out by.
"""

from __future__ import annotations

import re

from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.letters import clusters
from optilearn_tui.tui.terminal_widths.measuring import cell_len

__all__ = ["ELLIPSIS", "beginning", "clusters", "crop", "shorten", "wrap"]

ELLIPSIS = "…"

_SINGLE = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20b9\u2190-\u2199\u2713]*")
"""Text in which every character is a letter of its own and takes one cell: most of what is ever cut."""


def beginning(text: str, cells: int) -> str:
    """As many whole letters from the beginning of `text` as fit into `cells`."""
    if cell_len(text) <= cells:
        return text
    if _SINGLE.fullmatch(text):
        return text[: max(0, cells)]
    kept: list[str] = []
    taken = 0
    for cluster in clusters(text):
        taken += cell_len(cluster)
        if taken > cells:
            break
        kept.append(cluster)
    return "".join(kept)


def shorten(text: str, cells: int) -> str:
    """One line of text in at most `cells` cells: whole, or its beginning and an ellipsis."""
    if cell_len(text) <= cells:
        return text
    return f"{beginning(text, cells - 1).rstrip()}{ELLIPSIS}" if cells > 0 else ""


def crop(content: Styled, cells: int) -> Styled:
    """One line of content in at most `cells` cells: whole, or its beginning and an ellipsis."""
    if content.cell_length <= cells:
        return content
    kept = shorten(content.plain, cells).removesuffix(ELLIPSIS)
    return content[: len(kept)] + Styled(ELLIPSIS if cells > 0 else "")


def wrap(text: str, cells: int) -> list[str]:
    """Prose in lines of at most `cells` cells, broken at spaces, inside a word only where it is too long."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if cell_len(joined) <= cells:
                line = joined
                continue
            if line:
                lines.append(line)
            *full, line = _pieces(word, max(cells, 1))
            lines.extend(full)
        lines.append(line)
    return lines


def _pieces(word: str, cells: int) -> list[str]:
    pieces: list[str] = []
    while cell_len(word) > cells:
        piece = beginning(word, cells) or next(clusters(word))
        pieces.append(piece)
        word = word[len(piece) :]
    return [*pieces, word]
