"""The words of the first line of every screen: the program, the school, the person, and how things stand."""

from __future__ import annotations

from optilearn_tui.tui.cropping import shorten
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.measuring import cell_len

_BRAND = "OptiLearn"
_SEPARATOR = " · "


def title_line(width: int, place: str, person: str, note: str) -> Styled:
    """Brand, school and person on the left, a note on the right.

    All three are plain text, whoever wrote them: nothing in them is read as markup. The note stays whole
    where the line is too short; school and person are cut.

    Args:
        width: cells there are.
        place: the school's name.
        person: who is signed in.
        note: how things stand, already in the person's language.
    """
    note = shorten(note, width - len(_BRAND) - 2)
    room = width - len(_BRAND) - (cell_len(note) + 2 if note else 0)
    about = shorten("".join(_SEPARATOR + part for part in (place, person) if part), max(room, 0))
    left = Styled.assemble((_BRAND, "bold $text-primary"), Styled(about))
    gap = width - len(_BRAND) - cell_len(about) - cell_len(note)
    return Styled.assemble(left, " " * max(gap, 1), Styled(note)) if note else left
