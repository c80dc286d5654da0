"""A shelf of objects made when somebody asks for them: a school of any size costs nothing to open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import TypeVar

from typing_extensions import override

T = TypeVar("T")

MOST = 500
"""So many made objects are kept, the latest asked for; older ones are made again."""


class Shelf(MutableMapping[str, T]):
    """Objects by id: those put here stay for good, the others are made at need, always the same way.

    A change inside a made object lasts as long as it is kept. Whoever needs a lasting one puts it here.
    """

    def __init__(
        self,
        put: Mapping[str, T | None],
        make: Callable[[str], T | None],
        keys: Callable[[], Iterable[str]],
        *,
        most: int | None = MOST,
    ) -> None:
        """Make nothing yet.

        Args:
            put: what stands here from the start; None means that there is nothing under an id.
            make: makes the object of any other id; None where there is nothing.
            keys: the ids, in order, that `make` may know.
            most: how many made objects are kept; None keeps them all.
        """
        self._put: dict[str, T | None] = dict(put)
        self._first = tuple(put)
        self._make = make
        self._keys = keys
        self._most = most
        self._made: dict[str, T] = {}

    @override
    def __getitem__(self, key: str) -> T:
        found = self._put[key] if key in self._put else self._kept(key)
        if found is None:
            raise KeyError(key)
        return found

    @override
    def __setitem__(self, key: str, value: T) -> None:
        self._put[key] = value

    @override
    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._put[key] = None

    @override
    def __iter__(self) -> Iterator[str]:
        # What was put over a made object takes its place in the order.
        for key in dict.fromkeys([*self._first, *self._keys(), *self._put]):
            if key in self:
                yield key

    @override
    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _kept(self, key: str) -> T | None:
        found = self._made.pop(key) if key in self._made else self._make(key)
        if found is not None:
            self._made[key] = found
            if self._most is not None and len(self._made) > self._most:
                del self._made[next(iter(self._made))]
        return found
