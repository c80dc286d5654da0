"""The tree of classes under its heading, with the line that narrows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, Static
from typing_extensions import override

from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.staff.class_tree import ClassTree
from optilearn_tui.tui.staff.filtered_pane import FilteredPane
from optilearn_tui.tui.staff.progress_line import counted
from optilearn_tui.tui.standing import state, trouble
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.tui.staff.errand import Errand
    from optilearn_tui.tui.staff.room import Room


class ClassPane(FilteredPane):
    """Classes and sections, how old that is, and how many students were counted."""

    DEFAULT_CSS = """
    ClassPane {
        & > #words { display: none; padding: 1; }
        &.-wordy > #words { display: block; }
        &.-wordy > ClassTree { display: none; }
    }
    """

    def __init__(self, room: Room, counting: Errand) -> None:
        """A tree of what `counting` counts."""
        self.class_tree = ClassTree(room.register, lambda: tr("The school has no classes."))
        super().__init__(self.class_tree, lambda: tr("Section, such as 8-B"))
        self._room = room
        self._counting = counting
        self._heading = Heading()
        self._words = Static(id="words")

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self.field
        yield self._words
        yield self.class_tree

    def on_mount(self) -> None:
        """Let the heading follow the focus."""
        self.watch(self.class_tree, "has_focus", self.say, init=False)
        self.watch(self.field, "has_focus", self.say, init=False)

    def fill(self) -> None:
        """Show the classes, and who was counted, as they are known now."""
        self.class_tree.fill()
        self.say()

    def say(self) -> None:
        """Say everything anew that is not in the tree."""
        classes = self._room.register.classes
        self._heading.title = tr("Classes")
        self._heading.focused_panel = self.has_the_focus
        self._heading.states = (self._counted(), *state((classes,), self._room.clock(), self._room.zone))
        words: list[Styled] = []
        if classes.reading is None and classes.error is not None:
            width = max(self.content_size.width - 2, 16)
            words = next(iter(trouble(width, classes.error, asking=classes.loading)))
        elif classes.reading is None:
            words = [Styled(tr("Loading…"))]
        self._words.update(Styled("\n").join(words))
        self.set_class(bool(words), "-wordy")

    def _counted(self) -> Styled:
        register = self._room.register
        if self._counting.progress is not None:
            return Styled(counted(self._counting.progress))
        if register.unread_sections or not register.places.classes:
            return Styled()
        return Styled(number(len(register.entries)))

    def on_resize(self) -> None:
        """Another width: other words fit."""
        self.say()

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.say()

    # The filter.

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.class_tree.filter_text = event.value
