"""Classes and their sections, each with how many sit there, as far as that is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.folding import folded
from optilearn_tui.school.places import Places, class_name
from optilearn_tui.tui.cropping import shorten
from optilearn_tui.tui.line_view import LineView
from optilearn_tui.tui.paint import QUIET, quiet
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.measuring import cell_len
from optilearn_tui.wording.places import class_title

if TYPE_CHECKING:
    from optilearn_tui.api.classes import SchoolClass
    from optilearn_tui.tui.staff.register import Register

Count = int | Unknown | None

_CURSOR, _NO_CURSOR = "› ", "  "
_OPEN, _CLOSED = "▾ ", "▸ "
_INDENT = "  "
_CLASS = Binding.Group(N_("Class"))
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the tree: a class, or a section of it."""

    class_id: str
    section_id: str | None = None


class ClassTree(LineView):
    """A tree of two levels. The cursor stays on its line for as long as that is shown."""

    DEFAULT_CSS = """
    ClassTree {
        background: $background;
        scrollbar-color: $foreground 20%;
        scrollbar-color-hover: $foreground 35%;
        scrollbar-color-active: $primary;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    ClassTree > .line-view--head { background: $background; color: $foreground-muted; text-style: none; }
    """

    BINDING_GROUP_TITLE = N_("Classes")
    BINDINGS = [
        Binding("enter", "choose_line", N_("Open"), show=False),
        Binding("right", "unfold", N_("Open class"), show=False),
        Binding("left", "fold", N_("Close class"), show=False),
    ]

    filter_text: reactive[str] = reactive("", init=False, repaint=False)
    """Only sections that have every word of it in their name are shown, in open classes."""

    class Highlighted(Message):
        """The cursor came to another class or section; None: there is none."""

        def __init__(self, node: Node | None) -> None:
            super().__init__()
            self.node = node

    class Chosen(Message):
        """A section was chosen."""

        def __init__(self, node: Node) -> None:
            super().__init__()
            self.node = node

    def __init__(self, register: Register, instead: Callable[[], str]) -> None:
        """A tree of the classes in `register`; `instead` says what stands there while there is none."""
        super().__init__()
        self._register = register
        self._instead = instead
        self._unfolded: set[str] = set()
        self._lines: tuple[Node, ...] = ()
        self._told: Node | None = None

    @property
    def _places(self) -> Places:
        return self._register.places

    @property
    def highlighted(self) -> Node | None:
        """The line of the cursor."""
        return self._lines[self.cursor] if self.cursor < len(self._lines) else None

    def fill(self) -> None:
        """Show the classes of the register, in the first place with the first of them open."""
        known = {each.id for each in self._places.classes}
        if not self._unfolded & known and self._places.classes:
            self._unfolded = {self._places.classes[0].id}
            self._show_on(next(iter(self._visible()[1:]), None))
        else:
            self._show_on(self.highlighted)

    def go_to(self, section_id: str) -> None:
        """Open the class of a section, and put the cursor there."""
        for each in self._places.classes:
            if section_id in self._places.sections_of(each.id):
                self._unfolded.add(each.id)
                self._show_on(Node(each.id, section_id))

    def jump(self, digit: str) -> None:
        """Go to the first section of the next class whose number begins with `digit`."""
        found = [each for each in self._places.classes if _number_of(each).startswith(digit)]
        if not found:
            return
        ids = [each.id for each in found]
        here = self.highlighted
        place = ids.index(here.class_id) + 1 if here is not None and here.class_id in ids else 0
        class_id = ids[place % len(ids)]
        self._unfolded.add(class_id)
        sections = self._places.sections_of(class_id)
        self._show_on(Node(class_id, sections[0] if sections else None))

    def watch_filter_text(self) -> None:
        """Narrow the sections."""
        here = self.highlighted
        nodes = self._visible()
        first = next((node for node in nodes if node.section_id is not None), None)
        self._show_on(here if here in nodes and here is not None and here.section_id else first)

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.show_lines(self.cursor)

    @override
    def on_resize(self) -> None:
        self.show_lines(self.cursor)
        if self.cursor < self._page:
            # Laid out at last: the class of the first section is to be seen as well.
            self.scroll_to(y=0, animate=False, force=True)

    # Lines.

    @property
    @override
    def line_count(self) -> int:
        return len(self._lines)

    @property
    @override
    def line_cells(self) -> int:
        return self.scrollable_content_region.width

    @override
    def head(self) -> str | Styled:
        return self._spread(_NO_CURSOR + tr("Class"), quiet(tr("Students")))

    @override
    def line(self, number: int, *, at_cursor: bool) -> str | Styled:
        node = self._lines[number]
        gutter = _CURSOR if at_cursor else _NO_CURSOR
        if node.section_id is not None:
            name = f"{_INDENT * 2}{self._places.of_section(node.section_id)}"
            return self._spread(gutter + name, _counted(self._register.count(node.section_id)))
        mark = _OPEN if self._is_open(node.class_id) else _CLOSED
        title = class_title(self._places.of_class(node.class_id))
        return self._spread(
            gutter + mark + title, _counted(self._register.count_of_class(node.class_id)), QUIET
        )

    def _spread(self, left: str, right: Styled, style: str = "") -> Styled:
        cells = right.cell_length
        left = shorten(left, self.line_cells - cells - 2)
        gap = " " * max(self.line_cells - cell_len(left) - cells - 1, 1)
        return Styled(left) + gap + (right.stylize(style) if style else right)

    @override
    def instead(self) -> str:
        return _NO_CURSOR + (tr("No such section") if self._places.classes else self._instead())

    # What the person does.

    @override
    def line_chosen(self) -> None:
        node = self.highlighted
        if node is None:
            return
        if node.section_id is not None:
            self.post_message(self.Chosen(node))
        elif self._is_open(node.class_id):
            self.action_fold()
        else:
            self.action_unfold()

    def action_unfold(self) -> None:
        """Open the class of the cursor; where it is open, go to its first section."""
        node = self.highlighted
        if node is None or node.section_id is not None:
            return
        if self._is_open(node.class_id):
            self.cursor += 1
        else:
            self._unfolded.add(node.class_id)
            self._show_on(node)

    def action_fold(self) -> None:
        """Close the class of the cursor."""
        node = self.highlighted
        if node is not None and not self.filter_text:
            self._unfolded.discard(node.class_id)
            self._show_on(Node(node.class_id))

    @override
    def cursor_moved(self) -> None:
        if self.highlighted != self._told:
            self._told = self.highlighted
            self.post_message(self.Highlighted(self._told))

    def _is_open(self, class_id: str) -> bool:
        return bool(self.filter_text) or class_id in self._unfolded

    def _show_on(self, node: Node | None) -> None:
        self._lines = self._visible()
        if node not in self._lines and node is not None:
            node = Node(node.class_id)
        self.show_lines(self._lines.index(node) if node in self._lines else 0)

    def _visible(self) -> tuple[Node, ...]:
        return tuple(node for each in self._places.classes for node in self._lines_of(each))

    def _lines_of(self, school_class: SchoolClass) -> Iterator[Node]:
        words = folded(self.filter_text).split()
        matching = [
            section_id
            for section_id in self._places.sections_of(school_class.id)
            if all(_has(word, self._places.of_section(section_id)) for word in words)
        ]
        if words and not matching:
            return
        yield Node(school_class.id)
        if self._is_open(school_class.id):
            yield from (Node(school_class.id, section_id) for section_id in matching)


def _has(word: str, name: str) -> bool:
    """Whether a section may be meant by `8-B`, `8b` or `8`."""
    return word in folded(name) or word in folded(name).replace("-", "").replace(" ", "")


def _number_of(school_class: SchoolClass) -> str:
    found = _DIGITS.search(class_name(school_class))
    return found.group() if found else ""


def _counted(count: Count) -> Styled:
    if count is None:
        return quiet("·")
    return quiet(NOT_KNOWN) if isinstance(count, Unknown) else Styled(number(count))
