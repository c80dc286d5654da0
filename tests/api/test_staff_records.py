"""What the platform tells staff, as it stands on the wire: values, "none" and "unknown" stay apart."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pydantic import ValidationError

from optilearn_tui.api.announcements import Announcement
from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.enrollments import Enrollment
from optilearn_tui.api.models import LEFT_OUT, Record, Unknown
from optilearn_tui.api.paging import page_of
from optilearn_tui.api.parents import Parent
from optilearn_tui.api.rosters import RosterEntry

R = TypeVar("R", bound=Record)


def rows(record: type[R], name: str) -> tuple[R, ...]:
    """The records in one answer written by hand (`wire/`)."""
    answer = json.loads((Path(__file__).parent / "wire" / f"{name}.json").read_text())

    def read(data: object) -> tuple[R, ...]:
        assert isinstance(data, list)
        return tuple(map(record.model_validate, data))

    return page_of(answer["data"], answer.get("meta"), read, key=name).items


def test_classes_carry_their_sections() -> None:
    eight, nine, ten, eleven = rows(SchoolClass, "classes")

    assert eight == SchoolClass(
        id="cls-8",
        name="Class 8",
        year="2026-27",
        sections=(Section(id="sec-8a", name="A"), Section(id="sec-8b", name="B")),
    )
    assert (nine.name, nine.year, nine.sections) == ("कक्षा 9", "2026", ())
    assert (ten.id, ten.name, ten.sections) == ("10", LEFT_OUT, Unknown.UNREADABLE)
    assert (eleven.year, eleven.sections) == (LEFT_OUT, LEFT_OUT)


def test_roll_numbers_stay_as_the_school_writes_them() -> None:
    aarav, diya, kabir, zoya = rows(RosterEntry, "roster")

    assert aarav == RosterEntry(student_contact_id="c-aarav", name="Aarav Sharma", roll_number="07")
    assert diya.roll_number == "12"
    assert kabir.roll_number is None
    assert (zoya.name, zoya.roll_number) == (LEFT_OUT, LEFT_OUT)


def test_a_hostile_name_loses_its_control_characters_only() -> None:
    assert rows(RosterEntry, "roster")[2].name == "Kabir [KD] [31mSharma [/]"


def test_a_student_without_an_id_is_no_student() -> None:
    with pytest.raises(ValidationError):
        RosterEntry.model_validate({"name": "Nobody"})


def test_parents_tell_how_to_reach_them() -> None:
    meera, rohan = rows(Parent, "parents")

    assert meera == Parent(
        parent_contact_id="c-meera",
        email="meera.sharma@example.com",
        name="Meera Sharma",
        relation="MOTHER",
        mobile="+91 98100 00001",
        is_primary=True,
    )
    assert (rohan.email, rohan.relation, rohan.mobile) == (None, "GRANDFATHER", LEFT_OUT)


def test_target_lists_that_are_empty_missing_or_unreadable_stay_apart() -> None:
    algebra, library, chess = rows(CatalogueCourse, "catalogue")

    assert (algebra.target_class_ids, algebra.target_section_ids) == (("cls-8",), ("sec-9a",))
    assert (library.target_class_ids, library.target_section_ids) == ((), ())
    assert (chess.target_class_ids, chess.target_section_ids) == (LEFT_OUT, Unknown.UNREADABLE)
    assert (algebra.enrolled_count, library.enrolled_count, chess.enrolled_count) == (
        61,
        LEFT_OUT,
        Unknown.UNREADABLE,
    )
    assert (library.instructor_id, chess.status) == (None, "ON_HOLD")


def test_announcements_tell_when_and_for_whom() -> None:
    compass, not_yet = rows(Announcement, "announcements")

    assert compass.published_at == datetime(2026, 4, 14, 8, 14, tzinfo=UTC)
    assert compass.body == "Tomorrow.\nAnd a pencil."
    assert compass.target_section_ids == ("sec-8b",)
    assert (not_yet.published_at, not_yet.body) == (None, LEFT_OUT)


def test_enrollments_tell_how_far_each_student_is() -> None:
    aarav, diya = rows(Enrollment, "enrollments")

    assert (aarav.progress, aarav.status, aarav.final_score) == (62.5, "ACTIVE", None)
    assert (diya.progress, diya.final_score, diya.last_accessed_at) == (100, 91, LEFT_OUT)
