"""The people of a school: pupils, their parents, staff, and who is whose child."""

from __future__ import annotations

from collections.abc import Callable
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
    from optilearn_tui.sandbox.prospectus import Prospectus
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
    """A student contact and where they sit; without class and section: nowhere."""

    contact_id: str
    first_name: str
    last_name: str
    code: str
    class_name: str | None
    section: str | None
    email: str | None = None
    roll: int | None = None
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

    `contact_type` None makes a stranger: somebody who may sign in and is neither parent nor student. Without
    an e-mail address nobody signs in.
    """

    contact_id: str
    first_name: str
    last_name: str
    email: str | None
    links: tuple[Link, ...] = ()
    contact_type: str | None = PARENT
    status: str = "ACTIVE"
    one_time_code: bool = False
    mobile: str | None = None

    @property
    def name(self) -> str:
        """First and last name, as the platform writes them together."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Staff:
    """A user: somebody who works at the school, with an account to sign in or without."""

    id: str
    first_name: str
    last_name: str
    email: str
    role: str
    signs_in: bool = True

    @property
    def name(self) -> str:
        """First and last name, as the platform writes them together."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class School:
    """One institution with the people it is known by.

    Attributes:
        prospectus: its classes and courses. Asked for only when somebody wants to know: the other pupils and
            their parents follow from it.
        prefix: what the ids of its classes and other pupils begin with, see `ids`.
    """

    id: str
    slug: str
    name: str
    staff: tuple[Staff, ...]
    parents: tuple[Parent, ...]
    pupils: tuple[Pupil, ...]
    prospectus: Callable[[], Prospectus]
    prefix: str = ""
