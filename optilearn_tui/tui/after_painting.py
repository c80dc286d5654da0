"""Doing something once what was just changed stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget


def after_painting(widget: Widget, act: Callable[[], None]) -> None:
    """Call `act` when the widget's screen has been drawn up; at once where the widget is gone.

    A screen takes itself for drawn up as soon as no part has told it of a change. Parts tell it when their
    turn comes, and some have words only once they have a size: so each that has still something to do is
    waited for.
    """

    def act_or_wait() -> None:
        parts = widget.screen.walk_children(with_self=True) if widget.is_attached else []
        busy = next((part for part in parts if part.message_queue_size), None)
        if busy is None or not busy.call_after_refresh(act_or_wait):
            act()

    if not widget.call_after_refresh(act_or_wait):
        act()
