"""Fields to type into: quiet ones, without a blinking cursor, one line high."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from textual.widgets import Input
from textual.widgets.input import Selection
from typing_extensions import override

from optilearn_tui.i18n import N_
from optilearn_tui.tui.terminal_widths.letters import clusters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events


class Field(Input):
    """One line of text, in which the cursor goes from letter to letter as a reader sees them.

    The cursor never stands inside a letter of Hindi (क्षा), and Delete takes all of it. Backspace takes its
    last sign alone, as everywhere in India: that is how a wrong vowel sign is corrected.
    """

    DEFAULT_CSS = """
    Field {
        width: 1fr; max-width: 50; background: $panel;
        &.-textual-compact { border-left: wide $foreground 50% !important; }
        &.-textual-compact:focus { border-left: wide $border !important; }
    }
    """

    BINDING_GROUP_TITLE = N_("Field")

    def __init__(self, value: str = "", *, secret: bool = False, id: str | None = None) -> None:  # noqa: A002
        """A field with `value` in it; a secret one shows dots, and what is in it cannot be copied out."""
        super().__init__(value, password=secret, id=id, compact=True)
        self.cursor_blink = False

    @override
    def action_cursor_left(self, select: bool = False) -> None:
        start, end = self.selection
        before = max((edge for edge in self._edges() if edge < end), default=0)
        if select:
            self.selection = Selection(start, before)
        elif self.selection.is_empty:
            self.cursor_position = before
        else:
            super().action_cursor_left()

    @override
    def action_cursor_right(self, select: bool = False) -> None:
        start, end = self.selection
        if select:
            self.selection = Selection(start, self._after(end))
        elif self.selection.is_empty and not self.cursor_at_end:
            self.cursor_position = self._after(end)
        else:
            super().action_cursor_right()

    @override
    def action_delete_right(self) -> None:
        if self.selection.is_empty:
            self.delete(self.cursor_position, self._after(self.cursor_position))
        else:
            super().action_delete_right()

    def _after(self, place: int) -> int:
        return min((edge for edge in self._edges() if edge > place), default=len(self.value))

    def _edges(self) -> Iterable[int]:
        """Where the cursor may stand: between letters; in a secret, behind whose dots are none, anywhere."""
        if self.password:
            return range(len(self.value) + 1)
        return accumulate(map(len, clusters(self.value)), initial=0)

    @override
    def action_copy(self) -> None:
        if not self.password:
            super().action_copy()

    @override
    def action_cut(self) -> None:
        if not self.password:
            super().action_cut()


class TokenField(Field):
    """Takes a session token as it comes: also over several lines, or a whole table of cookies."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(secret=True, id=id)

    def on_paste(self, event: events.Paste) -> None:
        """Take every line: the field shows dots, so line breaks in it do no harm."""
        event.stop()
        event.prevent_default()
        self.replace(event.text, *self.selection)
