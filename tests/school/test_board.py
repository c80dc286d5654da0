"""The board: the same columns for each child, known or not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from optilearn_tui.api.children import Child
from optilearn_tui.api.courses import Course
from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.gamification import Gamification
from optilearn_tui.api.grades import Grade
from optilearn_tui.api.live_classes import LiveClasses
from optilearn_tui.api.models import LEFT_OUT
from optilearn_tui.api.overview import Overview
from optilearn_tui.api.upcoming import Assignment
from optilearn_tui.school.board import board_row
from optilearn_tui.school.fees import FeeStatus

KOLKATA = ZoneInfo("Asia/Kolkata")
NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
AARAV = Child(contact_id="c-aarav", name="Aarav Sharma")


def test_a_row_holds_every_column_of_its_child() -> None:
    essay = Assignment(title="Essay", due_at=NOON + timedelta(days=1), submitted=False)
    overview = Overview(
        courses=(Course(status="ACTIVE"), Course(status="COMPLETED")),
        recent_grades=(Grade(percentage=84), Grade(percentage=38.5)),
        upcoming=(essay,),
        live_classes=LiveClasses(attended_this_month=9, missed_this_month=1),
        gamification=Gamification(current_streak=4),
    )
    fee = FeeRecord(status="PARTIAL", outstanding=4500, due_date=NOON - timedelta(days=3))

    row = board_row(AARAV, overview, fee, NOON, KOLKATA)

    assert row.child == AARAV
    assert (row.attended, row.missed, row.next_due, row.lowest_mark) == (9, 1, essay, 38.5)
    assert (row.streak, row.courses, row.courses_done) == (4, 2, 1)
    assert (row.fee.status, row.fee.outstanding, row.fee.days) == (FeeStatus.OVERDUE, 4500, -3)


def test_a_child_nothing_is_known_of_has_a_row_that_says_so() -> None:
    row = board_row(AARAV, None, None, NOON, KOLKATA)

    assert {row.attended, row.missed, row.next_due, row.lowest_mark, row.streak, row.courses} == {LEFT_OUT}
    assert row.fee.status is FeeStatus.UNKNOWN


def test_a_child_with_nothing_yet_has_none_where_there_is_nothing() -> None:
    row = board_row(AARAV, Overview(courses=(), recent_grades=(), upcoming=()), None, NOON, KOLKATA)

    assert (row.next_due, row.lowest_mark, row.courses, row.courses_done) == (None, None, 0, 0)
