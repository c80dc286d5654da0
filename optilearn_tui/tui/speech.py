"""Switching the language while the program runs: whatever shows words says them again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from textual.screen import Screen


@runtime_checkable
class Speaks(Protocol):
    """A widget or screen that shows words of the program, not only data."""

    def retranslate(self) -> None:
        """Say every word again in the language spoken now (`i18n.current()`); called on the app's thread.

        Focus, scroll positions and what was typed have to stay as they are.
        """


def retranslate(screens: Iterable[Screen[object]]) -> None:
    """Let every speaker on `screens` say its words again, a screen before the widgets on it."""
    for screen in screens:
        for node in (screen, *screen.walk_children()):
            if isinstance(node, Speaks):
                node.retranslate()
