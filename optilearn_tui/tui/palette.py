"""Everything that can be done here, found by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import on
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from typing_extensions import override

from optilearn_tui.i18n import N_, Language, tr
from optilearn_tui.tui import themes
from optilearn_tui.tui.fields import Field
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.words import Words

if TYPE_CHECKING:
    from textual.app import App, ComposeResult
    from textual.dom import DOMNode
    from textual.screen import Screen

_ELSEWHERE = ("palette", "language", "theme")
"""Actions that would be no command here: this list itself, and what it offers by name."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done.

    Attributes:
        words: what it does, in the person's language.
        keys: the keys that do the same, written; may be empty.
        action: the action to run.
        node: whose action it is.
    """

    words: str
    keys: str
    action: str
    node: DOMNode


@runtime_checkable
class HasCommands(Protocol):
    """An app with commands that need no key of their own."""

    def commands(self) -> Iterator[Command]:
        """The commands, as they are worded now."""


@runtime_checkable
class NamesActions(Protocol):
    """A screen that calls some of its actions by more than their keys' common word."""

    def words_of(self, action: str) -> str | None:
        """What an action does just now; None where its key says it well enough."""


def commands_of(screen: Screen[object], app: App[None]) -> tuple[Command, ...]:
    """What can be done on `screen` now, nearest first; then each language, each theme, and the line."""
    keys: dict[tuple[DOMNode, str], list[str]] = {}
    words: dict[tuple[DOMNode, str], str] = {}
    for node, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.show and binding.action not in _ELSEWHERE:
            keys.setdefault((node, binding.action), []).append(app.get_key_display(binding))
            named = node.words_of(binding.action) if isinstance(node, NamesActions) else None
            words.setdefault((node, binding.action), named or tr(binding.description))
    return (
        *(
            Command(words[node, action], " ".join(written), action, node)
            for (node, action), written in keys.items()
        ),
        *_choices(app),
        *(app.commands() if isinstance(app, HasCommands) else ()),
    )


def _choices(app: App[None]) -> Iterator[Command]:
    for language in Language:
        yield Command(
            tr("Language: {name}", name=language.own_name), "", f"app.speak({language.value!r})", app
        )
    for name, (_, words) in themes.THEMES.items():
        yield Command(tr("Theme: {name}", name=tr(words)), "", f"app.look({name!r})", app)


class PaletteScreen(LeftOnce[Command | None], ModalScreen[Command | None]):
    """A field and a list; dismissed with the command that was picked."""

    BINDINGS = [
        Binding("escape", "leave", N_("Back")),
        Binding("down", "move('cursor_down')", N_("Next"), show=False),
        Binding("up", "move('cursor_up')", N_("Previous"), show=False),
        Binding("pagedown", "move('page_down')", N_("Next page"), show=False),
        Binding("pageup", "move('page_up')", N_("Previous page"), show=False),
    ]
    AUTO_FOCUS = "Field"

    DEFAULT_CSS = """
    PaletteScreen {
        align: left top;
        background: $background 40%;
        &:ansi { background: transparent; }
        #palette {
            width: 100%; height: auto; max-height: 90%;
            padding: 1 4;
            background: $surface; border-bottom: heavy $primary;
        }
        #palette > * { max-width: 76; }
        Field { margin-bottom: 1; }
        OptionList { height: auto; max-height: 16; border: none; padding: 0; background: $surface; }
        #nothing { color: $text-muted; }
    }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._found: tuple[Command, ...] = ()

    @override
    def compose(self) -> ComposeResult:
        with VerticalGroup(id="palette"):
            yield Words(lambda: tr("What would you like to do?"))
            yield Field()
            yield OptionList()
            yield Words(lambda: tr("Nothing here is called that."), id="nothing")
        yield KeyHints()

    def on_mount(self) -> None:
        """Begin with everything."""
        self._list.can_focus = False
        self._show(self._commands)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(None)

    async def action_move(self, action: str) -> None:
        """Move the mark in the list, while the typing goes on in the field."""
        await self.app.run_action(action, self._list)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        typed = event.value.strip()
        if not typed:
            self._show(self._commands)
            return
        matcher = Matcher(typed)
        scored = [(matcher.match(command.words), command) for command in self._commands]
        scored = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        self._show(tuple(command for _, command in scored))

    @on(Input.Submitted)
    def _pick_marked(self) -> None:
        if self._list.highlighted is not None:
            self.dismiss(self._found[self._list.highlighted])

    @on(OptionList.OptionSelected)
    def _pick_clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def _show(self, found: tuple[Command, ...]) -> None:
        self._found = found
        self._list.clear_options()
        self._list.add_options(Option(_line(command)) for command in found)
        self._list.highlighted = 0 if found else None
        self._list.display = bool(found)
        self.query_one("#nothing").display = not found

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)


def _line(command: Command) -> Styled:
    keys = (f"  {command.keys}", "$text-muted") if command.keys else ""
    return Styled.assemble(command.words, keys)
