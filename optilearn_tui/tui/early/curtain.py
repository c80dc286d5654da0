"""What stood on the terminal before the toolkit drew stays there, until what the toolkit draws is as good.

The early picture is the whole dashboard. The toolkit's own first screens are nearly empty: they are drawn as
ever, but behind a curtain. It opens where the dashboard stands, and then only what differs is sent. What
comes first (another screen, another size, some time) opens it as well.

What a person does meanwhile is meant for what they see, the dashboard: it is held until the curtain opens.
"""

from __future__ import annotations

import sys
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.message import Message

    from optilearn_tui.tui.thrifty.painter import Painter


class BehindCurtain:
    """A screen that may be drawn behind the curtain; where any other comes up, it opens."""


class Curtain:
    """Between the terminal of this process and what the toolkit draws.

    Attributes:
        is_closed: whether the terminal goes on to show the early picture, whatever is drawn.
    """

    def __init__(self) -> None:
        self.is_closed = False
        self._painter: Painter | None = None
        self._is_in_doubt = False
        self._has_driver = False
        self._reveal: Callable[[], None] | None = None
        self._take: Callable[[Message], None] | None = None
        self._held: list[Message] = []
        self._lock = RLock()

    # Before there is a driver.

    @property
    def may_close(self) -> bool:
        """Whether a picture can still be painted before the toolkit draws."""
        return not self._has_driver

    def close_over(self, painter: Painter) -> None:
        """The early picture stands, and this one painted it."""
        self._painter = painter
        self.is_closed = not self._is_in_doubt

    def doubt(self) -> None:
        """What the terminal shows may have changed by itself. May be called while a signal is handled."""
        self._is_in_doubt = True
        self.is_closed = False

    def doubted(self) -> bool:
        """Whether it may have, since this was asked last."""
        doubted, self._is_in_doubt = self._is_in_doubt, False
        return doubted

    # Where the driver is.

    def hand_over(self, reveal: Callable[[], None], take: Callable[[Message], None]) -> None:
        """A driver is there: it alone writes on the terminal from now on.

        Args:
            reveal: shows what was drawn behind the curtain; may be called from any thread.
            take: gives the app what was held from it; may be called from any thread.
        """
        self._has_driver = True
        self._reveal = reveal
        self._take = take

    def take_painter(self) -> Painter | None:
        """Who painted the early picture and knows what the terminal shows; once."""
        painter, self._painter = self._painter, None
        if painter is not None and self.doubted():
            painter.forget()
        return painter

    def fall(self) -> None:
        """The terminal is left: there is nothing to be hidden any more, nor to be shown."""
        with self._lock:
            self.is_closed = False
            self._held.clear()

    # The app.

    def holds(self, done: Message) -> bool:
        """Keep what a person did until the curtain opens; False where it is open. From any thread."""
        with self._lock:
            if self.is_closed:
                self._held.append(done)
            return self.is_closed

    def open(self) -> None:
        """Show what the toolkit drew, and let it have what was held. From any thread, and more than once."""
        with self._lock:
            if self.is_closed and self._reveal is not None:
                self._reveal()
            self.is_closed = False
            held, self._held = self._held, []
            if self._take is not None:
                for done in held:  # before another thread may bring what was done after it
                    self._take(done)


curtain = Curtain()


def can_stand_early(environ: Mapping[str, str], painting: str | None) -> bool:
    """Whether the driver of the toolkit is going to be one that leaves an early picture standing.

    Args:
        environ: the environment.
        painting: the setting of this name.
    """
    return sys.platform != "win32" and painting != "textual" and "TEXTUAL_DRIVER" not in environ
