"""A child's quick stats in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.export.plain.facts import Lines, fact, section
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.numbers import number

if TYPE_CHECKING:
    from optilearn_tui.school.quick_stats import QuickStats


def stats(told: QuickStats) -> Lines:
    """The four pairs in the order of the platform's dashboard (PLATFORM.md §7)."""
    return section(
        tr("At a glance"),
        [
            fact(tr("Current streak"), told.current_streak, days),
            fact(tr("Longest streak"), told.longest_streak, days),
            fact(tr("Points"), told.total_points, number),
            fact(tr("Badges"), told.badges, number),
            fact(tr("Live classes attended this month"), told.attended, number),
            fact(tr("Live classes missed this month"), told.missed, number),
            fact(tr("Courses"), told.courses, number),
            fact(tr("Courses completed"), told.completed, number),
        ],
    )


def days(count: int) -> str:
    """A number of days in words."""
    return ntr("{n} day", "{n} days", count)
