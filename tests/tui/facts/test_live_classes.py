"""Live classes and days at school: figures, what comes next, a calendar by letter and colour."""

from __future__ import annotations

from optilearn_tui.api.attendance import AttendanceDay
from optilearn_tui.api.errors import ServerTrouble
from optilearn_tui.api.reading import Reading
from optilearn_tui.tui.facts.attendance import Month
from optilearn_tui.tui.facts.live_classes import LiveClassesFacts
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.paint import BAD, GOOD
from tests.tui.facts.shown import INDIA, NOON, answered, forms, lines, noon, style_of

LIVE = {
    "attendedThisMonth": 9,
    "missedThisMonth": 1,
    "upcoming": [
        {
            "title": "Light [lab]",
            "courseTitle": "Science",
            "startsAt": "2026-04-16T11:30:00Z",
            "endsAt": "2026-04-16T12:15:00Z",
        }
    ],
}
APRIL = [
    {"date": "2026-04-01", "status": "PRESENT"},
    {"date": "2026-04-02", "status": "LATE", "note": "Bus [12]"},
    {"date": "2026-04-06", "status": "ABSENT"},
    {"date": "2026-04-07", "status": "EXCUSED"},
]


def facts(**overview: object) -> LiveClassesFacts:
    live = LiveClassesFacts(clock=noon, zone=INDIA)
    answered(live, **overview)
    return live


def marked(live: LiveClassesFacts, rows: list[dict[str, str]] = APRIL) -> LiveClassesFacts:
    days = tuple(AttendanceDay.model_validate(row) for row in rows)
    live.days = Feed(Month("c-1", 2026, 4), Reading(days, NOON))
    return live


def test_the_months_figures_of_both_kinds_stand_on_top() -> None:
    tight = forms(marked(facts(liveClasses=LIVE)), 44)[-1].splitlines()
    assert tight[0].split() == ["Live", "classes", "90%", "9", "attended", "1", "missed"]
    assert tight[1].split() == ["At", "school", "67%", "2", "attended", "1", "missed"]


def test_the_next_classes_have_their_times() -> None:
    full = forms(marked(facts(liveClasses=LIVE)), 60)[0]
    assert "Light [lab]" in full
    assert "in 1 day" in full
    assert "Thu 16 Apr, 5:00 pm – 5:45 pm · Science" in full


def test_a_class_under_way_is_live_now() -> None:
    now = {
        **LIVE,
        "upcoming": [
            {"title": "Light", "startsAt": "2026-04-15T06:00:00Z", "endsAt": "2026-04-15T07:00:00Z"}
        ],
    }
    assert all("live now" in form for form in forms(facts(liveClasses=now), 60))


def test_the_calendar_marks_days_by_letter_and_by_colour() -> None:
    sheet = lines(marked(facts(liveClasses=LIVE)), 60)
    first = next(line for line in sheet if " 1 P" in line.plain)
    assert " 1 P  2 L" in first.plain
    assert GOOD in style_of(first, "P")
    second = next(line for line in sheet if " 6 A" in line.plain)
    assert " 6 A  7 E  8" in second.plain
    assert BAD in style_of(second, "A")


def test_the_legend_counts_and_the_unusual_days_carry_their_notes_and_the_rule() -> None:
    full = forms(marked(facts(liveClasses=LIVE)), 60)[0]
    assert "P present 1  L late 1  A absent 1  E excused 1" in full
    assert "Thu 2 Apr  late     Bus [12]" in full
    assert "Late counts as attended; excused days do not count." in full


def test_a_wide_panel_has_the_calendar_beside_the_classes() -> None:
    full = forms(marked(facts(liveClasses=LIVE)), 90)[0].splitlines()
    assert any("April 2026" in line and "Next classes" in line for line in full)


def test_one_part_can_fail_while_the_other_is_shown() -> None:
    live = facts(liveClasses=LIVE)
    live.days = Feed(Month("c-1", 2026, 4), error=ServerTrouble(host="riverside.opticrm.app"))
    full = forms(live, 60)[0]
    assert "9 attended" in full
    assert "At school       !" in full
    assert "r tries again." in full


def test_no_classes_no_days_and_unknown_are_told_apart() -> None:
    empty = marked(facts(liveClasses={**LIVE, "upcoming": []}), [])
    assert "No live classes are planned." in forms(empty, 60)[0]
    assert "No school days are marked in April 2026 yet." in forms(empty, 60)[0]
    unknown = forms(marked(facts(liveClasses={})), 60)[0]
    assert "Live classes    ?  ?           ?" in unknown
    assert "Next classes: Not known" in unknown
    assert "leaves this out" in forms(marked(facts()), 60)[0]


def test_a_mark_nobody_knows_makes_the_figures_unknown() -> None:
    odd = [*APRIL, {"date": "2026-04-08", "status": "ON_TRIP"}]
    full = forms(marked(facts(liveClasses=LIVE), odd), 70)[0]
    assert " 8 ?" in full
    assert "At school       ?  ?           ?" in full
    assert "A absent 1" in full
