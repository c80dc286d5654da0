"""How many bytes came and went, for whoever pays for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from optilearn_tui.api.cache.kept import Amount

if TYPE_CHECKING:
    from optilearn_tui.api.cache import AnyShelf
    from optilearn_tui.api.clock import Clock

_WRITTEN_AFTER = 64 * 1024
"""Bytes after which the count of the day is written down; the rest when the client is closed."""


class Traffic:
    """Counts headers, and bodies as they travel, above TLS.

    Attributes:
        received, sent: bytes of this run.
    """

    def __init__(self, clock: Clock, shelf: Callable[[], AnyShelf]) -> None:
        """Nothing came or went yet.

        Args:
            clock: tells which day it is, by this machine's calendar.
            shelf: where the days are counted now.
        """
        self.received = 0
        self.sent = 0
        self._clock = clock
        self._shelf = shelf
        self._unwritten = Amount()

    def count(self, *, received: int, sent: int) -> None:
        """So much more came and went."""
        self.received += received
        self.sent += sent
        before = self._unwritten
        self._unwritten = Amount(before.received + received, before.sent + sent)
        if self._unwritten.received + self._unwritten.sent >= _WRITTEN_AFTER:
            self.write_down()

    def write_down(self) -> None:
        """Add what came and went to the day's count."""
        amount, self._unwritten = self._unwritten, Amount()
        if amount != Amount():
            self._shelf().count(self._today, amount)

    async def today(self) -> Amount:
        """What came and went today, by all runs that count at the same place."""
        self.write_down()
        return await self._shelf().counted(self._today)

    @property
    def _today(self) -> str:
        return self._clock().astimezone().date().isoformat()
