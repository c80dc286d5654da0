"""Every key that does something where the person is, in groups, with what it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.measuring import cell_len
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding
    from textual.dom import DOMNode
    from textual.screen import Screen

_MOVING = {
    "Focus Next": N_("Next part of the screen"),
    "Focus Previous": N_("Previous part of the screen"),
    "Copy selected text": N_("Copy the marked text"),
}
_SCROLLING = {
    "Scroll Up": N_("Scroll up"),
    "Scroll Down": N_("Scroll down"),
    "Page Up": N_("One page up"),
    "Page Down": N_("One page down"),
    "Scroll Home": N_("To the beginning"),
    "Scroll End": N_("To the end"),
}
"""What the toolkit calls its own keys, and what we call them; other keys of its own are left out."""

_HOUSE = "optilearn_tui."
_SPACE = 2


class HelpScreen(LeftOnce[None]):
    """The keys of the screen below: those of the focused part first, those that work everywhere last."""

    BINDINGS = [Binding("escape", "leave", N_("Back"))]
    BINDING_GROUP_TITLE = N_("Help")
    AUTO_FOCUS = "#keys"

    DEFAULT_CSS = """
    HelpScreen {
        #keys { padding: 1 2; }
    }
    """

    def __init__(self, below: Screen[object]) -> None:
        """Help about the screen `below`, as it is now."""
        super().__init__()
        self._active = tuple(below.active_bindings.values())

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar(tr("Keys"))
        with VerticalScroll(id="keys"):
            yield Static(self._keys(), id="table")
            yield Words(
                lambda: tr(
                    "The mouse works as well: click what can be chosen, and the hints in the last line."
                )
            )
        yield KeyHints()

    def retranslate(self) -> None:
        """Say the title and the table in the language spoken now."""
        self.query_one("#table", Static).update(self._keys())
        self.query_one(TitleBar).place = tr("Keys")

    def action_leave(self) -> None:
        """Back to the screen below."""
        self.dismiss()

    def _keys(self) -> Styled:
        groups = [(title, rows) for title, rows in self._groups() if rows]
        widest = max((cell_len(keys) for _, rows in groups for keys, _ in rows), default=0)
        parts: list[Styled | str | tuple[str, str]] = []
        for title, rows in groups:
            parts += [(title, "bold $text-primary"), "\n"]
            for keys, words in rows:
                space = " " * (widest - cell_len(keys) + _SPACE)
                parts += ["  ", (keys, "bold"), space, words, "\n"]
            parts.append("\n")
        return Styled.assemble(*parts)

    def _groups(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        own = (bound.node for bound in self._active if type(bound.node).__module__.startswith(_HOUSE))
        for node in dict.fromkeys(own):
            title = node.BINDING_GROUP_TITLE
            yield tr(title or N_("Here")), self._rows([bound for bound in self._active if bound.node is node])

    def _rows(self, active: list[ActiveBinding]) -> list[tuple[str, str]]:
        """Written keys and what they do; the keys of one purpose in one row, the toolkit's own rows last."""
        rows: dict[str, list[str]] = {}
        inherited: dict[str, list[str]] = {}
        for node, binding, enabled, _ in active:
            if not enabled or binding.system or "super" in binding.key:
                continue
            written = self.app.get_key_display(binding)
            if binding.description in _own_words(type(node)):
                rows.setdefault(tr(binding.description), []).append(written)
            elif binding.description in (known := _inherited_words(node)):
                inherited.setdefault(tr(known[binding.description]), []).append(written)
        return [(_written(keys), words) for words, keys in (*rows.items(), *inherited.items())]


def _inherited_words(node: DOMNode) -> Mapping[str, str]:
    """The toolkit's words, and ours for them, for the keys that do something on `node` now."""
    scrolls = isinstance(node, Widget) and node.allow_vertical_scroll
    return _MOVING | _SCROLLING if scrolls else _MOVING


def _own_words(kind: type[DOMNode]) -> set[str]:
    """What our own classes say about the keys of `kind`, without what the toolkit says about its own."""
    return {
        binding.description
        for ancestor in kind.__mro__
        if ancestor.__module__.startswith(_HOUSE)
        for binding in vars(ancestor).get("BINDINGS", ())
        if isinstance(binding, Binding) and binding.description
    }


def _written(keys: list[str]) -> str:
    if len(keys) > 2 and all(key.isdecimal() for key in keys):
        return f"{keys[0]}–{keys[-1]}"
    return ", ".join(keys)


def _mouse() -> str:
    return tr("The mouse works as well: click what can be chosen, and the hints in the last line.")
