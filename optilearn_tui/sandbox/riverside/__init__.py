"""Riverside Public School: its staff, its families, and one file for each pupil's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.people import Link, Parent, Pupil, School, Staff
from optilearn_tui.sandbox.riverside.aarav import AARAV
from optilearn_tui.sandbox.riverside.anna import ANNA
from optilearn_tui.sandbox.riverside.bobby import BOBBY
from optilearn_tui.sandbox.riverside.diya import DIYA

if TYPE_CHECKING:
    from optilearn_tui.sandbox.prospectus import Prospectus

KABIR = Pupil("c-kabir", "Kabir [KD]", "Sharma [/]", "RPS-0107", "1", "C")
"""Just enrolled: no roll number, and nothing to tell yet."""

LEELA = Pupil("c-leela", "Leela", "Thomas", "RPS-0702", None, None)
"""On the school's list, but in no class this year."""

_STAFF = (
    Staff("u-principal", "Lakshmi", "Narayanan", "principal@riverside.example", "PRINCIPAL"),
    Staff("u-teacher", "Suresh", "Menon", "teacher@riverside.example", "TEACHER"),
    Staff("u-finance", "Ramesh", "Bhatt", "finance@riverside.example", "FINANCE"),
    Staff("u-librarian", "Usha", "Kulkarni", "librarian@riverside.example", "LIBRARIAN"),
    Staff("u-siddiqui", "Farhan", "Siddiqui", "f.siddiqui@riverside.example", "HOD", signs_in=False),
    Staff("u-iyer", "Kalpana", "Iyer", "k.iyer@riverside.example", "TEACHER", signs_in=False),
    Staff("u-dcosta", "Cynthia", "D'Costa", "c.dcosta@riverside.example", "TEACHER", signs_in=False),
    Staff("u-joshi", "हेमलता", "जोशी", "h.joshi@riverside.example", "TEACHER", signs_in=False),
    Staff("u-bose", "Anirban", "Bose", "a.bose@riverside.example", "TEACHER", signs_in=False),
    Staff("u-das", "Rituparna", "Das", "r.das@riverside.example", "TEACHER", signs_in=False),
    Staff("u-rao", "Srinivas", "Rao", "s.rao@riverside.example", "TEACHER", signs_in=False),
)

_PARENTS = (
    Parent(
        "c-meera",
        "Meera",
        "Sharma",
        "meera.sharma@example.com",
        (
            Link("c-aarav", "MOTHER"),
            Link("c-diya", "MOTHER", is_primary=True),
            Link("c-kabir", "MOTHER"),
        ),
        mobile="+91 50000 10001",
    ),
    Parent(
        "c-rajiv",
        "Rajiv",
        "Sharma",
        None,
        (
            Link("c-aarav", "FATHER", is_primary=True),
            Link("c-diya", "FATHER"),
            Link("c-kabir", "FATHER", is_primary=True),
        ),
        mobile="+91 50000 10002",
    ),
    Parent(
        "c-john",
        "John",
        "D'Souza",
        "john.dsouza@example.com",
        (Link("c-anna", "FATHER", is_primary=True),),
        mobile="+91 50000 10003",
    ),
    Parent("c-filomena", "Filomena", "D'Souza", None, (Link("c-anna", "OTHER"),)),
    Parent("c-anitha", "Anitha", "Thomas", None, (Link("c-leela", "MOTHER", is_primary=True),)),
    Parent(
        "c-robert",
        "Robert [bold]",
        "Tables",
        "robert.tables@example.com",
        (Link("c-bobby", "GUARDIAN", is_primary=True),),
        mobile="\x1b[31m+91 50000 [10004]",
    ),
    Parent("c-nadia", "Nadia", "Ali", "nadia.ali@example.com"),
    Parent("c-guest", "Visiting", "Guest", "guest@example.com", contact_type=None),
    Parent("c-former", "Former", "Parent", "former.parent@example.com", status="INACTIVE"),
    Parent("c-careful", "Careful", "Parent", "careful.parent@example.com", one_time_code=True),
)


def _prospectus() -> Prospectus:
    from optilearn_tui.sandbox.riverside.prospectus import PROSPECTUS

    return PROSPECTUS


def large_prospectus() -> Prospectus:
    """What the school has to offer when it has grown to the size of a district."""
    from optilearn_tui.sandbox.riverside.large import prospectus

    return prospectus()


RIVERSIDE = School(
    id="inst-riverside",
    slug="riverside",
    name="Riverside Public School",
    staff=_STAFF,
    parents=_PARENTS,
    pupils=(AARAV, DIYA, KABIR, ANNA, BOBBY, LEELA),
    prospectus=_prospectus,
)
