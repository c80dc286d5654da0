"""The four quick stats at the top of a child's dashboard (PLATFORM.md §7, dashboard order)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from optilearn_tui.api.gamification import Gamification
from optilearn_tui.api.live_classes import LiveClasses
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.courses import completed_count

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview


class QuickStats(NamedTuple):
    """Streaks (days), points and badges, classes attended and missed, courses and how many are completed.

    Each is a count, or `Unknown` where its part of the overview is. Classes are live classes of this calendar
    month.
    """

    current_streak: int | Unknown = LEFT_OUT
    longest_streak: int | Unknown = LEFT_OUT
    total_points: int | Unknown = LEFT_OUT
    badges: int | Unknown = LEFT_OUT
    attended: int | Unknown = LEFT_OUT
    missed: int | Unknown = LEFT_OUT
    courses: int | Unknown = LEFT_OUT
    completed: int | Unknown = LEFT_OUT


def quick_stats(overview: Overview) -> QuickStats:
    """The quick stats of one overview; a count below zero is unreadable."""
    game, live, courses = overview.gamification, overview.live_classes, overview.courses
    if isinstance(game, Unknown):
        game = Gamification(current_streak=game, longest_streak=game, total_points=game, badges=game)
    if isinstance(live, Unknown):
        live = LiveClasses(attended_this_month=live, missed_this_month=live)
    return QuickStats(
        current_streak=_count(game.current_streak),
        longest_streak=_count(game.longest_streak),
        total_points=_count(game.total_points),
        badges=game.badges if isinstance(game.badges, Unknown) else len(game.badges),
        attended=_count(live.attended_this_month),
        missed=_count(live.missed_this_month),
        courses=courses if isinstance(courses, Unknown) else len(courses),
        completed=courses if isinstance(courses, Unknown) else completed_count(courses),
    )


def _count(value: int | Unknown) -> int | Unknown:
    return Unknown.UNREADABLE if isinstance(value, int) and value < 0 else value
