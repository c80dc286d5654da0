"""Rich and Textual count the cells of Indian scripts as the terminal draws them.

Whatever either of them measures or cuts goes through a few functions of `rich.cells`, and through
`Segment.split_cells` (see `cutting`); all copies elsewhere call these. Here they are exchanged for ones that
know better about the words of Indian scripts, and hand every other text on to what was there.

From the moment this module is imported they count as the usual terminal draws: whoever measures text imports
`cell_len` from here, so that nothing is measured before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from rich import cells
from rich.cells import cell_len

from optilearn_tui.tui.terminal_widths import letters
from optilearn_tui.tui.terminal_widths.drawing import USUAL, Drawing
from optilearn_tui.tui.terminal_widths.letters import MARK, SPACING_MARKS, WORD, clusters

__all__ = ["cell_len", "cells_of", "counts_as_rich_does", "measure_as", "measure_as_rich_does"]

_rich_table = vars(cells)["load_cell_table"]
_rich_len = cells._cell_len  # noqa: SLF001 - the one function below all that measure a string
_rich_spans = cells.split_graphemes
_rich_split = cells._split_text  # noqa: SLF001 - the one function below all that cut a string

_Range = tuple[int, int, int]


class _Terminal:
    """The one terminal that a process has."""

    drawing: Drawing | None = None
    """How it draws; None: Rich counts as it always did."""


def measure_as(drawing: Drawing) -> None:
    """Let Rich and Textual count as a terminal does that draws like `drawing`.

    To be called before anything is measured: what has been measured already is not measured again.
    """
    if _Terminal.drawing != drawing:
        _Terminal.drawing = drawing
        _exchange()


def measure_as_rich_does() -> None:
    """Undo `measure_as`."""
    _Terminal.drawing = None
    _exchange()


def counts_as_rich_does() -> bool:
    """Whether `measure_as` is undone."""
    return _Terminal.drawing is None


def cells_of(word: str) -> int:
    """How many cells a word of an Indian script is counted for."""
    return letters.cells_of(word, _Terminal.drawing or Drawing(mark=0))


def _exchange() -> None:
    for place, name, ours, richs in _EXCHANGED:
        setattr(place, name, richs if _Terminal.drawing is None else ours)
    cells.get_character_cell_size.cache_clear()
    cells.cached_cell_len.cache_clear()
    _table.cache_clear()


@cache
def _table(unicode_version: str = "auto") -> cells.CellTable:
    """Rich's widths of single characters; spacing marks are left out of those that take no cell."""
    table: cells.CellTable = _rich_table(unicode_version)
    if cells_of("ा") == 0:
        return table
    return table._replace(widths=list(_without_spacing_marks(table.widths)))


def _without_spacing_marks(ranges: Iterable[_Range]) -> Iterator[_Range]:
    for first, last, width in ranges:
        start = first
        for code in range(first, last + 1) if width == 0 else ():
            if chr(code) in SPACING_MARKS:
                if start < code:
                    yield start, code - 1, width
                start = code + 1
        if start <= last:
            yield start, last, width


def _len(text: str, unicode_version: str = "auto") -> int:
    """Cells of a string."""
    if MARK.search(text) is None:
        return _rich_len(text, unicode_version)
    return sum(
        cells_of(part) if is_word else _rich_len(part, unicode_version) for part, is_word in _parts(text)
    )


def _spans(text: str, unicode_version: str = "auto") -> tuple[list[cells.CellSpan], int]:
    """The letters of a string, each with where it starts, where it ends, and its cells; and all cells."""
    if MARK.search(text) is None:
        return _rich_spans(text, unicode_version)
    spans: list[cells.CellSpan] = []
    start = 0
    for part, is_word in _parts(text):
        inside = _word_spans(part) if is_word else _rich_spans(part, unicode_version)[0]
        spans += [(start + first, start + last, size) for first, last, size in inside]
        start += len(part)
    return spans, sum(size for _, _, size in spans)


def _word_spans(word: str) -> list[cells.CellSpan]:
    spans: list[cells.CellSpan] = []
    end = 0
    for letter in clusters(word):
        start, end = end, end + len(letter)
        spans.append((start, end, cells_of(letter)))
    return spans


def _split(text: str, cut: int, unicode_version: str = "auto") -> tuple[str, str]:
    """A string in two, so many cells from its beginning; a letter that lies across the cut becomes blank."""
    if MARK.search(text) is None:
        return _rich_split(text, cut, unicode_version)
    end = 0
    for first, last, size in _spans(text, unicode_version)[0]:
        if end >= cut and size:
            return text[:first], text[first:]
        end += size
        if end > cut:
            return text[:first] + " " * (cut - end + size), " " * (end - cut) + text[last:]
    return text, ""


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """A string taken apart: its words of Indian scripts (true) and what is between them (false)."""
    end = 0
    for word in WORD.finditer(text):
        if end < word.start():
            yield text[end : word.start()], False
        yield word[0], True
        end = word.end()
    if end < len(text):
        yield text[end:], False


_EXCHANGED: Final = (
    (cells, "load_cell_table", _table, _rich_table),
    (cells, "_cell_len", _len, _rich_len),
    (cells, "split_graphemes", _spans, _rich_spans),
    (cells, "_split_text", _split, _rich_split),
)
"""Where, what, by what, and what was there."""

measure_as(USUAL)
