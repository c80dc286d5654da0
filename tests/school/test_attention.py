"""Whom to ask after: days missed in a row, when last at school, and what stays unknown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.attendance import AttendanceDay
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.attendance import AttendanceTally
from optilearn_tui.school.attention import Absence, absence, attention_roster

INDIA = ZoneInfo("Asia/Kolkata")
NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
TODAY = date(2026, 4, 15)
WORDS = {"P": "PRESENT", "L": "LATE", "A": "ABSENT", "E": "EXCUSED", "?": "HALF_DAY"}


def feed(marks: str, last: date = TODAY) -> tuple[AttendanceDay, ...]:
    """One mark a day, the last one on `last`; a dot is a day that is not marked."""
    first = last - timedelta(days=len(marks) - 1)
    return tuple(
        AttendanceDay(date=first + timedelta(days=number), status=WORDS[mark])
        for number, mark in enumerate(marks)
        if mark != "."
    )


def standing(marks: str, last: date = TODAY) -> Absence:
    return absence("c-1", feed(marks, last), INDIA, NOON)


@pytest.mark.parametrize(
    ("marks", "missed"),
    [
        ("", 0),
        ("PPPP", 0),
        ("PPA", 1),
        ("PAA", 2),
        ("AAP", 0),
        ("AAL", 0),
        ("PLA", 1),
        ("PAEA", 2),
        ("PAAE", 2),
        ("EEE", 0),
        ("PA..A", 2),
        ("PAA..", 2),
    ],
)
def test_days_missed_in_a_row_up_to_the_last_marked_day(marks: str, missed: int) -> None:
    assert standing(marks).missed_in_a_row == missed


def test_late_is_attended_and_ends_a_row() -> None:
    assert standing("PAAL").missed_in_a_row == 0
    assert standing("PAALA").last_attended == date(2026, 4, 14)


def test_an_excused_day_neither_breaks_a_row_nor_counts_in_it() -> None:
    excused = standing("PAEEA")

    assert excused.missed_in_a_row == 2
    assert excused.since == date(2026, 4, 12)
    assert excused.period == AttendanceTally(present=1, missed=2, excused=2)


def test_the_day_last_attended_and_the_day_last_marked() -> None:
    row = standing("PPAA.")

    assert (row.last_attended, row.since, row.last_marked) == (
        date(2026, 4, 12),
        date(2026, 4, 13),
        date(2026, 4, 14),
    )


def test_nobody_marked_means_really_none_and_not_unknown() -> None:
    row = standing("")

    assert (row.missed_in_a_row, row.last_attended, row.last_marked, row.since) == (0, None, None, None)
    assert row.period == AttendanceTally()


def test_a_row_that_fills_the_feed_may_have_begun_before_it() -> None:
    assert standing("AAA").reaches_back
    assert standing("EAA").reaches_back
    assert not standing("PAA").reaches_back
    assert not standing("EE").reaches_back


def test_a_word_nobody_knows_inside_the_row_leaves_it_unknown_but_for_what_is_certain() -> None:
    row = standing("PA?AA")

    assert (row.missed_in_a_row, row.at_least, row.reaches_back) == (Unknown.UNREADABLE, 2, False)
    assert row.last_attended is Unknown.UNREADABLE


def test_a_word_nobody_knows_before_the_row_changes_nothing_in_it() -> None:
    row = standing("?PAA")

    assert (row.missed_in_a_row, row.last_attended) == (2, date(2026, 4, 13))
    assert isinstance(row.period, AttendanceTally)
    assert row.period.percent is Unknown.UNREADABLE


def test_a_mark_without_a_day_may_stand_anywhere() -> None:
    row = absence("c-1", (*feed("PAA"), AttendanceDay(status="PRESENT")), INDIA, NOON)

    assert (row.missed_in_a_row, row.at_least) == (Unknown.UNREADABLE, 0)
    assert (row.last_attended, row.last_marked) == (Unknown.UNREADABLE, Unknown.UNREADABLE)
    assert isinstance(row.month, AttendanceTally)
    assert row.month.percent is Unknown.UNREADABLE


def test_a_feed_that_was_not_read_says_nothing() -> None:
    row = absence("c-1", LEFT_OUT, INDIA, NOON)

    assert row == Absence("c-1")
    assert (row.missed_in_a_row, row.last_attended, row.period) == (LEFT_OUT, LEFT_OUT, LEFT_OUT)


def test_days_marked_ahead_say_nothing_yet() -> None:
    assert standing("PAAEPP", TODAY + timedelta(days=3)).missed_in_a_row == 2


def test_which_day_is_today_is_for_the_school_to_say() -> None:
    late = datetime(2026, 4, 14, 19, 0, tzinfo=UTC)  # already the 15th in India

    assert absence("c-1", feed("PA"), INDIA, late).missed_in_a_row == 1
    assert absence("c-1", feed("PA"), UTC, late).missed_in_a_row == 0


def test_this_month_is_counted_beside_the_whole_period() -> None:
    row = standing("PPPP" + "PA" * 7 + "A")  # 28 March to 15 April

    assert row.period == AttendanceTally(present=11, missed=8)
    assert row.month == AttendanceTally(present=7, missed=8)


def test_the_later_row_about_one_day_stands() -> None:
    days = (*feed("PAA"), AttendanceDay(date=TODAY, status="PRESENT"))

    assert absence("c-1", days, INDIA, NOON).missed_in_a_row == 0


def row_of(name: str, marks: str) -> Absence:
    return absence(name, feed(marks), INDIA, NOON)


def test_most_missed_in_a_row_comes_first_then_the_lower_share_then_the_longer_ago() -> None:
    rows = [
        row_of("never", "PPPP"),
        row_of("once", "PPPA"),
        row_of("once-often", "APPA"),
        row_of("three", "PAAA"),
        row_of("past", "PAAP"),
    ]

    assert [row.student_contact_id for row in attention_roster(rows)] == [
        "three",
        "once-often",
        "once",
        "past",
        "never",
    ]


def test_unknown_is_neither_first_nor_fine() -> None:
    rows = [
        row_of("fine", "PPPP"),
        absence("unread", LEFT_OUT, INDIA, NOON),
        row_of("once", "PPPA"),
        row_of("at-least-two", "P?AA"),
        row_of("three", "PAAA"),
    ]

    assert [row.student_contact_id for row in attention_roster(rows)] == [
        "three",
        "at-least-two",
        "once",
        "unread",
        "fine",
    ]


def test_equals_stay_in_the_order_given() -> None:
    rows = [row_of(name, "PPA") for name in "bca"]

    assert attention_roster(rows) == tuple(rows)


@given(st.text("PLAE.?", max_size=40))
def test_the_row_is_what_one_counts_by_hand(marks: str) -> None:
    row = standing(marks)

    told = marks.replace(".", "").replace("E", "")
    tail = len(told) - len(told.rstrip("A"))
    assert row.at_least == tail
    assert row.missed_in_a_row == (Unknown.UNREADABLE if told[: -tail or None].endswith("?") else tail)


@given(st.lists(st.text("PLAE?", max_size=9), max_size=9))
def test_an_order_loses_nobody_and_never_puts_fewer_missed_first(feeds: list[str]) -> None:
    rows = [row_of(str(number), marks) for number, marks in enumerate(feeds)]

    ordered = attention_roster(rows)

    assert sorted(row.student_contact_id for row in ordered) == sorted(row.student_contact_id for row in rows)
    known = [row.missed_in_a_row for row in ordered if isinstance(row.missed_in_a_row, int)]
    assert known == sorted(known, reverse=True)
