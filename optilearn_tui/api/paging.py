"""Listings that come in pages: read in order, a few pages ahead, and never for ever.

A reader that may stop early closes the iterator (`contextlib.aclosing(aiter(pages))`); afterwards
`pages.complete` says whether everything was given.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from optilearn_tui.api.errors import NotFound, UnreadableAnswer
from optilearn_tui.api.models import LEFT_OUT, Count, Maybe, Record, Unknown

T = TypeVar("T")

PER_PAGE = 100
"""Rows asked for on a page; a server may give fewer [A]."""
AT_ONCE = 4
"""Pages under way at once, unless told otherwise."""
MOST_PAGES = 1_000
"""Where reading stops, whatever the server says of further pages."""
_STALE_PAGES = 2
"""So many pages running that bring nothing new are no listing any more: the server repeats itself."""


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a listing.

    Attributes:
        items: what is on the page, in the server's order.
        total: items on all pages, as the server counts them.
        last: the number of the last page, from 1.
        at: when the server gave it (aware, UTC).
    """

    items: tuple[T, ...]
    total: int | Unknown = LEFT_OUT
    last: int | Unknown = LEFT_OUT
    at: datetime | None = None


class PageNumbers(Record, frozen=True):
    """Where a page stands among all (PLATFORM.md §4): in `meta`, or among the keys of `data`."""

    total: Maybe[Count] = LEFT_OUT
    per_page: Maybe[Count] = LEFT_OUT
    limit: Maybe[Count] = LEFT_OUT
    total_pages: Maybe[Count] = LEFT_OUT

    @property
    def last(self) -> int | Unknown:
        """The number of the last page. Where two figures differ the larger counts: an empty page ends it."""
        told = [self.total_pages] if isinstance(self.total_pages, int) else []
        size = self.per_page if isinstance(self.per_page, int) else self.limit
        if isinstance(self.total, int) and isinstance(size, int) and size:
            told.append(-(-self.total // size))
        return max(told, default=LEFT_OUT)


def page_of(
    data: object,
    meta: object,
    read_rows: Callable[[object], tuple[T, ...]],
    *,
    key: str,
    host: str | None = None,
) -> Page[T]:
    """The page in an answer: `data` is the list itself, or an object with the list under `key`.

    Args:
        data: what the envelope holds.
        meta: the envelope's `meta`, or None.
        read_rows: makes records of the list.
        key: where the list is expected inside an object; an object's only list is taken as well.
        host: the host that answered, for the error.

    Raises:
        UnreadableAnswer: there is no list.
    """
    inside = data if isinstance(data, Mapping) else {}
    rows = data if isinstance(data, list) else inside.get(key)
    if not isinstance(rows, list):
        lists = [value for value in inside.values() if isinstance(value, list)]
        if len(lists) != 1:
            raise UnreadableAnswer("shape", host=host)
        rows = lists[0]
    numbers = PageNumbers.model_validate({**inside, **(meta if isinstance(meta, Mapping) else {})})
    return Page(read_rows(rows), numbers.total, numbers.last)


class Pages(Generic[T]):
    """All pages of one listing as an async iterator of what each page adds.

    An item that shows up twice, because the listing moved while it was read, is given once. Reading ends on
    the last page; on an empty page or one that is not found; where the server tells no last page, on a page
    without anything new; after two such pages where it does; and after `most` pages. Once the iterator is
    closed or its task cancelled, pages under way are given up and none is asked for any more.

    Attributes:
        read: items given so far.
        total: items on all pages, as last told: for "1,200 of 2,000".
        at: when the oldest of the pages given was read (aware, UTC); None before the first.
    """

    def __init__(
        self,
        ask: Callable[[int], Coroutine[object, object, Page[T]]],
        *,
        key: Callable[[T], Hashable],
        at_once: int = AT_ONCE,
        most: int = MOST_PAGES,
    ) -> None:
        """Begin nothing yet.

        Args:
            ask: asks for the page of a number, from 1.
            key: what tells one item from another.
            at_once: pages under way at once; further ones than the next are asked for only where the server
                tells how many there are.
            most: pages read at most.
        """
        self._ask = ask
        self._key = key
        self._at_once = at_once
        self._most = most
        self._begin()

    def _begin(self) -> None:
        self.read = 0
        self.total: int | Unknown = LEFT_OUT
        self.at: datetime | None = None
        self._last: int | Unknown = LEFT_OUT
        self._number = 0
        self._stale = 0
        self._moved = False
        self._ended = False
        self._seen: set[Hashable] = set()

    @property
    def complete(self) -> bool:
        """Whether everything was given for all that can be told.

        False before the end, where the server promised more than it gave, and where its figures changed
        meanwhile: what moved to a page already read is missing.
        """
        promised = self._last if isinstance(self._last, int) else self._number
        counted = self.total if isinstance(self.total, int) else self.read
        return self._ended and not self._moved and self._number >= promised and self.read == counted

    async def every(self) -> tuple[T, ...]:
        """Everything, once it has all been read. Raises what asking for a page raises."""
        return tuple([item async for items in self for item in items])

    async def __aiter__(self) -> AsyncGenerator[tuple[T, ...]]:
        self._begin()
        under_way: dict[int, asyncio.Task[Page[T]]] = {}
        try:
            while not self._ended and self._number < self._most:
                self._number += 1
                self._ask_ahead(under_way)
                fresh = self._take(await under_way.pop(self._number))
                if fresh:
                    yield fresh
        finally:
            await _give_up(under_way.values())

    def _ask_ahead(self, under_way: dict[int, asyncio.Task[Page[T]]]) -> None:
        last = self._last if isinstance(self._last, int) else self._number
        end = min(max(last, self._number), self._number + self._at_once - 1, self._most)
        for number in range(self._number, end + 1):
            if number not in under_way:
                under_way[number] = asyncio.create_task(self._page(number))

    async def _page(self, number: int) -> Page[T]:
        try:
            return await self._ask(number)
        except NotFound:
            if number == 1:
                raise
            return Page((), self.total, self._last)

    def _take(self, page: Page[T]) -> tuple[T, ...]:
        self.total, self._last = self._told(self.total, page.total), self._told(self._last, page.last)
        self.at = min((at for at in (self.at, page.at) if at is not None), default=None)
        fresh = {key: item for item in page.items if (key := self._key(item)) not in self._seen}
        self._seen |= fresh.keys()
        self.read += len(fresh)
        self._stale = 0 if fresh else self._stale + 1
        self._ended = not page.items or self._is_last()
        return tuple(fresh.values())

    def _told(self, before: int | Unknown, now: int | Unknown) -> int | Unknown:
        if isinstance(now, Unknown):
            return before
        self._moved |= isinstance(before, int) and before != now
        return now

    def _is_last(self) -> bool:
        if isinstance(self._last, int):
            return self._number >= self._last or self._stale >= _STALE_PAGES
        return self._stale > 0 or (isinstance(self.total, int) and self.read >= self.total)


async def _give_up(tasks: Iterable[asyncio.Task[Page[T]]]) -> None:
    left = tuple(tasks)
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
