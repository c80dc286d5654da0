"""From the tables of a school to its register of one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.asker import STUDENT
from optilearn_tui.sandbox.attendance import feed
from optilearn_tui.sandbox.fees import fee_record
from optilearn_tui.sandbox.overview import overview_of
from optilearn_tui.sandbox.register import Register

if TYPE_CHECKING:
    from optilearn_tui.sandbox.almanac import Almanac
    from optilearn_tui.sandbox.people import Link, Parent, Pupil, School, Staff
    from optilearn_tui.sandbox.wire import Row


def register_of(school: School, almanac: Almanac, learn_origin: str) -> Register:
    """Everything the services know about a school on the almanac's day.

    `learn_origin` (such as `http://learn.localhost:8400`) is where links to certificates lead.
    """
    pupils = {pupil.contact_id: pupil for pupil in school.pupils}
    contacts = [_pupil_contact(pupil) for pupil in school.pupils] + [_contact(one) for one in school.parents]
    return Register(
        institution={"id": school.id, "name": school.name, "slug": school.slug, "logoUrl": None},
        contacts={str(row["id"]): row for row in contacts},
        students={name: _student(pupil) for name, pupil in pupils.items()},
        users={one.id: _user(one) for one in school.staff},
        children={
            parent.contact_id: [_child(pupils[link.contact_id], link) for link in parent.links]
            for parent in school.parents
        },
        overviews={name: overview_of(pupil, almanac, learn_origin) for name, pupil in pupils.items()},
        fees={name: fee_record(pupil.year.fee, almanac) for name, pupil in pupils.items() if pupil.year.fee},
        attendance={
            name: feed(name, pupil.year.habits, almanac) if pupil.year.habits else []
            for name, pupil in pupils.items()
        },
    )


def _pupil_contact(pupil: Pupil) -> Row:
    return _person(pupil.contact_id, pupil) | {"contactType": STUDENT, "status": pupil.status}


def _contact(parent: Parent) -> Row:
    return _person(parent.contact_id, parent) | {"contactType": parent.contact_type, "status": parent.status}


def _user(staff: Staff) -> Row:
    return _person(staff.id, staff) | {"role": staff.role}


def _person(person_id: str, person: Pupil | Parent | Staff) -> Row:
    return {
        "id": person_id,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "email": person.email,
    }


def _student(pupil: Pupil) -> Row:
    return {
        "id": pupil.student_id,
        "contactId": pupil.contact_id,
        "firstName": pupil.first_name,
        "lastName": pupil.last_name,
        "studentCode": pupil.code,
        "currentEnrolment": {
            "classId": f"class-{pupil.class_name}",
            "className": pupil.class_name,
            "sectionId": f"section-{pupil.class_name}-{pupil.section}",
            "sectionName": pupil.section,
        },
    }


def _child(pupil: Pupil, link: Link) -> Row:
    return {
        "studentId": pupil.student_id,
        "contactId": pupil.contact_id,
        "name": pupil.name,
        "email": pupil.email,
        "studentCode": pupil.code,
        "class": pupil.class_name,
        "section": pupil.section,
        "photoUrl": None,
        "status": pupil.status,
        "relation": link.relation,
        "isPrimary": link.is_primary,
    }
