"""A child's live classes and days at school in words: figures, what comes next, a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar

from typing_extensions import override

from optilearn_tui.api.live_classes import LiveClass, LiveClasses
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.dates import clock_time, moment, relative
from optilearn_tui.i18n.numbers import percent
from optilearn_tui.school.attendance import tally
from optilearn_tui.school.days import day_of
from optilearn_tui.school.live_classes import ClassState, class_state, month_percent, still_to_come
from optilearn_tui.tui.calendar import CELL
from optilearn_tui.tui.columns import Lines, beside, detail, prose, spread, table
from optilearn_tui.tui.facts.attendance import Days, MonthFacts, month_lines, unusual_days
from optilearn_tui.tui.facts.overview_facts import OverviewFacts
from optilearn_tui.tui.paint import BAD, QUIET, good, quiet, strong, warning
from optilearn_tui.tui.standing import NOT_KNOWN, Standing, reason, shown, told
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.feed import Feed

T = TypeVar("T")
_ROOM_FOR_GAPS = 44
_SHEET = 7 * CELL - 1
_ROOM_FOR_TWO = 74


class LiveClassesFacts(OverviewFacts[LiveClasses], MonthFacts):
    """Live classes from the overview, and a month of days at school from the attendance feed."""

    TITLE: ClassVar[str] = N_("Classes, attendance")
    ROOM: ClassVar[str] = "half tall long"

    @override
    def part(self, overview: Overview) -> LiveClasses | Unknown:
        return overview.live_classes

    @override
    def feeds(self) -> Sequence[Standing]:
        return (*super().feeds(), self.days)

    @override
    def forms_of(self, value: LiveClasses, width: int) -> Iterable[Lines]:
        match value.upcoming:
            case Unknown() as unknown:
                yield prose(width, tr("Next classes: {reason}", reason=reason(unknown)), QUIET)
            case ():
                yield prose(width, tr("No live classes are planned."), QUIET)
            case classes:
                to_come = still_to_come(classes, self.now)
                yield [line for each in to_come for line in self._in_two_lines(each, width)]
                yield table(width, [[Styled(_title(each)), self._when(each)] for each in to_come], gap=1)

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        if all(feed.at is None and feed.error is None for feed in self.feeds()):
            yield [quiet(tr("Loading…"))]
            return
        figures = self._figures(width)
        classes = list(super().forms(width))
        head = strong(self.month.name)
        if width >= _ROOM_FOR_TWO:
            sheet = [head, *self._month_lines(_SHEET)]
            coming = [strong(tr("Next classes")), *next(iter(super().forms(width - _SHEET - 4)))]
            yield [*figures, Styled(), *beside(sheet, coming, _SHEET + 4), *self._unusual(width)]
        sheet = self._month_lines(width)
        yield [*figures, Styled(), *classes[0], Styled(), head, *sheet, *self._unusual(width)]
        yield [*figures, Styled(), *classes[-1], Styled(), head, *sheet]
        yield [*figures, Styled(), *classes[-1], Styled(), *sheet]
        yield [*figures, *classes[0]]
        yield [*figures, *classes[-1]]

    def _figures(self, width: int) -> Lines:
        rows = [self._live_figures(), self._school_figures()]
        return table(width, rows, flush="lr", gap=1 if width < _ROOM_FOR_GAPS else 2)

    def _live_figures(self) -> list[Styled]:
        label = quiet(tr("Live classes"))
        feed = self.overview.map(self.part)
        if feed.reading is None:
            return [label, _no_figure(feed), Styled(), Styled()]
        live = feed.reading.value
        if isinstance(live, Unknown):
            live = LiveClasses(attended_this_month=live, missed_this_month=live)
        return _figures_row(label, live.attended_this_month, live.missed_this_month, month_percent(live))

    def _school_figures(self) -> list[Styled]:
        label = quiet(self.month.name if self.back else tr("At school"))
        if self.days.reading is None:
            return [label, _no_figure(self.days), Styled(), Styled()]
        counted = tally(self.days.reading.value, self.zone)
        if counted.unreadable:  # it may have been a day missed: then "0 missed" would be wrong
            return _figures_row(label, Unknown.UNREADABLE, Unknown.UNREADABLE, counted.percent)
        return _figures_row(label, counted.attended, counted.missed, counted.percent)

    def _month_lines(self, width: int) -> Lines:
        month, today = self.month, day_of(self.now, self.zone)

        def forms(days: Days) -> Iterator[Lines]:
            yield month_lines(month, days, width, today, self.zone)

        return next(told(self.days, width, forms, zone=self.zone))

    def _unusual(self, width: int) -> Lines:
        days = self.days.reading.value if self.days.reading else ()
        return [Styled(), *unusual_days(days, width, self.zone)] if days else []

    def _in_two_lines(self, live_class: LiveClass, width: int) -> Lines:
        course = live_class.course_title if isinstance(live_class.course_title, str) else ""
        details = " · ".join(part for part in (self._times(live_class), course) if part)
        return [
            spread(width, Styled(_title(live_class)), self._until(live_class)),
            detail(width, details),
        ]

    def _when(self, live_class: LiveClass) -> Styled:
        if class_state(live_class, self.now) is ClassState.LIVE:
            return good(tr("live now"))
        starts = live_class.starts_at
        return quiet(moment(starts, self.zone)) if isinstance(starts, datetime) else quiet(NOT_KNOWN)

    def _until(self, live_class: LiveClass) -> Styled:
        if class_state(live_class, self.now) is ClassState.LIVE:
            return good(tr("live now"))
        starts = live_class.starts_at
        return Styled(relative(starts, self.now)) if isinstance(starts, datetime) else quiet(NOT_KNOWN)

    def _times(self, live_class: LiveClass) -> str:
        starts, ends = live_class.starts_at, live_class.ends_at
        if not isinstance(starts, datetime):
            return tr("time not known")
        written = moment(starts, self.zone)
        return f"{written} – {clock_time(ends, self.zone)}" if isinstance(ends, datetime) else written


def _title(live_class: LiveClass) -> str:
    return live_class.title if isinstance(live_class.title, str) else tr("Class without a name")


def _no_figure(feed: Feed[T]) -> Styled:
    return warning("!") if feed.error is not None else quiet("…")


def _figures_row(
    label: Styled, attended: int | Unknown, missed: int | Unknown, share: int | Unknown | None
) -> list[Styled]:
    missed_words = shown(missed, lambda count: ntr("{n} missed", "{n} missed", count))
    return [
        label,
        strong(shown(share, percent).plain) if isinstance(share, int) else shown(share, percent),
        shown(attended, lambda count: ntr("{n} attended", "{n} attended", count)),
        missed_words.stylize(BAD) if isinstance(missed, int) and missed else missed_words,
    ]
