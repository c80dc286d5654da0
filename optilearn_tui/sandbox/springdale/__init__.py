"""Springdale Vidyalaya: a school that teaches in Hindi, and one file for each pupil's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.sandbox.people import Link, Parent, School, Staff
from optilearn_tui.sandbox.springdale.rohan import ROHAN
from optilearn_tui.sandbox.springdale.tara import TARA
from optilearn_tui.sandbox.springdale.zoya import ZOYA

if TYPE_CHECKING:
    from optilearn_tui.sandbox.prospectus import Prospectus


def _prospectus() -> Prospectus:
    from optilearn_tui.sandbox.springdale.prospectus import PROSPECTUS

    return PROSPECTUS


SPRINGDALE = School(
    id="inst-springdale",
    slug="springdale",
    name="Springdale Vidyalaya / स्प्रिंगडेल विद्यालय",
    staff=(
        Staff("u-springdale-principal", "अनुराधा", "मिश्रा", "principal@springdale.example", "PRINCIPAL"),
        Staff("u-springdale-teacher", "राकेश", "त्रिपाठी", "teacher@springdale.example", "TEACHER"),
    ),
    parents=(
        Parent(
            "c-sunita",
            "सुनीता",
            "वर्मा",
            "sunita.verma@example.com",
            (Link("c-rohan", "MOTHER", is_primary=True), Link("c-tara", "MOTHER")),
            mobile="+91 50000 20001",
        ),
        Parent(
            "c-imran", "Imran", "Khan", "imran.khan@example.com", (Link("c-zoya", "FATHER", is_primary=True),)
        ),
        # Father of Anna at Riverside: one e-mail address, an account at either school.
        Parent("c-spv-john", "John", "D'Souza", "john.dsouza@example.com", (Link("c-tara", "GUARDIAN"),)),
    ),
    pupils=(ROHAN, TARA, ZOYA),
    prospectus=_prospectus,
    prefix="spv-",
)
