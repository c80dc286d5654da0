"""The panels of a dashboard, in the platform's order, each bound to what it shows (PLATFORM.md §7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optilearn_tui.tui.facts.certificates import CertificatesFacts
from optilearn_tui.tui.facts.dashboard import dashboard_facts
from optilearn_tui.tui.facts.fees import FeesFacts
from optilearn_tui.tui.facts.live_classes import LiveClassesFacts
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.panels.certificates import CertificatesPanel
from optilearn_tui.tui.panels.fees import FeesPanel
from optilearn_tui.tui.panels.live_classes import LiveClassesPanel
from optilearn_tui.tui.panels.overview_part import OverviewPanel

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
    rhythm, economy = timing.rhythm, timing.economy
    every = dashboard_facts(timing.clock, timing.zone, enquiries.client.deployment.is_own_link)
    for facts in every.in_order:
        match facts:
            case FeesFacts():
                yield FeesPanel(facts, enquiries.fees, rhythm=rhythm, economy=economy).data_bind(subject)
            case LiveClassesFacts():
                yield LiveClassesPanel(
                    facts,
                    enquiries.attendance,
                    anew=enquiries.attendance_anew,
                    rhythm=rhythm,
                    economy=economy,
                ).data_bind(overview, subject)
            case CertificatesFacts():
                yield CertificatesPanel(facts).data_bind(overview)
            case OverviewFacts():
                yield OverviewPanel(facts).data_bind(overview)
