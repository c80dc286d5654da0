"""A pupil's streak, points and badges, as the overview tells them (PLATFORM.md §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.wire import Row


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge earned so many days ago. `icon` is text or an emoji."""

    name: str
    icon: str | None
    ago: int


@dataclass(frozen=True, slots=True)
class Gamification:
    """Streaks in days, points, badges. As built: nothing yet."""

    current: int = 0
    longest: int = 0
    points: int = 0
    badges: tuple[Badge, ...] = ()


def gamification(tally: Gamification, almanac: Almanac) -> Row:
    """`gamification` of one pupil."""
    return {
        "currentStreak": tally.current,
        "longestStreak": tally.longest,
        "totalPoints": tally.points,
        "badges": [_badge(badge, almanac) for badge in tally.badges],
    }


def _badge(badge: Badge, almanac: Almanac) -> Row:
    row: Row = {"name": badge.name, "earnedAt": almanac.ago(badge.ago, "19:05")}
    return row if badge.icon is None else {**row, "icon": badge.icon}
