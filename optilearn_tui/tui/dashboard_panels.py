"""The panels of a dashboard, in the platform's order, each bound to what it shows (PLATFORM.md §7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optilearn_tui.tui.panels.certificates import CertificatesPanel
from optilearn_tui.tui.panels.courses import CoursesPanel
from optilearn_tui.tui.panels.fees import FeesPanel
from optilearn_tui.tui.panels.gamification import GamificationPanel
from optilearn_tui.tui.panels.grades import GradesPanel
from optilearn_tui.tui.panels.live_classes import LiveClassesPanel
from optilearn_tui.tui.panels.upcoming import UpcomingPanel

if TYPE_CHECKING:
    from textual.reactive import Reactive

    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.enquiries import Enquiries
    from optilearn_tui.tui.feed import Feed
    from optilearn_tui.tui.panel import Panel
    from optilearn_tui.tui.timing import Timing


def panels(
    enquiries: Enquiries,
    *,
    overview: Reactive[Feed[Overview]],
    subject: Reactive[str | None],
    timing: Timing,
) -> Iterator[Panel]:
    """The panels, to be yielded while their screen is composed.

    Args:
        enquiries: asks for what the overview does not tell.
        overview: the screen's; most panels show a part of it.
        subject: the screen's; panels that ask by themselves ask about it.
        timing: when they ask.
    """
    clock, zone, rhythm, economy = timing.clock, timing.zone, timing.rhythm, timing.economy
    yield CoursesPanel(clock=clock, zone=zone).data_bind(overview)
    yield GradesPanel(clock=clock, zone=zone).data_bind(overview)
    yield UpcomingPanel(clock=clock, zone=zone).data_bind(overview)
    yield LiveClassesPanel(
        enquiries.attendance,
        anew=enquiries.attendance_anew,
        clock=clock,
        zone=zone,
        rhythm=rhythm,
        economy=economy,
    ).data_bind(overview, subject)
    yield GamificationPanel(clock=clock, zone=zone).data_bind(overview)
    yield CertificatesPanel(enquiries.client.deployment.is_own_link, clock=clock, zone=zone).data_bind(
        overview
    )
    yield FeesPanel(enquiries.fees, clock=clock, zone=zone, rhythm=rhythm, economy=economy).data_bind(subject)
