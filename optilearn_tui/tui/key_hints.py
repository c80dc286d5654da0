"""The last line of every screen: which keys do something here, most important first, as many as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.i18n import tr
from optilearn_tui.tui.styled import Styled
from optilearn_tui.tui.terminal_widths.measuring import cell_len

if TYPE_CHECKING:
    from textual import events
    from textual.binding import ActiveBinding
    from textual.screen import Screen

_ALWAYS = ("sign_in", "help", "quit", "app.quit")
"""Actions whose keys are shown even when nothing else fits: the way back in, the way on, the way out."""

_BETWEEN = 2
"""Cells between two hints."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Some keys and the one thing they are for.

    Attributes:
        keys: name of each key, and how it is written.
        words: what the keys do, in the person's language.
        action: the action of the first key.
    """

    keys: tuple[tuple[str, str], ...]
    words: str
    action: str

    @property
    def written_keys(self) -> str:
        """The keys as the person reads them: a run of digits as `1–9`, others side by side."""
        names = [written for _, written in self.keys]
        if len(names) > 2 and all(name.isdecimal() for name in names):
            return f"{names[0]}–{names[-1]}"
        return " ".join(names)

    @property
    def cells(self) -> int:
        """The most cells this hint takes."""
        return cell_len(f"{self.written_keys} {self.words}")

    def key_at(self, cell: int) -> str:
        """The key meant by a click on this cell of the hint: the one pointed at, else the first."""
        if self.written_keys == " ".join(written for _, written in self.keys):
            end = 0
            for key, written in self.keys:
                end += cell_len(written) + 1
                if cell < end:
                    return key
        return self.keys[0][0]


def hints_of(active: Iterable[ActiveBinding], screen: Screen[object]) -> tuple[Hint, ...]:
    """What the bindings marked to be shown offer, in their order; keys of one group come together."""
    grouped: dict[object, list[ActiveBinding]] = {}
    for bound in active:
        if bound.binding.show and bound.enabled:
            grouped.setdefault(bound.binding.group or bound.binding.action, []).append(bound)
    return tuple(_hint(bindings, screen) for bindings in grouped.values())


def _hint(bindings: list[ActiveBinding], screen: Screen[object]) -> Hint:
    first = bindings[0].binding
    # Several keys for one action are a choice nobody needs to see here: the first one stands for them.
    together = [bound.binding for bound in bindings] if first.group else [first]
    return Hint(
        keys=tuple((binding.key, screen.app.get_key_display(binding)) for binding in together),
        words=tr(first.group.description if first.group else first.description),
        action=first.action,
    )


def fitting(hints: Iterable[Hint], cells: int) -> tuple[Hint, ...]:
    """The hints that fit in `cells`: help and quit come last and always, the others go from the end."""
    hints = tuple(hints)
    last = tuple(sorted((hint for hint in hints if hint.action in _ALWAYS), key=_rank))
    room = cells - sum(hint.cells + _BETWEEN for hint in last)
    shown: list[Hint] = []
    for hint in hints:
        if hint in last:
            continue
        room -= hint.cells + _BETWEEN
        if room < -_BETWEEN:
            break
        shown.append(hint)
    return (*shown, *last)


def _rank(hint: Hint) -> int:
    return _ALWAYS.index(hint.action)


class KeyHints(Widget):
    """One line of keys; a click on one is a press of it. Put one on every screen, last."""

    DEFAULT_CSS = """
    KeyHints {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        pointer: pointer;
    }
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()

    def on_mount(self) -> None:
        """Follow what the keys can do, which changes with the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)

    @override
    def render(self) -> Styled:
        parts: list[Styled | str | tuple[str, str]] = []
        for _, hint in self._placed():
            if parts:
                parts.append(" " * _BETWEEN)
            parts += [(hint.written_keys, "bold $text-primary"), " ", hint.words]
        return Styled.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        offset = event.get_content_offset(self)
        for start, hint in self._placed() if offset is not None else ():
            if offset is not None and start <= offset.x < start + hint.cells:
                self.app.simulate_key(hint.key_at(offset.x - start))
                return

    def retranslate(self) -> None:
        """Say the hints in the language spoken now."""
        self._follow(self.screen)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is not self.screen or not self.is_attached:
            return
        hints = hints_of(screen.active_bindings.values(), screen)
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def _placed(self) -> Iterator[tuple[int, Hint]]:
        start = 0
        for hint in fitting(self._hints, self.content_size.width):
            yield start, hint
            start += hint.cells + _BETWEEN
