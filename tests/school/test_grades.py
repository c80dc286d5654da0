"""Marks in percent, passed or failed, and which way they go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.grades import Grade
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.grades import (
    Direction,
    Outcome,
    direction_of,
    lowest,
    outcome,
    percentage_of,
    trend,
    trends_by_course,
)

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
series = st.lists(st.integers(0, 100).map(float), max_size=12)
OPPOSITE = {
    Direction.RISING: Direction.FALLING,
    Direction.FALLING: Direction.RISING,
    Direction.STEADY: Direction.STEADY,
    Direction.TOO_FEW: Direction.TOO_FEW,
}


def mark(percentage: float | Unknown | None, days_ago: int = 0, course: str | Unknown = "Maths") -> Grade:
    return Grade(percentage=percentage, graded_at=NOON - timedelta(days=days_ago), course_title=course)


@pytest.mark.parametrize(
    ("grade", "percentage"),
    [
        (Grade(score=42, max_score=50, percentage=80), 80.0),
        (Grade(score=42, max_score=50), 84.0),
        (Grade(score=42, max_score=50, percentage=None), 84.0),
        (Grade(score=0, max_score=50), 0.0),
        (Grade(percentage=105), 105.0),
        (Grade(score=5, max_score=0), Unknown.UNREADABLE),
        (Grade(percentage=-3), Unknown.UNREADABLE),
        (Grade(score=42), LEFT_OUT),
        (Grade(score=None, max_score=50), None),
        (Grade(percentage=None), None),
        (Grade(), LEFT_OUT),
    ],
)
def test_the_servers_percentage_counts_else_score_of_maximum(
    grade: Grade, percentage: float | Unknown | None
) -> None:
    assert percentage_of(grade) == percentage


def test_passed_and_failed_are_the_servers_word_and_never_guessed() -> None:
    assert outcome(Grade(passed=True, percentage=10)) is Outcome.PASSED
    assert outcome(Grade(passed=False, percentage=90)) is Outcome.FAILED
    assert outcome(Grade(percentage=90)) is Outcome.UNKNOWN
    assert outcome(Grade(passed=None)) is Outcome.UNKNOWN


def test_the_lowest_mark_is_not_told_from_part_of_the_marks() -> None:
    assert lowest([mark(80), mark(45), mark(None)]) == 45
    assert lowest([mark(80), mark(LEFT_OUT)]) is LEFT_OUT
    assert lowest([]) is None
    assert lowest([mark(None)]) is None


def test_a_trend_runs_from_the_oldest_mark_to_the_newest() -> None:
    found = trend([mark(90, 1), mark(60, 9), mark(75, 5)])

    assert found.points == (60, 75, 90)
    assert found.direction is Direction.RISING


def test_a_trend_says_how_many_marks_have_no_place_in_it() -> None:
    undated = Grade(percentage=10)

    found = trend([mark(60, 9), undated, mark(LEFT_OUT, 2), mark(61, 5), mark(62, 1)])

    assert found.points == (60, 61, 62)
    assert found.direction is Direction.STEADY
    assert found.left_out == 2


@pytest.mark.parametrize(
    ("points", "direction"),
    [
        ((), Direction.TOO_FEW),
        ((10, 90), Direction.TOO_FEW),
        ((70, 10, 75), Direction.RISING),
        ((70, 99, 74.9), Direction.STEADY),
        ((80, 80, 60, 60), Direction.FALLING),
        ((80, 40, 40, 80), Direction.STEADY),
    ],
)
def test_the_newer_half_is_compared_with_the_older(points: tuple[float, ...], direction: Direction) -> None:
    assert direction_of(points) is direction


@given(series)
def test_a_series_read_backwards_goes_the_other_way(points: list[float]) -> None:
    assert direction_of(points[::-1]) is OPPOSITE[direction_of(points)]


@given(series, st.integers(-50, 50))
def test_raising_every_mark_alike_changes_no_direction(points: list[float], by: int) -> None:
    assert direction_of([point + by for point in points]) is direction_of(points)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 60)), unique_by=lambda pair: pair[1]))
def test_the_order_of_the_answer_does_not_change_the_trend(marks: list[tuple[int, int]]) -> None:
    grades = [mark(percentage, days) for percentage, days in marks]

    assert trend(grades) == trend(grades[::-1])


@given(st.lists(st.tuples(st.integers(0, 100), st.sampled_from(["Maths", "हिन्दी", "Art [1]"]))))
def test_each_mark_belongs_to_the_trend_of_exactly_one_course(marks: list[tuple[int, str]]) -> None:
    courses = trends_by_course([mark(percentage, course=course) for percentage, course in marks])

    assert sum(len(each.points) for each in courses.values()) == len(marks)
    assert list(courses) == list(dict.fromkeys(course for _, course in marks))


def test_a_mark_without_a_course_belongs_to_no_course() -> None:
    assert trends_by_course([mark(50, course=LEFT_OUT)]) == {}
