"""Records: tolerant of what is missing, strict about what is shown."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from optilearn_tui.api.children import Child
from optilearn_tui.api.courses import Course, NextLesson
from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.gamification import Gamification
from optilearn_tui.api.grades import Grade
from optilearn_tui.api.live_classes import LiveClasses
from optilearn_tui.api.models import Unknown, clean, to_wire
from optilearn_tui.api.overview import Overview


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Aarav Sharma", "Aarav Sharma"),
        ("Kabir [KD] Sharma [/]", "Kabir [KD] Sharma [/]"),
        ("दीया शर्मा", "दीया शर्मा"),
        ("क्\u200dष", "क्\u200dष"),
        ("red\x1b[31malert", "red[31malert"),
        ("a\r\nb\tc\u2028d", "a b c d"),
        ("user\u202etxt.exe", "usertxt.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("half \ud83d pair", "half  pair"),
        ("bell\x07 delete\x7f c1\x9b", "bell delete c1"),
    ],
)
def test_text_is_made_safe_and_otherwise_left_alone(sent: str, shown: str) -> None:
    assert clean(sent) == shown


def test_prose_keeps_its_lines() -> None:
    assert clean("one\r\ntwo\ttwo\nthree\x1b", keep_lines=True) == "one\ntwo two\nthree"


@given(st.text())
def test_nothing_invisible_or_commanding_survives(text: str) -> None:
    cleaned = clean(text)

    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in cleaned)
    assert clean(cleaned) == cleaned


def test_a_field_left_out_is_unknown_and_an_empty_one_is_empty() -> None:
    nothing = Overview.model_validate({})
    empty = Overview.model_validate({"courses": [], "gamification": {"badges": []}})

    assert nothing.courses is Unknown.LEFT_OUT
    assert empty.courses == ()
    assert isinstance(empty.gamification, Gamification)
    assert empty.gamification.badges == ()
    assert empty.gamification.total_points is Unknown.LEFT_OUT


def test_null_means_none_only_where_it_may() -> None:
    course = Course.model_validate({"finalScore": None, "progress": None, "nextLesson": None})

    assert course.final_score is None
    assert course.next_lesson is None
    assert course.progress is Unknown.LEFT_OUT


def test_an_unreadable_field_spoils_nothing_else() -> None:
    course = Course.model_validate({"courseTitle": "Hindi", "progress": "plenty", "nextLesson": [1]})

    assert course.course_title == "Hindi"
    assert course.progress is Unknown.UNREADABLE
    assert course.next_lesson is Unknown.UNREADABLE


def test_one_unreadable_course_makes_the_list_unknown_rather_than_shorter() -> None:
    overview = Overview.model_validate({"courses": [{"courseTitle": "Hindi"}, "?"]})

    assert overview.courses is Unknown.UNREADABLE


def test_not_a_number_is_no_mark() -> None:
    grade = Grade.model_validate({"score": float("nan"), "maxScore": float("inf"), "percentage": 84})

    assert grade.score is Unknown.UNREADABLE
    assert grade.max_score is Unknown.UNREADABLE
    assert grade.percentage == 84


@pytest.mark.parametrize("sent", [1e300, -1e300, 10**400, True, False])
def test_a_number_nobody_can_mean_is_unreadable(sent: object) -> None:
    assert FeeRecord.model_validate({"outstanding": sent}).outstanding is Unknown.UNREADABLE
    assert Gamification.model_validate({"totalPoints": sent}).total_points is Unknown.UNREADABLE
    assert Grade.model_validate({"score": sent}).score is Unknown.UNREADABLE


def test_numbers_may_be_ids() -> None:
    assert Child.model_validate({"contactId": 17}).contact_id == "17"


def test_a_child_without_contact_id_is_no_child() -> None:
    for sent in ({}, {"contactId": None}, {"contactId": ""}):
        with pytest.raises(ValidationError):
            Child.model_validate(sent)


def test_what_cannot_be_read_is_not_repeated_in_the_error() -> None:
    with pytest.raises(ValidationError) as caught:
        Child.model_validate({"contactId": ["private"]})

    assert "private" not in str(caught.value)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("2026-04-15T08:14:00Z", datetime(2026, 4, 15, 8, 14, tzinfo=UTC)),
        ("2026-04-15T08:14:00", datetime(2026, 4, 15, 8, 14, tzinfo=UTC)),
        ("2026-04-15T13:44:00+05:30", datetime(2026, 4, 15, 8, 14, tzinfo=UTC)),
        ("2026-04-15T08:14:00.123Z", datetime(2026, 4, 15, 8, 14, 0, 123000, tzinfo=UTC)),
        (None, None),
        (1_776_240_840, Unknown.UNREADABLE),
        ("1776240840", Unknown.UNREADABLE),
        (True, Unknown.UNREADABLE),
        ("yesterday", Unknown.UNREADABLE),
        ("9999-12-31T23:59:59Z", Unknown.UNREADABLE),
        ("9999-12-31T23:59:59-12:00", Unknown.UNREADABLE),
        ("0001-01-01T00:00:00Z", Unknown.UNREADABLE),
        ("0001-01-01T00:00:00+14:00", Unknown.UNREADABLE),
    ],
)
def test_moments_are_aware_and_in_utc(sent: object, read: object) -> None:
    assert NextLesson.model_validate({"availableAt": sent}).available_at == read


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("2026-04-30", date(2026, 4, 30)),
        ("2026-04-30T18:30:00Z", datetime(2026, 4, 30, 18, 30, tzinfo=UTC)),
        (None, None),
        (20260430, Unknown.UNREADABLE),
        ("20260430", Unknown.UNREADABLE),
        ("0", Unknown.UNREADABLE),
        ("soon", Unknown.UNREADABLE),
        ("9999-12-31", Unknown.UNREADABLE),
        ("9999-12-31T23:59:59Z", Unknown.UNREADABLE),
        ("0001-01-01", Unknown.UNREADABLE),
    ],
)
def test_a_due_date_is_a_day_or_the_moment_sent_for_one(sent: object, read: object) -> None:
    due = FeeRecord.model_validate({"dueDate": sent}).due_date

    assert due == read
    assert type(due) is type(read)


def test_records_go_back_to_the_wire_with_the_platforms_keys() -> None:
    child = Child(contact_id="c-1", name="Asha", class_name="8", student_code=None, is_primary=True)
    lesson = NextLesson(available_at=datetime(2026, 4, 15, 5, 30, tzinfo=timezone(timedelta(hours=5.5))))

    assert to_wire(child) == {
        "contactId": "c-1",
        "studentId": None,
        "name": "Asha",
        "email": None,
        "studentCode": None,
        "class": "8",
        "section": None,
        "photoUrl": None,
        "status": None,
        "relation": None,
        "isPrimary": True,
        "institutionId": None,
    }
    assert to_wire({"days": (date(2026, 4, 15),), "next": lesson}) == {
        "days": ["2026-04-15"],
        "next": {"title": None, "availableAt": "2026-04-15T00:00:00Z", "locked": None},
    }


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(TypeError):
        to_wire(object())


def test_a_count_below_nothing_is_no_count() -> None:
    streaks = Gamification.model_validate({"currentStreak": -3, "longestStreak": 0, "totalPoints": -1})
    assert (streaks.current_streak, streaks.longest_streak) == (Unknown.UNREADABLE, 0)
    assert streaks.total_points is Unknown.UNREADABLE
    classes = LiveClasses.model_validate({"attendedThisMonth": -1, "missedThisMonth": 2})
    assert (classes.attended_this_month, classes.missed_this_month) == (Unknown.UNREADABLE, 2)
    course = Course.model_validate({"courseId": "x", "totalLessons": -4, "completedLessons": -1})
    assert (course.total_lessons, course.completed_lessons) == (Unknown.UNREADABLE, Unknown.UNREADABLE)
