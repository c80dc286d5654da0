"""A child's live classes and days at school: this month's figures, what comes next, and a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.reactive import var
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
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.paint import BAD, QUIET, good, quiet, strong, warning
from optilearn_tui.tui.panels.attendance import Days, Month, month_back, month_lines, unusual_days
from optilearn_tui.tui.panels.overview_part import OverviewPanel
from optilearn_tui.tui.question import Ask, Question, Rhythm
from optilearn_tui.tui.standing import NOT_KNOWN, Standing, reason, shown, told
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.economy import Economy

T = TypeVar("T")
_ROOM_FOR_GAPS = 44
_SHEET = 7 * CELL - 1
_ROOM_FOR_TWO = 74

AskMonth = Ask[Month, Days]


class LiveClassesPanel(OverviewPanel[LiveClasses]):
    """Live classes from the overview, days at school from the attendance feed, which it asks for by itself.

    The calendar shows the school's current month, and with the arrow keys those before it.
    """

    TITLE: ClassVar[str] = N_("Classes, attendance")
    ROOM: ClassVar[str] = "half tall long"

    _MONTHS: ClassVar[Binding.Group] = Binding.Group(N_("Month"))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "month(1)", N_("Previous month"), key_display="←", group=_MONTHS),
        Binding("right", "month(-1)", N_("Next month"), key_display="→", group=_MONTHS),
    ]

    subject: var[str | None] = var(None)
    """The child whose days at school are shown. Bind it to the screen's."""

    def __init__(
        self,
        ask: AskMonth,
        *,
        clock: Clock,
        zone: tzinfo,
        rhythm: Rhythm,
        anew: AskMonth | None = None,
        economy: Economy | None = None,
    ) -> None:
        super().__init__(clock=clock, zone=zone)
        self._days: Feed[Days] = Feed()
        self._back = 0
        self._asked: Month | None = None
        self._question: Question[Month, Days] = Question(
            self,
            ask,
            self.hear,
            rhythm=rhythm,
            clock=clock,
            anew=anew,
            economy=economy,
            name="attendance",
        )

    @override
    def part(self, overview: Overview) -> LiveClasses | Unknown:
        return overview.live_classes

    @override
    def feeds(self) -> Sequence[Standing]:
        return (*super().feeds(), self._days)

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
        head = strong(self._month().name)
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

    def on_unmount(self) -> None:
        """Ask no more."""
        self._question.stop()

    def again(self) -> None:
        """Ask for the month again."""
        self._question.again()

    @override
    def watch_overview(self) -> None:
        # Of another child than the days: that one's are asked for next, and all is worded together then.
        if self.subject is None or self.overview.subject == self.subject:
            self.redraw()

    @override
    def redraw(self) -> None:
        if self._asked is not None and self._month() != self._asked:
            self._ask_for_month()
        super().redraw()

    def watch_subject(self, subject: str | None) -> None:
        """Another child: its current month."""
        self._back = 0
        self._asked = None
        if subject is None:
            self._question.about(None)
        else:
            self._ask_for_month()

    @override
    def watch_zoomed(self) -> None:
        if not self.zoomed:
            self._back = 0
        super().watch_zoomed()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no month that has not come yet."""
        if action == "month" and parameters == (-1,):
            return self._back > 0
        return super().check_action(action, parameters)

    def action_month(self, step: int) -> None:
        """Go so many months back, or forth again as far as the current one."""
        self._back = max(0, self._back + step)
        self.redraw()
        self.refresh_bindings()

    def _ask_for_month(self) -> None:
        self._asked = self._month()
        self._question.about(self._asked)

    def hear(self, feed: Feed[Days]) -> None:
        """Show what is known of the month now."""
        self._days = feed
        self.redraw()

    def _month(self) -> Month:
        return month_back(self.subject or "", self.now, self.zone, self._back)

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
        label = quiet(self._month().name if self._back else tr("At school"))
        if self._days.reading is None:
            return [label, _no_figure(self._days), Styled(), Styled()]
        counted = tally(self._days.reading.value, self.zone)
        if counted.unreadable:  # it may have been a day missed: then "0 missed" would be wrong
            return _figures_row(label, Unknown.UNREADABLE, Unknown.UNREADABLE, counted.percent)
        return _figures_row(label, counted.attended, counted.missed, counted.percent)

    def _month_lines(self, width: int) -> Lines:
        month, today = self._month(), day_of(self.now, self.zone)

        def forms(days: Days) -> Iterator[Lines]:
            yield month_lines(month, days, width, today, self.zone)

        return next(told(self._days, width, forms, zone=self.zone))

    def _unusual(self, width: int) -> Lines:
        days = self._days.reading.value if self._days.reading else ()
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
