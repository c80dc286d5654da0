"""The four quick stats in words: streak, points, classes, courses (PLATFORM.md §7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.school.quick_stats import QuickStats, quick_stats
from optilearn_tui.tui.columns import Lines, padded
from optilearn_tui.tui.mask import VEIL, is_masked
from optilearn_tui.tui.paint import QUIET, quiet
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.feed import Feed

Count = int | Unknown
_GAP = 2


def stats_lines(feed: Feed[Overview], width: int) -> Lines:
    """Four pairs of figures over two lines; nothing but signs until the overview is there.

    Args:
        feed: what is known of the overview.
        width: cells there are.
    """
    waiting = [(quiet("…" if feed.loading else NOT_KNOWN), Styled())] * 4
    pairs = _pairs(quick_stats(feed.reading.value)) if feed.reading else waiting
    column = max(0, (width - 3 * _GAP) // 4)
    rows = zip(*pairs, strict=True)
    return [Styled(" " * _GAP).join(padded(cell, column) for cell in row) for row in rows]


def _pairs(stats: QuickStats) -> list[tuple[Styled, Styled]]:
    return [
        (
            _strong(stats.current_streak, _streak, tr("Streak: ?")),
            _quiet(stats.longest_streak, _longest, tr("longest: ?")),
        ),
        (
            _veil_of_points() if is_masked() else _strong(stats.total_points, _points, tr("Points: ?")),
            _quiet(stats.badges, _badges, tr("badges: ?")),
        ),
        (
            _strong(stats.attended, _attended, tr("Classes: ?")),
            _quiet(stats.missed, _missed, tr("missed: ?")),
        ),
        (
            _strong(stats.courses, _courses, tr("Courses: ?")),
            _quiet(stats.completed, _completed, tr("completed: ?")),
        ),
    ]


def _strong(count: Count, word: Callable[[int], str], unknown: str) -> Styled:
    return Styled.of(unknown, QUIET) if isinstance(count, Unknown) else Styled.of(word(count), "bold")


def _veil_of_points() -> Styled:
    return quiet(tr("Points: {points}", points=VEIL))


def _quiet(count: Count, word: Callable[[int], str], unknown: str) -> Styled:
    return quiet(unknown if isinstance(count, Unknown) else word(count))


def _streak(n: int) -> str:
    return ntr("{n}-day streak", "{n}-day streak", n)


def _longest(n: int) -> str:
    return ntr("longest {n} day", "longest {n} days", n)


def _points(n: int) -> str:
    return ntr("{n} point", "{n} points", n)


def _badges(n: int) -> str:
    return ntr("{n} badge", "{n} badges", n)


def _attended(n: int) -> str:
    return ntr("{n} class attended", "{n} classes attended", n)


def _missed(n: int) -> str:
    return ntr("{n} missed", "{n} missed", n)


def _courses(n: int) -> str:
    return ntr("{n} course", "{n} courses", n)


def _completed(n: int) -> str:
    return ntr("{n} completed", "{n} completed", n)
