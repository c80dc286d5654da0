"""The first line of every screen: the program, the school, the person, and how things stand."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.tui.cropping import shorten
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.measuring import cell_len

_BRAND = "OptiLearn"
_SEPARATOR = " · "


class TitleBar(Widget):
    """One line: brand, school and person on the left, a note on the right.

    All three are plain text, whoever wrote them: nothing in them is read as markup. The note stays whole
    where the line is too short; school and person are cut.
    """

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    place: reactive[str] = reactive("")
    """The school's name."""
    person: reactive[str] = reactive("")
    """Who is signed in."""
    note: reactive[str] = reactive("")
    """How things stand, already in the person's language: an age, a problem."""

    def __init__(self, place: str = "", person: str = "", note: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.place, place)
        self.set_reactive(TitleBar.person, person)
        self.set_reactive(TitleBar.note, note)

    @override
    def render(self) -> Styled:
        width = self.content_size.width
        note = shorten(self.note, width - len(_BRAND) - 2)
        room = width - len(_BRAND) - (cell_len(note) + 2 if note else 0)
        about = shorten(
            "".join(_SEPARATOR + part for part in (self.place, self.person) if part), max(room, 0)
        )
        left = Styled.assemble((_BRAND, "bold $text-primary"), Styled(about))
        gap = width - len(_BRAND) - cell_len(about) - cell_len(note)
        return Styled.assemble(left, " " * max(gap, 1), Styled(note)) if note else left
