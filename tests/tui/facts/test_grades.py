"""Recent grades: marks, passed or failed in words, feedback, and the trend."""

from __future__ import annotations

from optilearn_tui.tui.facts.grades import GradesFacts
from optilearn_tui.tui.paint import BAD, GOOD
from tests.tui.facts.shown import INDIA, answered, forms, lines, noon, style_of

TEST = {
    "title": "Unit test",
    "courseTitle": "Mathematics",
    "score": 42,
    "maxScore": 50,
    "percentage": 84,
    "passed": True,
    "gradedAt": "2026-04-13T09:50:00Z",
    "feedback": "Neat work.\nCheck the signs.",
}
FAILED = {**TEST, "title": "Map [work]", "score": 7, "maxScore": 20, "percentage": 35, "passed": False}


def facts() -> GradesFacts:
    return GradesFacts(clock=noon, zone=INDIA)


def test_the_full_form_has_score_percent_outcome_course_date_and_feedback() -> None:
    full = forms(answered(facts(), recentGrades=[TEST]), 78)[0]
    assert "Unit test  42/50  84%  Passed" in full
    assert "Mathematics · Mon 13 Apr · 2 days ago" in full
    assert "Neat work.\n  Check the signs." in full


def test_passed_and_failed_are_words_as_well_as_colours() -> None:
    shown = lines(answered(facts(), recentGrades=[TEST, FAILED]), 78)
    passed = next(line for line in shown if "Passed" in line.plain)
    failed = next(line for line in shown if "Failed" in line.plain)
    assert GOOD in style_of(passed, "Passed")
    assert BAD in style_of(failed, "Failed")
    assert "Map [work]" in failed.plain


def test_the_trend_is_a_small_line_and_a_word_over_all_and_for_each_course() -> None:
    rising = [
        {**TEST, "percentage": mark, "gradedAt": f"2026-04-0{day}T06:00:00Z"}
        for day, mark in ((1, 40), (2, 50), (3, 70), (4, 90))
    ]
    history = [{**TEST, "courseTitle": "History", "percentage": 60, "gradedAt": "2026-03-01T06:00:00Z"}]
    full, *_, tight = forms(answered(facts(), recentGrades=[*rising, *history]), 78)
    assert "All courses  ▅▄▅▆█  rising" in full
    assert "Mathematics  ▄▅▆█" in full
    assert "History      ▅      too few for a trend" in full
    assert tight.splitlines()[0] == "Trend ▅▄▅▆█ rising"


def test_the_newest_grade_comes_first() -> None:
    older = {**TEST, "title": "Older", "gradedAt": "2026-01-01T06:00:00Z"}
    tight = forms(answered(facts(), recentGrades=[older, TEST]))[-1]
    assert tight.index("Unit test") < tight.index("Older")


def test_none_and_unknown_are_told_apart() -> None:
    assert forms(answered(facts(), recentGrades=[])) == ["No grades yet."]
    assert "Not known" in forms(answered(facts()), 78)[0]


def test_a_grade_without_a_mark_and_one_of_which_nothing_is_known_do_not_look_alike() -> None:
    unmarked = {**TEST, "title": "Unmarked", "score": None, "percentage": None, "feedback": None}
    nothing = {"title": "Unknown"}
    full = forms(answered(facts(), recentGrades=[unmarked, nothing]), 78)[0]
    assert "Unmarked  –  –  Passed" in full
    assert "Unknown   ?  ?  ?" in full
    assert "date not known" in full
    assert "2 grades without a date or a mark" in full
