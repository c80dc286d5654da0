"""Work to hand in: overdue first, relative and absolute due dates, handed in or not."""

from __future__ import annotations

from optilearn_tui.tui.facts.upcoming import UpcomingFacts
from optilearn_tui.tui.paint import BAD, GOOD
from tests.tui.facts.shown import INDIA, answered, forms, lines, noon, style_of

WORK = {
    "title": "Essay",
    "courseTitle": "English",
    "dueAt": "2026-04-20T14:30:00Z",
    "submitted": False,
}
LATE = {**WORK, "title": "Map work", "dueAt": "2026-04-12T06:00:00Z"}
DONE = {**WORK, "title": "Poem", "submitted": True}


def facts() -> UpcomingFacts:
    return UpcomingFacts(clock=noon, zone=INDIA)


def test_overdue_work_comes_first_and_handed_in_work_last() -> None:
    tight = forms(answered(facts(), upcoming=[DONE, WORK, LATE]))[-1].splitlines()
    assert [line.split()[0] for line in tight] == ["Map", "Essay", "Poem"]


def test_each_piece_says_by_when_in_both_ways_and_whether_it_was_handed_in() -> None:
    full = forms(answered(facts(), upcoming=[WORK, LATE, DONE]), 60)[0]
    assert "in 5 days" in full
    assert "Mon 20 Apr, 8:00 pm · English" in full
    assert "! 3 days late" in full
    assert "✓ handed in" in full


def test_late_and_handed_in_have_colours_as_well() -> None:
    shown = lines(answered(facts(), upcoming=[LATE, DONE]), 60)
    assert BAD in style_of(shown[0], "! 3 days late")
    assert GOOD in style_of(shown[3], "✓ handed in")


def test_the_day_is_the_one_at_the_school() -> None:
    late_evening = {**WORK, "dueAt": "2026-04-20T19:30:00Z"}
    assert "21 Apr" in forms(answered(facts(), upcoming=[late_evening]))[-1]


def test_nothing_to_do_and_nothing_known_are_told_apart() -> None:
    assert forms(answered(facts(), upcoming=[])) == ["Nothing to hand in."]
    assert "Not known" in forms(answered(facts(), upcoming=7), 78)[0]


def test_work_without_a_date_or_of_unknown_state_says_so() -> None:
    undated = {**WORK, "title": "Reading", "dueAt": None}
    unknown = {"title": "Riddle"}
    full = forms(answered(facts(), upcoming=[undated, unknown]), 60)[0]
    assert "not handed in" in full
    assert "no due date" in full
    assert "? handed in" in full
    assert "due date not known" in full
