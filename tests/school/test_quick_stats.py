"""The four quick stats: counts, or unknown where their part of the overview is."""

from __future__ import annotations

from optilearn_tui.api.courses import Course
from optilearn_tui.api.gamification import Badge, Gamification
from optilearn_tui.api.live_classes import LiveClasses
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.overview import Overview
from optilearn_tui.school.quick_stats import QuickStats, quick_stats


def test_each_stat_is_counted_from_its_part() -> None:
    overview = Overview(
        courses=(Course(status="ACTIVE"), Course(status="COMPLETED")),
        live_classes=LiveClasses(attended_this_month=9, missed_this_month=1),
        gamification=Gamification(
            current_streak=4, longest_streak=21, total_points=1250, badges=(Badge(name="Starter"),)
        ),
    )

    assert quick_stats(overview) == QuickStats(4, 21, 1250, 1, 9, 1, 2, 1)


def test_an_empty_overview_knows_nothing_and_says_no_zero() -> None:
    assert set(quick_stats(Overview())) == {LEFT_OUT}


def test_a_child_with_nothing_yet_has_zeros() -> None:
    overview = Overview(
        courses=(),
        live_classes=LiveClasses(attended_this_month=0, missed_this_month=0),
        gamification=Gamification(current_streak=0, longest_streak=0, total_points=0, badges=()),
    )

    assert quick_stats(overview) == (0, 0, 0, 0, 0, 0, 0, 0)


def test_why_a_part_is_unknown_is_kept() -> None:
    stats = quick_stats(Overview(gamification=Unknown.UNREADABLE, courses=()))

    assert stats.current_streak is Unknown.UNREADABLE
    assert stats.badges is Unknown.UNREADABLE
    assert stats.attended is LEFT_OUT
    assert stats.courses == 0


def test_a_count_below_zero_is_unreadable() -> None:
    stats = quick_stats(Overview(gamification=Gamification(current_streak=-1)))

    assert stats.current_streak is Unknown.UNREADABLE
