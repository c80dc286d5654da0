"""A shelf that forgets everything at the end of the run: where nothing may stay on this machine."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from optilearn_tui.api.cache.kept import Amount

if TYPE_CHECKING:
    from collections.abc import Collection

    from optilearn_tui.api.cache.kept import Kept

MOST_BYTES = 16 * 1024 * 1024
"""Bodies kept at most, unless told otherwise."""


class MemoryShelf:
    """Keeps answers and notes in memory, the latest up to `cap` bytes."""

    def __init__(self, cap: int = MOST_BYTES) -> None:
        self._cap = cap
        self._answers: OrderedDict[bytes, tuple[bytes, Kept]] = OrderedDict()
        self._notes: dict[tuple[bytes, str], str] = {}
        self._days: dict[str, Amount] = {}
        self._size = 0

    async def find(self, key: bytes) -> Kept | None:
        """The answer of that name; None where none is kept."""
        _, kept = self._answers.get(key, (b"", None))
        return kept

    def put(self, scope: bytes, key: bytes, kept: Kept) -> None:
        """Keep an answer, in place of an earlier one of that name."""
        self.drop(key)
        self._answers[key] = (scope, kept)
        self._size += len(kept.body)
        while self._size > self._cap:
            self.drop(next(iter(self._answers)))

    def drop(self, key: bytes) -> None:
        """Keep that answer no longer."""
        _, dropped = self._answers.pop(key, (b"", None))
        self._size -= len(dropped.body) if dropped is not None else 0

    def drop_other_snapshots(self, scope: bytes, keys: Collection[bytes]) -> None:
        """Keep no snapshots of that scope but these."""
        for key, (its_scope, kept) in tuple(self._answers.items()):
            if its_scope == scope and kept.is_snapshot and key not in keys:
                self.drop(key)

    async def note(self, scope: bytes, name: str) -> str | None:
        """What was written down under that name."""
        return self._notes.get((scope, name))

    def write_note(self, scope: bytes, name: str, value: str) -> None:
        """Write something down."""
        self._notes[scope, name] = value

    def count(self, day: str, amount: Amount) -> None:
        """Add to what was received and sent on a day."""
        before = self._days.get(day, Amount())
        self._days[day] = Amount(before.received + amount.received, before.sent + amount.sent)

    async def counted(self, day: str) -> Amount:
        """What was received and sent on a day."""
        return self._days.get(day, Amount())

    async def forget(self, scopes: Collection[bytes]) -> bool:
        """Keep nothing of those scopes any longer; True where that is so."""
        for key in [key for key, (scope, _) in self._answers.items() if scope in scopes]:
            self.drop(key)
        self._notes = {place: note for place, note in self._notes.items() if place[0] not in scopes}
        return True

    async def forget_all(self) -> bool:
        """Keep nothing at all any longer; True where that is so."""
        self._answers.clear()
        self._notes.clear()
        self._days.clear()
        self._size = 0
        return True

    async def flush(self) -> None:
        """Nothing waits to be written."""
