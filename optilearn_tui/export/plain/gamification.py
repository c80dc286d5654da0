"""A child's streak, points and badges in plain text."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.facts import Lines, fact, gap, numbered, section
from optilearn_tui.export.plain.stats import days
from optilearn_tui.i18n import dates, tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.days import day_of
from optilearn_tui.school.newest import newest_first

if TYPE_CHECKING:
    from optilearn_tui.api.gamification import Badge, Gamification


def gamification(told: Gamification | Unknown, zone: tzinfo) -> Lines:
    """Streaks, points, and each badge, newest first."""
    title = tr("Streak, points and badges")
    if isinstance(told, Unknown):
        return gap(title, told)
    return section(
        title,
        [
            fact(tr("Current streak"), told.current_streak, days),
            fact(tr("Longest streak"), told.longest_streak, days),
            fact(tr("Points"), told.total_points, number),
            *_badges(told.badges, zone),
        ],
    )


def _badges(told: tuple[Badge, ...] | Unknown, zone: tzinfo) -> Lines:
    if isinstance(told, Unknown):
        return [fact(tr("Badges"), told)]
    if not told:
        return [tr("No badges yet.")]
    ordered = newest_first(told, lambda badge: badge.earned_at)
    return [line for place, badge in enumerate(ordered, 1) for line in _badge(badge, place, zone)]


def _badge(badge: Badge, place: int, zone: tzinfo) -> Lines:
    return [
        numbered(badge.name, "", place),
        fact(tr("Earned"), badge.earned_at, lambda moment: dates.day(day_of(moment, zone))),
    ]
