"""The columns of a roster: what the roster says, what each student's record says, and whom to call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.reading import Reading
from optilearn_tui.i18n import tr
from optilearn_tui.school.folding import natural_order
from optilearn_tui.school.parents import in_contact_order
from optilearn_tui.tui.staff.people import (
    enrolment_words,
    parent_name,
    pupil_name,
    relation_words,
)
from optilearn_tui.tui.staff.unread import shown_of, written
from optilearn_tui.tui.table_columns import Column

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.tui.staff.details import Details
    from optilearn_tui.tui.styled import Styled

OF_RECORDS = frozenset({"code", "record"})
"""Columns that each student's own record is read for."""
OF_PARENTS = frozenset({"parent", "relation", "mobile", "email"})
"""Columns that each student's parents are read for."""
USUAL = ("roll", "name", "code")

T = TypeVar("T")
Words = Callable[[T], "str | Unknown | None"]
"""What an answer says: a text, none, or that it does not say."""


def roster_columns(details: Details) -> tuple[Column[RosterEntry], ...]:
    """Every column of a roster; `details` is looked into when a line is drawn."""
    return (
        Column(
            "roll",
            lambda: tr("Roll"),
            lambda entry: written(entry.roll_number),
            least=5,
            right=True,
            sort=lambda entry: _in_order(entry.roll_number),
        ),
        Column("name", lambda: tr("Name"), pupil_name, least=16, most=36, share=4),
        *_of_records(details),
        *_of_parents(details),
        Column("id", lambda: tr("Contact id"), lambda entry: entry.student_contact_id, least=14),
    )


def _of_records(details: Details) -> tuple[Column[RosterEntry], ...]:
    def cell(words: Words[Student]) -> Callable[[RosterEntry], str | Styled]:
        return lambda entry: shown_of(details.students.get(entry.student_contact_id), words)

    def code_key(entry: RosterEntry) -> tuple[str | int, ...] | Unknown | None:
        answer = details.students.get(entry.student_contact_id)
        return _in_order(answer.value.student_code) if isinstance(answer, Reading) else LEFT_OUT

    code = cell(lambda student: student.student_code)
    record = cell(lambda student: enrolment_words(student.current_enrolment))
    return (
        Column("code", lambda: tr("Student code"), code, least=10, sort=code_key),
        Column("record", lambda: tr("Class by record"), record, least=8),
    )


def _of_parents(details: Details) -> tuple[Column[RosterEntry], ...]:
    def cell(words: Words[Parent]) -> Callable[[RosterEntry], str | Styled]:
        def first(parents: tuple[Parent, ...]) -> str | Unknown | None:
            return words(in_contact_order(parents)[0]) if parents else None

        return lambda entry: shown_of(details.parents.get(entry.student_contact_id), first)

    mobile, email = cell(lambda parent: parent.mobile), cell(lambda parent: parent.email)
    return (
        Column("parent", lambda: tr("First contact"), cell(parent_name), least=16, most=30, share=3),
        Column("relation", lambda: tr("Relation"), cell(relation_words), least=8),
        Column("mobile", lambda: tr("Phone"), mobile, least=15),
        Column("email", lambda: tr("E-mail"), email, least=20, most=34, share=3),
    )


def _in_order(text: str | Unknown | None) -> tuple[str | int, ...] | Unknown | None:
    if isinstance(text, Unknown):
        return text
    return natural_order(text) if text is not None and text.strip() else None
