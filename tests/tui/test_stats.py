"""The four quick stats."""

from __future__ import annotations

from datetime import UTC, datetime

from textual.app import App, ComposeResult

from optilearn_tui.api.errors import Unreachable
from optilearn_tui.api.overview import Overview
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.stats import Stats
from tests.tui.screen_text import screen_text

OVERVIEW = {
    "gamification": {"currentStreak": 6, "longestStreak": 21, "totalPoints": 1234567, "badges": [{}]},
    "liveClasses": {"attendedThisMonth": 1, "missedThisMonth": 0},
    "courses": [{"status": "COMPLETED"}, {"status": "ACTIVE", "completedAt": None}],
}


class Counting(App[None]):
    """Quick stats of one feed."""

    def __init__(self, feed: Feed[Overview]) -> None:
        super().__init__()
        self.feed = feed

    def compose(self) -> ComposeResult:
        stats = Stats()
        stats.overview = self.feed
        yield stats


async def shown(feed: Feed[Overview]) -> list[str]:
    app = Counting(feed)
    async with app.run_test(size=(80, 2)) as pilot:
        await pilot.pause()
        return [line.strip() for line in screen_text(app).splitlines()]


def read(**overview: object) -> Feed[Overview]:
    return Feed("c-1", Reading(Overview.model_validate(overview), datetime(2026, 4, 15, tzinfo=UTC)))


async def test_streak_points_classes_and_courses_stand_in_the_platforms_order() -> None:
    first, second = await shown(read(**OVERVIEW))
    assert first.split("  ")[0] == "6-day streak"
    assert [part.strip() for part in first.split("   ") if part.strip()] == [
        "6-day streak",
        "12,34,567 points",
        "1 class attended",
        "2 courses",
    ]
    assert [part.strip() for part in second.split("   ") if part.strip()] == [
        "longest 21 days",
        "1 badge",
        "0 missed",
        "1 completed",
    ]


async def test_what_is_not_known_is_never_shown_as_a_zero() -> None:
    first, second = await shown(read())
    assert first.count("?") == 4
    assert second.count("?") == 4
    assert "0" not in first + second


async def test_waiting_and_failing_do_not_look_alike() -> None:
    assert (await shown(Feed("c-1", loading=True)))[0].startswith("…")
    assert (await shown(Feed("c-1", error=Unreachable())))[0].startswith("?")
