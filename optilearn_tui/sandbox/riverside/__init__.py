"""Riverside Public School: its staff, its families, and one file for each pupil's year."""

from optilearn_tui.sandbox.people import Link, Parent, Pupil, School, Staff
from optilearn_tui.sandbox.riverside.aarav import AARAV
from optilearn_tui.sandbox.riverside.anna import ANNA
from optilearn_tui.sandbox.riverside.bobby import BOBBY
from optilearn_tui.sandbox.riverside.diya import DIYA

KABIR = Pupil("c-kabir", "Kabir [KD]", "Sharma [/]", "RPS-0107", "1", "C")
"""Just enrolled: nothing to tell yet."""

_STAFF = (
    Staff("u-principal", "Lakshmi", "Narayanan", "principal@riverside.example", "PRINCIPAL"),
    Staff("u-teacher", "Suresh", "Menon", "teacher@riverside.example", "TEACHER"),
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
    ),
    Parent(
        "c-john", "John", "D'Souza", "john.dsouza@example.com", (Link("c-anna", "FATHER", is_primary=True),)
    ),
    Parent(
        "c-robert",
        "Robert [bold]",
        "Tables",
        "robert.tables@example.com",
        (Link("c-bobby", "GUARDIAN", is_primary=True),),
    ),
    Parent("c-nadia", "Nadia", "Ali", "nadia.ali@example.com"),
    Parent("c-guest", "Visiting", "Guest", "guest@example.com", contact_type=None),
    Parent("c-former", "Former", "Parent", "former.parent@example.com", status="INACTIVE"),
    Parent("c-careful", "Careful", "Parent", "careful.parent@example.com", one_time_code=True),
)

RIVERSIDE = School(
    id="inst-riverside",
    slug="riverside",
    name="Riverside Public School",
    staff=_STAFF,
    parents=_PARENTS,
    pupils=(AARAV, DIYA, KABIR, ANNA, BOBBY),
)
