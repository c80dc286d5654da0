"""Whose dashboard this is, and the other children a key or a click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from optilearn_tui.tui.drawn_lines import DrawnLines
from optilearn_tui.tui.facts.switcher import Place, switcher_row

if TYPE_CHECKING:
    from textual import events

    from optilearn_tui.api.children import Child
    from optilearn_tui.tui.columns import Lines


class ChildSwitcher(DrawnLines):
    """One line of names; a click on one chooses the child."""

    DEFAULT_CSS = """
    ChildSwitcher {
        height: 1;
        padding: 0 1;
        pointer: pointer;
    }
    """

    ALLOW_SELECT = False

    family: reactive[tuple[Child, ...]] = reactive(())
    chosen: reactive[str | None] = reactive(None)
    """Contact id of the child whose dashboard it is."""

    class Picked(Message):
        """A child was chosen by mouse."""

        def __init__(self, contact_id: str) -> None:
            super().__init__()
            self.contact_id = contact_id

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[Place, ...] = ()

    @override
    def lines(self, width: int) -> Lines:
        line, self._places = switcher_row(self.family, self.chosen, width)
        return [line]

    def on_click(self, event: events.Click) -> None:
        """Choose the child that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, contact_id in self._places:
            if start <= offset.x < end:
                self.post_message(self.Picked(contact_id))

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.refresh()
