"""All that a dashboard says of one child, in the platform's order (PLATFORM.md §7)."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING, NamedTuple

from optilearn_tui.tui.facts.certificates import CertificatesFacts
from optilearn_tui.tui.facts.courses import CoursesFacts
from optilearn_tui.tui.facts.fees import FeesFacts
from optilearn_tui.tui.facts.gamification import GamificationFacts
from optilearn_tui.tui.facts.grades import GradesFacts
from optilearn_tui.tui.facts.live_classes import LiveClassesFacts
from optilearn_tui.tui.facts.upcoming import UpcomingFacts

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.tui.facts.facts import Facts
    from optilearn_tui.tui.links import IsOwnLink


class DashboardFacts(NamedTuple):
    """The facts of the panels, in the order in which they stand and in which Tab goes through them."""

    courses: CoursesFacts
    grades: GradesFacts
    upcoming: UpcomingFacts
    live_classes: LiveClassesFacts
    gamification: GamificationFacts
    certificates: CertificatesFacts
    fees: FeesFacts

    @property
    def in_order(self) -> tuple[Facts, ...]:
        """All of them, whatever each is about."""
        return self


def dashboard_facts(clock: Clock, zone: tzinfo, is_own_link: IsOwnLink) -> DashboardFacts:
    """The facts of a dashboard of which nothing is known yet.

    Args:
        clock: tells this moment.
        zone: the school's time zone.
        is_own_link: whether a link leads to the school or the platform.
    """
    return DashboardFacts(
        courses=CoursesFacts(clock=clock, zone=zone),
        grades=GradesFacts(clock=clock, zone=zone),
        upcoming=UpcomingFacts(clock=clock, zone=zone),
        live_classes=LiveClassesFacts(clock=clock, zone=zone),
        gamification=GamificationFacts(clock=clock, zone=zone),
        certificates=CertificatesFacts(is_own_link, clock=clock, zone=zone),
        fees=FeesFacts(clock=clock, zone=zone),
    )
