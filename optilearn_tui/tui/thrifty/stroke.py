"""Painting pieces: in the order of the screen or look by look, whichever takes fewer bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from optilearn_tui.tui.thrifty.changes import Kind, Piece
from optilearn_tui.tui.thrifty.look import Look, behind, change
from optilearn_tui.tui.thrifty.row import BLANK, REST

if TYPE_CHECKING:
    from optilearn_tui.tui.thrifty.pen import Pen

_LETTERS = (Kind.LETTERS, Kind.WORD, Kind.WORD_ON_BLANK)


def paint(pieces: Sequence[Piece], pen: Pen) -> Pen:
    """Paint pieces; returns the pen that did, with what it wrote.

    One of 16 million colours takes as many bytes as four ways to another place: then it pays to paint all
    that is white first, wherever it is.
    """
    by_place, by_look = pen.another(), pen.another()
    for piece in pieces:
        _paint(piece, by_place)
    for piece in _look_by_look(pieces, pen.look):
        _paint(piece, by_look)
    return min(by_place, by_look, key=lambda each: each.bytes_written)


def _look_by_look(pieces: Iterable[Piece], look: Look) -> Iterable[Piece]:
    groups = _groups(pieces)
    while groups:
        look = min(groups, key=lambda each: len(change(look, each)))
        yield from groups.pop(look)


def _groups(pieces: Iterable[Piece]) -> dict[Look, list[Piece]]:
    """Pieces by their look; blanks with any that stand on the same ground."""
    groups: dict[Look, list[Piece]] = defaultdict(list)
    looks: dict[Look, Look] = {}
    for piece in (ordered := list(pieces)):
        if piece.kind in _LETTERS:
            looks.setdefault(behind(piece.look), piece.look)
    key = Look()
    for piece in ordered:
        if not piece.is_bound:
            key = piece.look if piece.kind in _LETTERS else looks.get(behind(piece.look), piece.look)
        groups[key].append(piece)
    return groups


def _paint(piece: Piece, pen: Pen) -> None:
    _reach(piece, piece.start, pen)
    cells = piece.end - piece.start
    match piece.kind:
        case Kind.ERASED:
            pen.wear_behind(piece.look)
            pen.erase()
        case Kind.BLANKED:
            pen.wear_behind(piece.look)
            pen.blank(cells)
        case Kind.WORD | Kind.WORD_ON_BLANK:
            pen.wear(piece.look)
            word = "".join(piece.meant.texts[piece.start : piece.end])
            pen.put_word(word, piece.start, cells, is_blank=piece.kind is Kind.WORD_ON_BLANK)
        case Kind.GROUND:
            pen.wear_behind(piece.look)
            pen.put(BLANK * cells, cells)
        case Kind.LETTERS:
            pen.wear(piece.look)
            _write(piece, pen)


def _write(piece: Piece, pen: Pen) -> None:
    """Write letters side by side; after one of uncertain width, say where the next one is."""
    texts = piece.meant.texts
    letters = texts[piece.start : piece.end]
    together = "".join(letters)
    if len(together) == len(letters) and REST not in letters:  # one cell each, and nothing uncertain
        pen.go(piece.row, piece.start)
        pen.put(together, len(letters))
        return
    for column in range(piece.start, piece.end):
        text = texts[column]
        if text != REST:
            pen.go(piece.row, column)
            cells = 1 + sum(1 for _ in takewhile(lambda each: each == REST, texts[column + 1 : piece.end]))
            pen.put(text, cells, is_certain=cells == len(text) == 1)


def _reach(piece: Piece, column: int, pen: Pen) -> None:
    """Bring the pen to `column`: over cells that are right already, or by writing them once more."""
    way = pen.way(piece.row, column)
    if pen.row == piece.row and pen.column is not None and 0 < column - pen.column <= len(way):
        between = range(pen.column, column)
        if all(_can_be_written_again(piece, each, pen) for each in between):
            again = "".join(piece.meant.texts[each] for each in between)
            if len(again.encode()) <= len(way):
                pen.put(again, len(again))
                return
    pen.go(piece.row, column)


def _can_be_written_again(piece: Piece, column: int, pen: Pen) -> bool:
    text, look = piece.meant.texts[column], piece.meant.looks[column]
    if text == BLANK:
        return behind(pen.look) == behind(look)
    in_word = any(word.start <= column < word.end for word in piece.meant.words)
    return len(text) == 1 and look == pen.look and not in_word
