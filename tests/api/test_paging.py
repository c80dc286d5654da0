"""A listing is read to its end, once, within bounds, and never for ever, whatever the server says of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.errors import NotFound, ServerTrouble, UnreadableAnswer
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.paging import Page, Pages, page_of


class Server:
    """A listing of numbers in pages of three, told of as `tell` says; counts what it is asked."""

    def __init__(self, items: Sequence[int], *, size: int = 3) -> None:
        self.items = list(items)
        self.size = size
        self.asked: list[int] = []
        self.busy = self.busiest = 0

    async def page(self, number: int) -> Page[int]:
        self.asked.append(number)
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.sleep(0)
        self.busy -= 1
        return self.answer(number)

    def answer(self, number: int) -> Page[int]:
        total = len(self.items)
        return Page(self.cut(number), total, -(-total // self.size))

    def cut(self, number: int) -> tuple[int, ...]:
        return tuple(self.items[(number - 1) * self.size : number * self.size])


def same(item: int) -> int:
    return item


def pages_of(server: Server, *, at_once: int = 4, most: int = 1_000) -> Pages[int]:
    return Pages(server.page, key=same, at_once=at_once, most=most)


async def test_every_item_of_every_page_comes_in_the_servers_order() -> None:
    pages = pages_of(server := Server(range(10)))

    assert await pages.every() == tuple(range(10))
    assert (pages.read, pages.total, pages.complete) == (10, 10, True)
    assert sorted(server.asked) == [1, 2, 3, 4]


async def test_pages_come_one_batch_each_with_a_count_to_show_meanwhile() -> None:
    pages = pages_of(Server(range(7)))

    seen = [(batch, pages.read, pages.total) async for batch in pages]

    assert seen == [((0, 1, 2), 3, 7), ((3, 4, 5), 6, 7), ((6,), 7, 7)]


async def test_an_empty_listing_is_complete_after_one_question() -> None:
    pages = pages_of(server := Server(()))

    assert await pages.every() == ()
    assert pages.complete
    assert server.asked == [1]


async def test_nothing_is_complete_before_it_was_read() -> None:
    assert not pages_of(Server(())).complete


async def test_no_more_pages_than_allowed_are_under_way_at_once() -> None:
    pages = pages_of(server := Server(range(100)), at_once=5)

    await pages.every()

    assert server.busiest == 5


async def test_reading_again_begins_again() -> None:
    pages = pages_of(Server(range(4)))

    assert await pages.every() == await pages.every()
    assert pages.read == 4


class Silent(Server):
    """Tells no figures at all."""

    def answer(self, number: int) -> Page[int]:
        return Page(self.cut(number))


async def test_without_figures_reading_goes_on_one_by_one_to_the_empty_page() -> None:
    pages = pages_of(server := Silent(range(7)))

    assert await pages.every() == tuple(range(7))
    assert pages.complete
    assert pages.total is LEFT_OUT
    assert server.asked == [1, 2, 3, 4]
    assert server.busiest == 1


class Deaf(Server):
    """Knows of no pages: gives everything, whatever the number."""

    def answer(self, number: int) -> Page[int]:  # noqa: ARG002
        return Page(tuple(self.items))


async def test_a_server_that_knows_no_pages_is_asked_twice_and_everything_is_given_once() -> None:
    pages = pages_of(server := Deaf(range(5)))

    assert await pages.every() == tuple(range(5))
    assert pages.complete
    assert server.asked == [1, 2]


class Boastful(Server):
    """Promises far more than there is."""

    def answer(self, number: int) -> Page[int]:
        return Page(self.cut(number), 10**9, 10**9)


async def test_a_promise_of_endless_pages_ends_at_the_empty_one_and_is_not_complete() -> None:
    pages = pages_of(server := Boastful(range(7)))

    assert await pages.every() == tuple(range(7))
    assert not pages.complete
    assert max(server.asked) <= 4 + 3


class Stuck(Server):
    """Promises endless pages and gives the first one for ever."""

    def answer(self, number: int) -> Page[int]:  # noqa: ARG002
        return Page(self.cut(1), 10**9, 10**9)


async def test_a_server_that_repeats_itself_is_left_after_two_stale_pages() -> None:
    pages = pages_of(server := Stuck(range(7)))

    assert await pages.every() == (0, 1, 2)
    assert not pages.complete
    assert max(server.asked) <= 3 + 3


class Endless(Server):
    """Has another page after every page."""

    def answer(self, number: int) -> Page[int]:
        return Page((number,), last=number + 5)


async def test_a_listing_without_end_is_left_at_the_most_and_is_not_complete() -> None:
    pages = pages_of(server := Endless(()), most=20)

    assert len(await pages.every()) == 20
    assert not pages.complete
    assert max(server.asked) == 20


async def test_a_total_too_small_beside_no_page_count_ends_reading_and_is_noticed() -> None:
    class Modest(Server):
        def answer(self, number: int) -> Page[int]:
            return Page(self.cut(number), 2)

    pages = pages_of(Modest(range(7)))

    assert await pages.every() == (0, 1, 2)
    assert not pages.complete


class Moving(Server):
    """Changes while it is read: `change` is applied once page 1 has been told."""

    def __init__(self, items: Sequence[int], change: Callable[[list[int]], None]) -> None:
        super().__init__(items)
        self.change = change

    def answer(self, number: int) -> Page[int]:
        page = super().answer(number)
        if number == 1:
            self.change(self.items)
        return page


async def test_what_is_added_at_the_front_meanwhile_repeats_nothing_and_is_noticed() -> None:
    pages = pages_of(Moving(range(9), lambda items: items.insert(0, 99)))

    assert await pages.every() == tuple(range(9))
    assert pages.total == 10
    assert not pages.complete


async def test_pages_added_at_the_end_meanwhile_are_read_as_well() -> None:
    pages = pages_of(Moving(range(6), lambda items: items.extend(range(6, 20))), at_once=1)

    assert await pages.every() == tuple(range(20))


async def test_what_is_removed_meanwhile_ends_reading_earlier_and_is_noticed() -> None:
    pages = pages_of(Moving(range(30), lambda items: items.__delitem__(slice(4, None))), at_once=2)

    assert await pages.every() == (0, 1, 2, 3)
    assert not pages.complete


async def test_a_page_that_is_not_found_ends_reading_unless_it_is_the_first() -> None:
    class Strict(Silent):
        def answer(self, number: int) -> Page[int]:
            if not self.cut(number):
                raise NotFound
            return super().answer(number)

    pages = pages_of(Strict(range(6)))

    assert await pages.every() == tuple(range(6))
    assert pages.complete
    with pytest.raises(NotFound):
        await pages_of(Strict(())).every()


async def test_trouble_on_a_later_page_comes_after_what_stands_before_it() -> None:
    class Failing(Server):
        def answer(self, number: int) -> Page[int]:
            if number == 3:
                raise ServerTrouble
            return super().answer(number)

    pages = pages_of(Failing(range(30)))
    batches = aiter(pages)

    assert [await anext(batches), await anext(batches)] == [(0, 1, 2), (3, 4, 5)]
    with pytest.raises(ServerTrouble):
        await anext(batches)
    assert not pages.complete


class Held(Server):
    """Answers page 1, and nothing more until it is let go."""

    def __init__(self, items: Sequence[int]) -> None:
        super().__init__(items)
        self.let_go = asyncio.Event()
        self.asked_two = asyncio.Event()
        self.given_up = 0

    async def page(self, number: int) -> Page[int]:
        self.asked.append(number)
        if number > 1:
            self.asked_two.set()
            try:
                await self.let_go.wait()
            except asyncio.CancelledError:
                self.given_up += 1
                raise
        return self.answer(number)


async def test_a_cancelled_reader_gives_up_the_pages_under_way_and_asks_for_none() -> None:
    server = Held(range(300))
    reader = asyncio.create_task(pages_of(server).every())
    await server.asked_two.wait()

    reader.cancel()
    with suppress(asyncio.CancelledError):
        await reader

    assert reader.cancelled()
    assert server.given_up == len(server.asked) - 1
    assert len(server.asked) <= 1 + 4
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_closing_the_iterator_gives_up_the_pages_under_way() -> None:
    server = Server(range(300))
    async with aclosing(aiter(pages_of(server))) as batches:
        async for _ in batches:
            if len(server.asked) > 3:
                break

    asked = len(server.asked)
    await asyncio.sleep(0)

    assert len(server.asked) == asked < 20
    assert asyncio.all_tasks() == {asyncio.current_task()}


@given(
    items=st.integers(0, 60),
    size=st.integers(1, 7),
    at_once=st.integers(1, 6),
    figures=st.lists(
        st.tuples(st.one_of(st.none(), st.integers(0, 90)), st.one_of(st.none(), st.integers(0, 90))),
        min_size=1,
        max_size=9,
    ),
)
def test_whatever_figures_a_server_tells_reading_ends_and_gives_each_item_at_most_once(
    items: int, size: int, at_once: int, figures: list[tuple[int | None, int | None]]
) -> None:
    class Liar(Server):
        def answer(self, number: int) -> Page[int]:
            total, last = figures[(number - 1) % len(figures)]
            return Page(self.cut(number), told(total), told(last))

    server = Liar(range(items), size=size)
    pages = pages_of(server, at_once=at_once)

    read = asyncio.run(pages.every())

    assert list(read) == list(range(len(read)))
    assert len(server.asked) <= items // size + 1 + at_once
    assert server.busiest <= at_once
    if pages.complete and isinstance(pages.total, int):
        assert len(read) == pages.total


def told(figure: int | None) -> int | Unknown:
    return LEFT_OUT if figure is None else figure


def texts(rows: object) -> tuple[str, ...]:
    assert isinstance(rows, list)
    return tuple(map(str, rows))


@pytest.mark.parametrize(
    ("data", "meta", "page"),
    [
        (["a"], {"total": 5, "page": 1, "perPage": 2, "totalPages": 3}, Page(("a",), 5, 3)),
        ({"courses": ["a"], "total": 5, "perPage": 2}, None, Page(("a",), 5, 3)),
        ({"notifications": ["a"], "total": 26, "limit": 25, "unreadCount": 2}, None, Page(("a",), 26, 2)),
        ({"courses": ["a"], "tags": ["x"], "total": 9}, {"total": 1, "totalPages": 1}, Page(("a",), 1, 1)),
        (["a"], {"total": 40, "perPage": 20, "totalPages": 0}, Page(("a",), 40, 2)),
        (["a"], {"total": 40, "perPage": 0}, Page(("a",), 40)),
        (["a"], {"total": "lots", "totalPages": -3}, Page(("a",), Unknown.UNREADABLE)),
        ([], None, Page(())),
    ],
)
def test_figures_are_found_beside_the_data_or_in_it(data: object, meta: object, page: Page[str]) -> None:
    assert page_of(data, meta, texts, key="courses") == page


@pytest.mark.parametrize("data", [None, "page", 7, {}, {"total": 3}, {"a": [], "b": []}, {"courses": None}])
def test_an_answer_without_one_list_is_unreadable(data: object) -> None:
    with pytest.raises(UnreadableAnswer):
        page_of(data, None, texts, key="courses")
