"""The toolkit is put off while the school is about to answer, and not longer than that is worth."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from typing import TYPE_CHECKING

import pytest

from optilearn_tui.tui.early.head_start import HeadStart
from tests.simulated_time import SimulatedLoop, simulated_time
from tests.tui.early.test_picture import easel_of
from tests.tui.people import MEERA, PRINCIPAL

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.sandbox import Sandbox
    from optilearn_tui.tui.early.sight import Sight
    from tests.tui.conftest import ProgramOf

A_START = 3600.0
"""Seconds in which whatever is waited for in the end is given up."""


@pytest.fixture
def loop() -> Iterator[SimulatedLoop]:
    """Time in which nobody waits."""
    with simulated_time() as (loop, _):
        yield loop


def lived(loop: SimulatedLoop, story: Coroutine[None, None, None]) -> None:
    """Tell a story to its end."""
    loop.run_until_complete(asyncio.wait_for(story, A_START))


def _sights() -> list[Sight]:
    return []


async def ended(begun: HeadStart, asking: asyncio.Task[None]) -> None:
    """Give up what is still asked."""
    asking.cancel()
    await asyncio.wait([asking])
    recalled = await begun.recall(None)
    if recalled is not None:
        await recalled.client.aclose()


def test_where_the_school_is_near_its_answer_is_seen_before_anything_else_is_done(
    program: ProgramOf, noon: Clock, loop: SimulatedLoop
) -> None:
    async def story() -> None:
        begun, sights = HeadStart(program(email=MEERA).accounts()), _sights()
        asking = asyncio.create_task(begun.begin(sights.append, easel_of((80, 24), noon).month_of))
        await begun.wait()
        assert [child.name for child in sights[0].children][1:] == ["Aarav Sharma", "Kabir [KD] Sharma [/]"]
        await ended(begun, asking)

    lived(loop, story())


@pytest.mark.parametrize("part", ["children", "overview"])
def test_a_slow_line_is_not_waited_for(
    program: ProgramOf, sandbox: Sandbox, noon: Clock, loop: SimulatedLoop, part: str
) -> None:
    async def story() -> None:
        sandbox.weather.hold(part)
        begun, sights = HeadStart(program(email=MEERA).accounts()), _sights()
        asking = asyncio.create_task(begun.begin(sights.append, easel_of((80, 24), noon).month_of))
        await begun.wait()
        assert begun.is_asking.is_set()
        assert not sights
        assert not asking.done()
        await ended(begun, asking)

    lived(loop, story())


def test_where_nobody_is_signed_in_nothing_is_waited_for(
    program: ProgramOf, noon: Clock, loop: SimulatedLoop
) -> None:
    async def story() -> None:
        for email in (None, PRINCIPAL):
            begun = HeadStart(program(email=email).accounts())
            asking = asyncio.create_task(begun.begin(lambda _: None, easel_of((80, 24), noon).month_of))
            await begun.wait()
            assert begun.is_asking.is_set()
            await ended(begun, asking)

    lived(loop, story())


def test_a_session_that_is_not_to_be_found_is_not_waited_for(program: ProgramOf, loop: SimulatedLoop) -> None:
    async def story() -> None:
        begun = HeadStart(program(email=MEERA).accounts())
        await begun.wait()
        assert not begun.is_asking.is_set()

    lived(loop, story())
