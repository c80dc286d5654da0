"""A child's streak, points and badges, as the overview tells them."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT, Count, Maybe, Moment, Record, Text


class Badge(Record, frozen=True):
    """One badge and when it was earned."""

    name: Maybe[Text] = LEFT_OUT
    icon: Maybe[Text | None] = LEFT_OUT
    earned_at: Maybe[Moment | None] = LEFT_OUT


class Gamification(Record, frozen=True):
    """Streaks in days with at least one completed lesson (PLATFORM.md §7), points, and badges."""

    current_streak: Maybe[Count] = LEFT_OUT
    longest_streak: Maybe[Count] = LEFT_OUT
    total_points: Maybe[Count] = LEFT_OUT
    badges: Maybe[tuple[Badge, ...]] = LEFT_OUT
