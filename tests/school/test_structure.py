"""A school's classes and rosters: who sits where, what is gone, and what is only unread."""

from __future__ import annotations

from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.school.crowd import NOBODY, UNREAD, Crowd, united
from optilearn_tui.school.structure import Structure
from optilearn_tui.school.targeting import Enrolment


def school_class(class_id: str, *sections: str) -> SchoolClass:
    return SchoolClass(id=class_id, sections=tuple(Section(id=section) for section in sections))


def roster(*students: str) -> tuple[RosterEntry, ...]:
    return tuple(RosterEntry(student_contact_id=student) for student in students)


EIGHT = school_class("8", "8a", "8b")
NINE = school_class("9", "9a")
ROSTERS = {"8a": roster("anna", "bela"), "8b": roster("chandra"), "9a": roster("dev", "esha")}


def names(school: Structure, crowd: Crowd | None) -> list[str]:
    assert crowd is not None
    return [entry.student_contact_id for entry in school.members(crowd)]


def test_students_are_found_by_section_class_and_school() -> None:
    school = Structure((EIGHT, NINE), ROSTERS)

    assert names(school, school.in_section("8a")) == ["anna", "bela"]
    assert names(school, school.in_class("8")) == ["anna", "bela", "chandra"]
    assert names(school, school.everyone) == ["anna", "bela", "chandra", "dev", "esha"]
    assert school.everyone.students == 5


def test_what_is_not_in_the_catalogue_is_gone() -> None:
    school = Structure((EIGHT, NINE), ROSTERS)

    assert school.in_class("7") is None
    assert school.in_section("7a") is None
    assert school.sections_of("7") is None
    assert school.class_of("7a") is None


def test_nothing_is_gone_while_the_catalogue_is_not_known() -> None:
    school = Structure(LEFT_OUT, ROSTERS)

    assert school.in_class("8") == UNREAD
    assert school.in_section("7a") == UNREAD
    assert names(school, school.in_section("8a")) == ["anna", "bela"]
    assert school.sections_of("8") is LEFT_OUT
    assert school.class_of("8a") is LEFT_OUT
    assert school.everyone.students is LEFT_OUT
    assert school.everyone.at_least == 5


def test_no_section_is_gone_while_one_class_does_not_tell_its_sections() -> None:
    school = Structure((EIGHT, SchoolClass(id="9", sections=Unknown.UNREADABLE)), ROSTERS)

    assert school.in_section("7a") == UNREAD
    assert school.in_class("9") == UNREAD
    assert school.in_class("7") is None
    assert school.sections_of("9") is Unknown.UNREADABLE
    assert school.class_of("9a") is LEFT_OUT
    assert school.class_of("8a") == "8"


def test_a_roster_that_was_not_read_leaves_the_head_count_unknown() -> None:
    school = Structure((EIGHT, NINE), {"8a": roster("anna"), "8b": LEFT_OUT})

    eight = school.in_class("8")

    assert eight is not None
    assert (eight.students, eight.at_least) == (LEFT_OUT, 1)
    assert school.in_section("9a") == UNREAD
    assert school.everyone.students is LEFT_OUT


def test_an_empty_roster_is_nobody_and_not_unknown() -> None:
    school = Structure((EIGHT, school_class("9")), {"8a": (), "8b": ()})

    assert school.in_section("8a") == NOBODY
    assert school.in_class("8") == NOBODY
    assert school.in_class("9") == NOBODY
    assert school.everyone.students == 0


def test_a_student_in_two_sections_counts_once() -> None:
    school = Structure((EIGHT,), {"8a": roster("anna", "bela"), "8b": roster("bela", "chandra", "bela")})

    assert school.everyone.students == 3
    assert names(school, school.in_section("8b")) == ["bela", "chandra"]


def test_a_students_enrolment_is_where_the_rosters_seat_them() -> None:
    school = Structure((EIGHT, NINE), ROSTERS)

    assert school.enrolment_of("chandra") == Enrolment("8", "8b")
    assert school.enrolment_of("nobody") is None
    assert Structure((EIGHT, NINE), {"8a": roster("anna")}).enrolment_of("nobody") is LEFT_OUT


def test_what_two_crowds_share_is_settled_by_all_of_the_smaller() -> None:
    part, whole = Crowd(0b0011, whole=False), Crowd(0b0010)

    assert whole & part == Crowd(0b0010)
    assert part & whole == Crowd(0b0010)
    assert part & Crowd(0b0110) == Crowd(0b0010, whole=False)
    assert part & NOBODY == NOBODY
    assert united((part, whole)).students is LEFT_OUT
