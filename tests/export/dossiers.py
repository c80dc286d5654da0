"""Three children on paper: one with everything, one with nothing yet, one nothing is known of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from optilearn_tui.api.attendance import AttendanceDay
from optilearn_tui.api.certificates import Certificate
from optilearn_tui.api.children import Child
from optilearn_tui.api.courses import Course, NextLesson
from optilearn_tui.api.errors import Forbidden, NotFound, ServerTrouble
from optilearn_tui.api.fees import FeeRecord
from optilearn_tui.api.gamification import Badge, Gamification
from optilearn_tui.api.grades import Grade
from optilearn_tui.api.live_classes import LiveClass, LiveClasses
from optilearn_tui.api.overview import Overview
from optilearn_tui.api.upcoming import Assignment
from optilearn_tui.export.dossier import Dossier

NOON = datetime(2026, 4, 15, 6, 30, tzinfo=UTC)
KOLKATA = ZoneInfo("Asia/Kolkata")
OWN = "https://learn.opticrm.app/"


def days(count: float) -> datetime:
    """So many days from noon."""
    return NOON + timedelta(days=count)


def is_own(url: str) -> bool:
    """Whether a link leads to the school's own sites."""
    return url.startswith(OWN)


RICH = Dossier(
    child=Child(
        contact_id="c-asha",
        name="आशा [A] Rao",
        student_code="RPS-1",
        class_name="8",
        section="B",
        is_primary=True,
    ),
    overview=Overview(
        courses=(
            Course(
                course_title="Python",
                status="COMPLETED",
                progress=100,
                final_score=92,
                passed=True,
                last_accessed_at=days(-30),
                total_lessons=20,
                completed_lessons=20,
                completed_at=days(-30),
                next_lesson=None,
            ),
            Course(
                course_title="Mathematics",
                status="ACTIVE",
                progress=66.7,
                final_score=None,
                passed=None,
                last_accessed_at=days(-1),
                total_lessons=24,
                completed_lessons=16,
                completed_at=None,
                next_lesson=NextLesson(title="Interest", locked=True, available_at=days(2)),
            ),
        ),
        recent_grades=(
            Grade(
                title="Old test", course_title="Mathematics", percentage=50, passed=True, graded_at=days(-20)
            ),
            Grade(title="Quiz", percentage=55, passed=True, graded_at=days(-10)),
            Grade(
                title="Unit test",
                course_title="Mathematics",
                score=42,
                max_score=50,
                percentage=84,
                passed=True,
                graded_at=days(-2),
                feedback="Well done.\nCheck the signs.",
            ),
        ),
        upcoming=(
            Assignment(title="Model", course_title="Science", due_at=days(3), submitted=True),
            Assignment(title="Essay", course_title="English", due_at=days(1), submitted=False),
            Assignment(title="Map", course_title="History", due_at=days(-2), submitted=False),
        ),
        live_classes=LiveClasses(
            attended_this_month=9,
            missed_this_month=3,
            upcoming=(
                LiveClass(title="Algebra", course_title="Mathematics", starts_at=days(1), ends_at=days(1.04)),
                LiveClass(title="Force", starts_at=days(-0.01), ends_at=days(0.02)),
            ),
        ),
        gamification=Gamification(
            current_streak=1,
            longest_streak=21,
            total_points=123456,
            badges=(
                Badge(name="Early Bird", earned_at=days(-9)),
                Badge(name="Quiz Ace", icon="★", earned_at=days(-3)),
            ),
        ),
        certificates=(
            Certificate(
                certificate_number="PY-1",
                course_title="Python",
                issued_at=days(-29),
                verify_url=f"{OWN}verify/PY-1",
                pdf_url="https://evil.example/PY-1.pdf",
            ),
            Certificate(certificate_number="TY-1", issued_at=days(-90), pdf_url=None, revoked=True),
        ),
    ),
    attendance=(
        AttendanceDay(date=date(2026, 4, 1), status="PRESENT"),
        AttendanceDay(date=date(2026, 4, 2), status="LATE"),
        AttendanceDay(date=date(2026, 4, 6), status="ABSENT", note="fever"),
        AttendanceDay(date=date(2026, 4, 7), status="EXCUSED"),
    ),
    fees=FeeRecord(status="PARTIAL", outstanding=125000, due_date=date(2026, 4, 10)),
    now=NOON,
    zone=KOLKATA,
    is_own_link=is_own,
)

EMPTY = Dossier(
    child=Child(contact_id="c-new", name="New", student_code=None, class_name=None, section=None),
    overview=Overview(
        courses=(),
        recent_grades=(),
        upcoming=(),
        live_classes=LiveClasses(attended_this_month=0, missed_this_month=0, upcoming=()),
        gamification=Gamification(current_streak=0, longest_streak=0, total_points=0, badges=()),
        certificates=(),
    ),
    attendance=(),
    fees=NotFound(),
    now=NOON,
    zone=KOLKATA,
    is_own_link=is_own,
)

UNKNOWN = Dossier(
    child=Child(contact_id="c-who"),
    overview=Overview(),
    attendance=ServerTrouble(host="riverside.opticrm.app", status=500),
    fees=Forbidden(),
    now=NOON,
    zone=KOLKATA,
    is_own_link=is_own,
)
