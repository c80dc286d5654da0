"""The work a child has to hand in: what is overdue first, then what is due next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from optilearn_tui.api.upcoming import Assignment
from optilearn_tui.i18n import N_, tr
from optilearn_tui.i18n.dates import day_short, moment
from optilearn_tui.school.upcoming import in_order
from optilearn_tui.tui.columns import Lines, detail, prose, spread, table
from optilearn_tui.tui.due import due_words
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.paint import QUIET, quiet, strong
from optilearn_tui.tui.standing import NONE_HERE, NOT_KNOWN
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.models import Unknown
    from optilearn_tui.api.overview import Overview


class UpcomingFacts(OverviewFacts[tuple[Assignment, ...]]):
    """The next five pieces of work of active enrolments."""

    TITLE: ClassVar[str] = N_("Upcoming")
    ROOM: ClassVar[str] = "half tall"

    @override
    def part(self, overview: Overview) -> tuple[Assignment, ...] | Unknown:
        return overview.upcoming

    @override
    def forms_of(self, value: tuple[Assignment, ...], width: int) -> Iterable[Lines]:
        if not value:
            yield prose(width, tr("Nothing to hand in."), QUIET)
            return
        work = in_order(value, self.now)
        yield [line for each in work for line in (*self._in_two_lines(each, width), Styled())]
        yield [line for each in work for line in self._in_two_lines(each, width)]
        rows = [[Styled(_title(each)), due_words(each, self.now), quiet(self._day(each))] for each in work]
        yield table(width, rows, gap=1)

    def _in_two_lines(self, work: Assignment, width: int) -> Lines:
        return [
            spread(width, strong(_title(work)), due_words(work, self.now)),
            detail(width, self._details(work)),
        ]

    def _details(self, work: Assignment) -> str:
        course = work.course_title if isinstance(work.course_title, str) else ""
        return " · ".join(part for part in (self._moment(work), course) if part)

    def _moment(self, work: Assignment) -> str:
        if isinstance(work.due_at, datetime):
            return moment(work.due_at, self.zone)
        return tr("no due date") if work.due_at is None else tr("due date not known")

    def _day(self, work: Assignment) -> str:
        if isinstance(work.due_at, datetime):
            return day_short(work.due_at.astimezone(self.zone).date())
        return NONE_HERE if work.due_at is None else NOT_KNOWN


def _title(work: Assignment) -> str:
    return work.title if isinstance(work.title, str) else tr("Work without a name")
