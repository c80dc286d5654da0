"""The people of a school: pupils, their parents, staff, and who is whose child."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.asker import PARENT
from optilearn_tui.sandbox.gamification import Gamification
from optilearn_tui.sandbox.live_classes import Timetable

if TYPE_CHECKING:
    from optilearn_tui.sandbox.attendance import Habits
    from optilearn_tui.sandbox.certificates import Certificate
    from optilearn_tui.sandbox.courses import Course
    from optilearn_tui.sandbox.fees import Fee
    from optilearn_tui.sandbox.grades import Grade
    from optilearn_tui.sandbox.upcoming import Assignment


@dataclass(frozen=True, slots=True)
class Year:
    """What there is to tell of one pupil's year. As built: nothing yet, and no fee record.

    `left_out` names the parts of the overview that the server leaves out of its answer, as paths
    (`gamification`, `courses.progress`).
    """

    courses: tuple[Course, ...] = ()
    grades: tuple[Grade, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    timetable: Timetable = field(default_factory=Timetable)
    gamification: Gamification = field(default_factory=Gamification)
    certificates: tuple[Certificate, ...] = ()
    habits: Habits | None = None
    fee: Fee | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student contact and where they sit."""

    contact_id: str
    first_name: str
    last_name: str
    code: str
    class_name: str
    section: str
    email: str | None = None
    signs_in: bool = False
    status: str = "ACTIVE"
    year: Year = field(default_factory=Year)

    @property
    def name(self) -> str:
        """First and last name, as the platform writes them together."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def student_id(self) -> str:
        """The id of the student record, which is not the id of the contact."""
        return self.contact_id.replace("c-", "st-", 1)


@dataclass(frozen=True, slots=True)
class Link:
    """A parent's link to one child. Their order is the order of the server's list."""

    contact_id: str
    relation: str
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent contact, and the children linked to it.

    `contact_type` None makes a stranger: somebody who may sign in and is neither parent nor student.
    """

    contact_id: str
    first_name: str
    last_name: str
    email: str
    links: tuple[Link, ...] = ()
    contact_type: str | None = PARENT
    status: str = "ACTIVE"
    one_time_code: bool = False

    @property
    def name(self) -> str:
        """First and last name, as the platform writes them together."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Staff:
    """A user: somebody who works at the school."""

    id: str
    first_name: str
    last_name: str
    email: str
    role: str

    @property
    def name(self) -> str:
        """First and last name, as the platform writes them together."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class School:
    """One institution with everybody in it."""

    id: str
    slug: str
    name: str
    staff: tuple[Staff, ...]
    parents: tuple[Parent, ...]
    pupils: tuple[Pupil, ...]
