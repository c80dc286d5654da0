"""Reading many things: handed over as it comes, told with counts, stopped at will."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.app import App

from optilearn_tui.api.errors import ApiError, SessionEnded, Unreachable
from optilearn_tui.api.paging import Page, Pages
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.staff.errand import Errand, Progress
from tests.tui.screen_text import settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from optilearn_tui.api.sweep import Swept
    from optilearn_tui.tui.messages import SessionLost

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)


class Owner(App[None]):
    """Somebody who has things read, and what became of them."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Progress | None] = []
        self.heard: list[int | str] = []
        self.ends: list[ApiError | None] = []
        self.lost = 0

    def on_mount(self) -> None:
        self.errand = Errand(self.screen, lambda: self.told.append(self.errand.progress), name="test")

    def hear(self, swept: Sequence[Swept[int, str]]) -> None:
        self.heard += [
            each.outcome.value if isinstance(each.outcome, Reading) else each.key for each in swept
        ]

    def on_session_lost(self, _: SessionLost) -> None:
        self.lost += 1


@asynccontextmanager
async def owner() -> AsyncIterator[tuple[Owner, Pilot[None]]]:
    app = Owner()
    async with app.run_test() as pilot:
        yield app, pilot


async def answer(key: int) -> Reading[str]:
    return Reading(f"answer {key}", NOON)


def words() -> str:
    return "Reading"


async def test_every_key_is_asked_about_once_and_its_end_is_told() -> None:
    async with owner() as (app, pilot):
        app.errand.sweep(words, [1, 2, 2, 3], answer, app.hear, app.ends.append)
        await settle(pilot)
        assert sorted(map(str, app.heard)) == ["answer 1", "answer 2", "answer 3"]
        assert app.ends == [None]
        first, *_, last = app.told
        assert first == Progress(words, total=3)
        assert last is None


async def test_nothing_to_read_is_at_its_end_at_once() -> None:
    async with owner() as (app, pilot):
        app.errand.sweep(words, [], answer, app.hear, app.ends.append)
        await settle(pilot)
        assert (app.heard, app.ends, app.errand.progress) == ([], [None], None)


async def test_what_fails_is_counted_and_told() -> None:
    async def ask(key: int) -> Reading[str]:
        if key == 2:
            raise Unreachable
        return await answer(key)

    async with owner() as (app, pilot):
        app.errand.sweep(words, [2], ask, app.hear, app.ends.append)
        await settle(pilot)
        assert app.heard == [2]
        assert isinstance(app.ends[0], Unreachable)
        assert [each.failed for each in app.told if each is not None][-1] == 1


async def test_a_stopped_errand_asks_and_tells_nothing_more() -> None:
    asked: list[int] = []
    waiting = asyncio.Event()

    async def ask(key: int) -> Reading[str]:
        asked.append(key)
        waiting.set()
        await asyncio.Event().wait()
        return await answer(key)

    async with owner() as (app, pilot):
        app.errand.sweep(words, range(100), ask, app.hear, app.ends.append)
        await waiting.wait()
        app.errand.stop()
        await settle(pilot)
        assert len(asked) <= 8
        assert (app.heard, app.ends, app.errand.progress) == ([], [], None)


async def test_another_errand_takes_the_place_of_the_one_before() -> None:
    async def never(_: int) -> Reading[str]:
        await asyncio.Event().wait()
        raise AssertionError

    async with owner() as (app, pilot):
        app.errand.sweep(words, [1], never, app.hear, app.ends.append)
        app.errand.sweep(words, [2], answer, app.hear, app.ends.append)
        await settle(pilot)
        assert app.heard == ["answer 2"]
        assert app.ends == [None]


async def test_one_errand_may_follow_another() -> None:
    async with owner() as (app, pilot):

        def then(_: ApiError | None) -> None:
            app.errand.sweep(words, [2], answer, app.hear, app.ends.append)

        app.errand.sweep(words, [1], answer, app.hear, then)
        await settle(pilot)
        assert app.heard == ["answer 1", "answer 2"]
        assert None not in app.told[:-1]


async def test_a_listing_is_read_page_by_page_with_its_total() -> None:
    async def page(number: int) -> Page[int]:
        return Page((number * 2, number * 2 + 1), total=4, last=2, at=NOON)

    async with owner() as (app, pilot):
        app.errand.read(words, Pages(page, key=lambda item: item), app.heard.extend, app.ends.append)
        await settle(pilot)
        assert app.heard == [2, 3, 4, 5]
        assert app.ends == [None]
        assert [(each.done, each.total) for each in app.told if each is not None] == [
            (0, None),
            (2, 4),
            (4, 4),
        ]


async def test_a_lost_session_is_told_once() -> None:
    async def ask(_: int) -> Reading[str]:
        raise SessionEnded

    async with owner() as (app, pilot):
        app.errand.sweep(words, range(5), ask, app.hear, app.ends.append)
        await settle(pilot)
        assert app.lost == 1
        assert app.heard == [0, 1, 2, 3, 4]
