"""Rules about marks: their percentage, passed or failed, and which way they go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from optilearn_tui.api.models import Unknown

if TYPE_CHECKING:
    from optilearn_tui.api.grades import Grade

FEWEST_FOR_A_DIRECTION = 3
NOTABLE_CHANGE = 5.0
"""Percentage points from which marks count as rising or falling."""


class Outcome(StrEnum):
    """Whether a piece of work was passed, as the server says; never guessed from the mark."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    UNKNOWN = "UNKNOWN"


class Direction(StrEnum):
    """Which way a series of marks goes."""

    RISING = "RISING"
    STEADY = "STEADY"
    FALLING = "FALLING"
    TOO_FEW = "TOO_FEW"


class Trend(NamedTuple):
    """A series of marks and its direction.

    Attributes:
        points: percentages, oldest to newest.
        direction: see `direction_of`.
        left_out: how many grades have no known date or percentage and so no place in the series.
    """

    points: tuple[float, ...]
    direction: Direction
    left_out: int = 0


def percentage_of(grade: Grade) -> float | Unknown | None:
    """The mark in percent, not rounded: the server's own figure, else score of maximum.

    None for work that has no mark (null in the answer); Unknown where score or maximum is missing or
    impossible.
    """
    if isinstance(grade.percentage, float):
        return grade.percentage if grade.percentage >= 0 else Unknown.UNREADABLE
    if isinstance(grade.score, float) and isinstance(grade.max_score, float):
        possible = grade.score >= 0 and grade.max_score > 0
        return 100 * grade.score / grade.max_score if possible else Unknown.UNREADABLE
    if grade.percentage is None:
        return None
    return None if grade.score is None else grade.percentage


def outcome(grade: Grade) -> Outcome:
    """Passed or failed, where the server says which (PLATFORM.md §6)."""
    if isinstance(grade.passed, bool):
        return Outcome.PASSED if grade.passed else Outcome.FAILED
    return Outcome.UNKNOWN


def lowest(grades: Iterable[Grade]) -> float | Unknown | None:
    """The lowest percentage; None without any mark, Unknown as soon as one of them is unknown."""
    percentages = [percentage_of(grade) for grade in grades]
    for percentage in percentages:
        if isinstance(percentage, Unknown):
            return percentage
    return min((each for each in percentages if isinstance(each, float)), default=None)


def direction_of(points: Sequence[float]) -> Direction:
    """Which way a series goes: the mean of its newer half against the mean of its older half.

    With an odd number the middle one is in neither half. A difference of `NOTABLE_CHANGE` points or more is
    a rise or a fall; fewer than `FEWEST_FOR_A_DIRECTION` marks have no direction.
    """
    if len(points) < FEWEST_FOR_A_DIRECTION:
        return Direction.TOO_FEW
    half = len(points) // 2
    change = round(_mean(points[-half:]) - _mean(points[:half]), 6)
    if change >= NOTABLE_CHANGE:
        return Direction.RISING
    return Direction.FALLING if change <= -NOTABLE_CHANGE else Direction.STEADY


def trend(grades: Iterable[Grade]) -> Trend:
    """The marks in the order they were given, oldest first, and which way they go."""
    every = tuple(grades)
    placed = [
        (grade.graded_at, percentage)
        for grade in every
        if isinstance(grade.graded_at, datetime) and isinstance(percentage := percentage_of(grade), float)
    ]
    placed.sort(key=lambda pair: pair[0])
    points = tuple(percentage for _, percentage in placed)
    return Trend(points, direction_of(points), left_out=len(every) - len(points))


def trends_by_course(grades: Iterable[Grade]) -> dict[str, Trend]:
    """One trend for each course title, in the order in which the courses first appear."""
    courses: dict[str, list[Grade]] = {}
    for grade in grades:
        if isinstance(grade.course_title, str):
            courses.setdefault(grade.course_title, []).append(grade)
    return {title: trend(of_course) for title, of_course in courses.items()}


def _mean(points: Sequence[float]) -> float:
    return fsum(points) / len(points)
