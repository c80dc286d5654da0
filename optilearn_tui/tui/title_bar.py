"""The first line of every screen: the program, the school, the person, and how things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.tui.facts.title import title_line

if TYPE_CHECKING:
    from optilearn_tui.tui.styled import Styled


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
    """How things stand, already in the person's language: a day, a problem."""

    def __init__(self, place: str = "", person: str = "", note: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.place, place)
        self.set_reactive(TitleBar.person, person)
        self.set_reactive(TitleBar.note, note)

    @override
    def render(self) -> Styled:
        return title_line(self.content_size.width, self.place, self.person, self.note)
