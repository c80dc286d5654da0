"""Live classes and days at school, whatever order the answers come in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.app import App
from typing_extensions import override

from optilearn_tui.api.overview import Overview
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.facts.live_classes import LiveClassesFacts
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.panels.live_classes import LiveClassesPanel
from optilearn_tui.tui.question import Rhythm
from tests.tui.facts.shown import INDIA, NOON, noon

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.tui.facts.attendance import Days, Month


class PanelApp(App[None]):
    def __init__(self, live: LiveClassesPanel) -> None:
        super().__init__()
        self.live = live

    @override
    def compose(self) -> ComposeResult:
        yield self.live


def of_child(contact_id: str) -> Feed[Overview]:
    return Feed(contact_id, Reading(Overview.model_validate({}), NOON))


async def for_ever(_: Month) -> Reading[Days]:
    await asyncio.Event().wait()
    raise AssertionError


async def test_another_child_is_worded_once_when_its_days_are_asked_for() -> None:
    worded: list[str | None] = []

    class Counted(LiveClassesPanel):
        @override
        def redraw(self) -> None:
            worded.append(self.subject)
            super().redraw()

    live = Counted(LiveClassesFacts(clock=noon, zone=INDIA), for_ever, rhythm=Rhythm())
    async with PanelApp(live).run_test() as pilot:
        live.overview, live.subject = of_child("c-1"), "c-1"
        await pilot.pause()
        worded.clear()
        live.overview = of_child("c-2")
        assert worded == []
        live.subject = "c-2"
        assert worded == ["c-2"]
