"""What staff are told, on paper: with everything, with nothing, and with nothing known."""

from __future__ import annotations

from optilearn_tui.api.announcements import Announcement
from optilearn_tui.api.attendance import AttendanceDay
from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.classes import SchoolClass, Section
from optilearn_tui.api.errors import Forbidden, NotFound, ServerTrouble
from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.models import LEFT_OUT
from optilearn_tui.api.parents import Parent
from optilearn_tui.api.people import CurrentEnrolment, Student
from optilearn_tui.api.rosters import RosterEntry
from optilearn_tui.export.gaps import Gap, Part, Unread
from optilearn_tui.export.search_result import SearchResult
from optilearn_tui.export.student_dossier import StudentDossier
from optilearn_tui.export.who_sees import Shown, WhoSees
from optilearn_tui.school.finding import Directory
from optilearn_tui.school.places import Places
from optilearn_tui.school.structure import Structure
from optilearn_tui.school.targeting import Enrolment
from optilearn_tui.school.targeting_index import TargetingIndex
from tests.export.dossiers import KOLKATA, NOON, days

CLASSES = (
    SchoolClass(
        id="c8",
        name="8",
        year="2026-27",
        sections=(Section(id="s8a", name="A"), Section(id="s8b", name="B [b]")),
    ),
    SchoolClass(id="n", name="Nursery", year=None, sections=()),
    SchoolClass(id="bare"),
)
PLACES = Places(CLASSES)

ROSTER = (
    RosterEntry(student_contact_id="c-asha", name="आशा [A] Rao", roll_number="07"),
    RosterEntry(student_contact_id="c-new", name="New", roll_number=None),
    RosterEntry(student_contact_id="c-who"),
)

PARENTS = (
    Parent(
        parent_contact_id="p-ravi",
        name="Ravi Rao",
        relation="FATHER",
        email=None,
        mobile="+91 50000 10001",
        is_primary=False,
    ),
    Parent(
        parent_contact_id="p-usha",
        name="Usha Rao",
        relation="MOTHER",
        email="usha@example.com",
        mobile="+91 50000 10001",
        is_primary=True,
    ),
    Parent(parent_contact_id="p-who", relation="AUNT"),
)

RICH = StudentDossier(
    student=Student(
        contact_id="c-asha",
        first_name="आशा [A]",
        last_name="Rao",
        student_code="RPS-1",
        current_enrolment=CurrentEnrolment(class_id="c8", class_name="8", section_id="s8b", section_name="B"),
    ),
    parents=PARENTS,
    attendance=(AttendanceDay(date=NOON.date(), status="PRESENT"),),
    fees=FeeRecord(status="PARTIAL", outstanding=500, due_date=NOON.date()),
    now=NOON,
    zone=KOLKATA,
)
EMPTY = StudentDossier(
    student=Student(
        contact_id="c-new", first_name="New", last_name=None, student_code=None, current_enrolment=None
    ),
    parents=(),
    attendance=(),
    fees=NotFound(),
    now=NOON,
    zone=KOLKATA,
)
UNKNOWN = StudentDossier(
    student=Student(contact_id="c-who"),
    parents=Forbidden(),
    attendance=ServerTrouble(host="riverside.opticrm.app", status=500),
    fees=None,
    now=NOON,
    zone=KOLKATA,
)

GAPS = (
    Gap(Part.SECTIONS, "bare", LEFT_OUT),
    Gap(Part.ROSTER, "s8a", ServerTrouble(host="riverside.opticrm.app", status=500)),
    Gap(Part.ROSTER, "s8b", ServerTrouble(host="riverside.opticrm.app", status=500)),
    *(Gap(Part.PARENTS, f"c-{number}", Unread.STOPPED) for number in range(12)),
    Gap(Part.STUDENT, "c-asha", Forbidden()),
    Gap(Part.COURSES, None, Unread.INCOMPLETE),
    Gap(Part.ANNOUNCEMENTS, "math", NotFound()),
)

ITEMS = (
    CatalogueCourse(
        id="math", title="Maths", status="PUBLISHED", target_class_ids=("c8",), target_section_ids=()
    ),
    Announcement(
        id="compass",
        title="Bring a compass",
        course_id="math",
        published_at=days(-1),
        target_class_ids=(),
        target_section_ids=("s8b",),
    ),
    Announcement(
        id="later",
        title="Later",
        course_id="math",
        published_at=days(1),
        target_class_ids=(),
        target_section_ids=(),
    ),
    CatalogueCourse(
        id="old", title="Old", status="ARCHIVED", target_class_ids=("c8",), target_section_ids=()
    ),
    CatalogueCourse(
        id="lost",
        title="Lost",
        status="DRAFT",
        target_class_ids=("c12", "n"),
        target_section_ids=("s9",),
    ),
    CatalogueCourse(id="half", title="Half", status="ON_HOLD", target_class_ids=("c8",)),
    CatalogueCourse(id="who"),
)
TITLES = {"math": "Maths"}


def _index(rosters: dict[str, tuple[RosterEntry, ...]]) -> TargetingIndex:
    return TargetingIndex(ITEMS, Structure(CLASSES[:2], rosters), NOON)


def of_the_school() -> WhoSees:
    """Every item; the roster of 8-B could not be read."""
    index = _index({"s8a": ROSTER})
    shown = zip(index.items, index.sights(None), strict=True)
    return WhoSees(
        items=tuple(Shown(item, index.audience(item), sight.on_show) for item, sight in shown),
        titles=TITLES,
        places=PLACES,
        gaps=GAPS,
    )


def of_a_class() -> WhoSees:
    """Every item and how much of class 8 it is for."""
    index = _index({"s8a": ROSTER, "s8b": ()})
    shown = zip(index.items, index.sights(None), strict=True)
    return WhoSees(
        items=tuple(
            Shown(item, index.audience(item), sight.on_show, coverage=index.coverage(item, "c8"))
            for item, sight in shown
        ),
        titles=TITLES,
        places=PLACES,
        place="Class 8",
    )


def of_a_section() -> WhoSees:
    """Every item as students of 8-B meet it."""
    index = _index({"s8a": ROSTER, "s8b": ROSTER})
    return WhoSees(
        items=tuple(
            Shown(sight.item, index.audience(sight.item), sight.on_show, sight)
            for sight in index.sights(Enrolment("c8", "s8b"))
        ),
        titles=TITLES,
        places=PLACES,
        place="8-B [b]",
    )


def of_a_student(dossier: StudentDossier) -> WhoSees:
    """Every item as one student meets it."""
    told = dossier.student.current_enrolment
    enrolment = Enrolment(told.class_id, told.section_id) if isinstance(told, CurrentEnrolment) else told
    index = _index({"s8a": ROSTER, "s8b": ()})
    return WhoSees(
        items=tuple(
            Shown(sight.item, index.audience(sight.item), sight.on_show, sight)
            for sight in index.sights(enrolment)
        ),
        titles=TITLES,
        places=PLACES,
        student=dossier.student,
    )


def found(text: str, gaps: tuple[Gap, ...] = ()) -> SearchResult:
    """Whoever fits a text at a school where the parents of one student were read."""
    directory = Directory()
    directory.add_roster("s8b", ROSTER)
    directory.add_student(RICH.student)
    directory.add_parents("c-asha", PARENTS)
    directory.add_parents("c-new", PARENTS[:1])
    return SearchResult(directory.search(text), PLACES, gaps)
