"""What counts as attended, and that no figure comes from part of the data."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.attendance import AttendanceDay
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.school.attendance import DayMark, mark_of, marks, month_marks, tally

KOLKATA = ZoneInfo("Asia/Kolkata")
known_words = st.sampled_from(["PRESENT", "LATE", "ABSENT", "EXCUSED"])
april = st.integers(1, 30).map(lambda number: date(2026, 4, number))
feeds = st.dictionaries(april, known_words).map(
    lambda days: [AttendanceDay(date=day, status=word) for day, word in days.items()]
)


def feed(*words: str) -> list[AttendanceDay]:
    return [AttendanceDay(date=date(2026, 4, number), status=word) for number, word in enumerate(words, 1)]


def test_late_is_attended_and_excused_does_not_count() -> None:
    counted = tally(feed("PRESENT", "PRESENT", "LATE", "ABSENT", "EXCUSED"), KOLKATA)

    assert (counted.attended, counted.missed, counted.excused, counted.percent) == (3, 1, 1, 75)


def test_without_a_counted_day_there_is_no_percentage() -> None:
    assert tally([], KOLKATA).percent is None
    assert tally(feed("EXCUSED"), KOLKATA).percent is None


def test_a_word_nobody_knows_makes_the_percentage_unknown_but_not_the_calendar() -> None:
    days = feed("PRESENT", "HALF_DAY")

    assert tally(days, KOLKATA).percent is Unknown.UNREADABLE
    assert marks(days, KOLKATA)[date(2026, 4, 1)] is DayMark.PRESENT
    assert marks(days, KOLKATA)[date(2026, 4, 2)] is DayMark.UNKNOWN


def test_a_row_without_a_day_makes_the_percentage_unknown() -> None:
    counted = tally([*feed("PRESENT"), AttendanceDay(status="ABSENT")], KOLKATA)

    assert counted.percent is Unknown.UNREADABLE
    assert counted.unreadable == 1


def test_the_word_is_read_in_any_case() -> None:
    assert mark_of(AttendanceDay(status=" present ")) is DayMark.PRESENT
    assert mark_of(AttendanceDay(status=LEFT_OUT)) is DayMark.UNKNOWN


def test_a_later_row_corrects_an_earlier_one_of_the_same_day() -> None:
    day = date(2026, 4, 1)
    rows = [AttendanceDay(date=day, status="ABSENT"), AttendanceDay(date=day, status="LATE")]

    assert tally(rows, KOLKATA).missed == 0
    assert marks(rows, KOLKATA) == {day: DayMark.LATE}


def test_a_moment_marks_the_day_it_has_at_the_school() -> None:
    evening = AttendanceDay(date=datetime(2026, 4, 15, 20, 0, tzinfo=UTC), status="PRESENT")

    assert list(marks([evening], KOLKATA)) == [date(2026, 4, 16)]


def test_a_month_has_every_date_and_none_where_nothing_is_marked() -> None:
    month = month_marks(feed("PRESENT", "ABSENT"), 2026, 4, KOLKATA)

    assert len(month) == 30
    assert month[date(2026, 4, 2)] is DayMark.ABSENT
    assert month[date(2026, 4, 3)] is None


def test_another_month_shows_nothing_of_this_one() -> None:
    assert set(month_marks(feed("PRESENT"), 2026, 5, KOLKATA).values()) == {None}


@given(feeds)
def test_every_marked_day_is_counted_once(days: list[AttendanceDay]) -> None:
    counted = tally(days, KOLKATA)

    assert counted.attended + counted.missed + counted.excused == len(days)
    assert counted.unreadable == 0


@given(feeds)
def test_excused_days_never_move_the_percentage(days: list[AttendanceDay]) -> None:
    without = [day for day in days if day.status != "EXCUSED"]

    assert tally(days, KOLKATA).percent == tally(without, KOLKATA).percent


@given(feeds)
def test_the_order_of_different_days_does_not_matter(days: list[AttendanceDay]) -> None:
    assert tally(days, KOLKATA) == tally(days[::-1], KOLKATA)
