"""Whoever was found at a school, in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optilearn_tui.export.plain.facts import Lines, fact, section, text_of
from optilearn_tui.export.plain.parents import parent_name, relation_words
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.school.finding import By, Guardian, LinkedBy
from optilearn_tui.school.parents import in_contact_order

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.export.search_result import SearchResult
    from optilearn_tui.school.finding import Child, Found, Pupil, Seat
    from optilearn_tui.school.places import Places


def search_result(result: SearchResult) -> str:
    """Everybody who was found, the best fits first, each with who belongs to them."""
    if not result.found:
        return text_of([[tr("Nobody was found.")]])
    count = ntr("{n} person found", "{n} people found", len(result.found))
    return text_of([[count], *(_found(each, result.places) for each in result.found)])


def _found(found: Found, places: Places) -> Lines:
    by = fact(tr("Found by"), _by(found.by))
    if isinstance(found.person, Guardian):
        return [*_guardian(found.person, places), by]
    return [*_pupil(found.person, places), by]


def _pupil(pupil: Pupil, places: Places) -> Lines:
    return section(
        _pupil_name(pupil),
        [
            tr("Student"),
            *(fact(tr("Section"), _seat(seat, places)) for seat in pupil.seats),
            *([fact(tr("Student code"), pupil.student_code)] if isinstance(pupil.student_code, str) else []),
            fact(tr("Contact id"), pupil.contact_id),
            *_parents(pupil.parents),
        ],
    )


def _pupil_name(pupil: Pupil) -> str:
    return pupil.name if isinstance(pupil.name, str) and pupil.name.strip() else tr("Student")


def _seat(seat: Seat, places: Places) -> str:
    place = places.of_section(seat.section_id)
    if not isinstance(seat.roll_number, str) or not seat.roll_number.strip():
        return place
    return tr("{section}, roll number {roll}", section=place, roll=seat.roll_number)


def _parents(told: tuple[Parent, ...] | None) -> Lines:
    if told is None:
        return [tr("The parents were not read.")]
    if not told:
        return [tr("The school lists no parent of this student.")]
    return [_parent(each) for each in in_contact_order(told)]


def _parent(parent: Parent) -> str:
    label = relation_words(parent.relation) if isinstance(parent.relation, str) else tr("Parent")
    reach = [text for text in (parent.mobile, parent.email) if isinstance(text, str) and text.strip()]
    return fact(label, ", ".join((parent_name(parent.name), *reach)))


def _guardian(guardian: Guardian, places: Places) -> Lines:
    return section(
        parent_name(guardian.name),
        [
            tr("Parent"),
            fact(tr("Phone"), guardian.mobile),
            fact(tr("E-mail"), guardian.email),
            fact(tr("Contact id"), guardian.contact_id),
            *(_child(child, places) for child in guardian.children),
        ],
    )


def _child(child: Child, places: Places) -> str:
    return fact(_link(child.linked_by), ", ".join(_child_words(child.pupil, places)))


def _child_words(pupil: Pupil, places: Places) -> Iterator[str]:
    yield _pupil_name(pupil)
    yield from (_seat(seat, places) for seat in pupil.seats)
    yield pupil.contact_id


def _link(by: LinkedBy) -> str:
    match by:
        case LinkedBy.CONTACT:
            return tr("Child")
        case LinkedBy.EMAIL:
            return tr("Probably a child, by the same e-mail address")
        case LinkedBy.PHONE:
            return tr("Probably a child, by the same phone number")


def _by(by: By) -> str:
    return {
        By.NAME: tr("name"),
        By.ROLL_NUMBER: tr("roll number"),
        By.STUDENT_CODE: tr("student code"),
        By.EMAIL: tr("e-mail address"),
        By.PHONE: tr("phone number"),
        By.CONTACT_ID: tr("contact id"),
    }[by]
