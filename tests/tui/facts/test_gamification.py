"""Streak, points and badges."""

from __future__ import annotations

from optilearn_tui.tui.facts.gamification import GamificationFacts
from tests.tui.facts.shown import INDIA, answered, forms, noon

GAME = {
    "currentStreak": 6,
    "longestStreak": 21,
    "totalPoints": 123480,
    "badges": [
        {"name": "Early Bird", "earnedAt": "2026-03-02T06:00:00Z"},
        {"name": "Week [Warrior]", "earnedAt": "2026-04-14T06:00:00Z"},
    ],
}


def facts() -> GamificationFacts:
    return GamificationFacts(clock=noon, zone=INDIA)


def test_streak_points_and_badges_newest_first() -> None:
    full = forms(answered(facts(), gamification=GAME), 60)[0].splitlines()
    assert full[0].split() == ["Streak", "6", "days", "longest", "21"]
    assert full[1].split() == ["Points", "1,23,480"]
    assert full[3].split() == ["★", "Week", "[Warrior]", "14", "April", "2026"]
    assert full[4].split() == ["★", "Early", "Bird", "2", "March", "2026"]


def test_a_badge_of_another_year_says_so_where_there_is_little_room() -> None:
    old = {"name": "Early Bird", "earnedAt": "2025-08-18T06:00:00Z"}
    assert "Aug 2025" in forms(answered(facts(), gamification={**GAME, "badges": [old]}), 25)[-1]


def test_no_badges_and_unknown_badges_are_told_apart() -> None:
    assert "No badges yet." in forms(answered(facts(), gamification={**GAME, "badges": []}))[-1]
    without = {key: value for key, value in GAME.items() if key != "badges"}
    assert "Badges: not known" in forms(answered(facts(), gamification=without))[-1]
    assert "Not known" in forms(answered(facts()), 78)[0]


def test_an_unknown_streak_is_a_question_mark_and_never_a_zero() -> None:
    first = forms(answered(facts(), gamification={"badges": []}))[0].splitlines()[0]
    assert first.split() == ["Streak", "?", "?"]
