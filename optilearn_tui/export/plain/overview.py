"""Everything about one child in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.export.plain.attendance import attendance
from optilearn_tui.export.plain.certificates import certificates
from optilearn_tui.export.plain.children import name_of, place_of
from optilearn_tui.export.plain.courses import courses
from optilearn_tui.export.plain.facts import fact, section, text_of
from optilearn_tui.export.plain.fees import fees
from optilearn_tui.export.plain.gamification import gamification
from optilearn_tui.export.plain.grades import grades
from optilearn_tui.export.plain.live_classes import live_classes
from optilearn_tui.export.plain.stats import stats
from optilearn_tui.export.plain.upcoming import upcoming
from optilearn_tui.i18n import dates, tr
from optilearn_tui.school.quick_stats import quick_stats

if TYPE_CHECKING:
    from optilearn_tui.export.dossier import Dossier


def overview(dossier: Dossier) -> str:
    """One child's dashboard as text, in the platform's order (PLATFORM.md §7)."""
    child, told, now, zone = dossier.child, dossier.overview, dossier.now, dossier.zone
    return text_of(
        [
            section(
                name_of(child),
                [
                    *place_of(child),
                    fact(tr("Student code"), child.student_code),
                    fact(tr("As of"), dates.moment(now, zone)),
                ],
            ),
            stats(quick_stats(told)),
            courses(told.courses, now, zone),
            grades(told.recent_grades, zone),
            upcoming(told.upcoming, now, zone),
            live_classes(told.live_classes, now, zone),
            attendance(dossier.attendance, now, zone),
            gamification(told.gamification, zone),
            certificates(told.certificates, zone, dossier.is_own_link),
            fees(dossier.fees, now, zone),
        ]
    )
