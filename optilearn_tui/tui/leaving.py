"""A screen that lies over another one, and is left exactly once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen
from typing_extensions import override

R = TypeVar("R")


class LeftOnce(Screen[R]):
    """A screen whose second dismissal does nothing.

    A key pressed twice asks twice before the first has had its effect, and Textual dismisses whatever screen
    is on top by then: the one below.
    """

    @override
    def dismiss(self, result: R | None = None) -> AwaitComplete:
        return super().dismiss(result) if self.is_current else AwaitComplete()
