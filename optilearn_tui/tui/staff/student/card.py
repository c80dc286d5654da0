"""All about one student in one place: a page of its own, or beside the roster where there is room."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.message import Message
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.question import Question
from optilearn_tui.tui.staff.register import News
from optilearn_tui.tui.staff.student.attendance import AttendanceFacts, AttendancePanel
from optilearn_tui.tui.staff.student.fees import HiddenFeesFacts, HiddenFeesPanel
from optilearn_tui.tui.staff.student.header import PupilHeader
from optilearn_tui.tui.staff.student.parents import Parents, ParentsFacts, ParentsPanel
from optilearn_tui.tui.staff.student.sights import SightsPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.tui.facts.attendance import Days, Month
    from optilearn_tui.tui.staff.room import Room


_RESTING = 0.3
"""Seconds on a student before they are asked about: who passes by on the way down asks nothing."""


class StudentCard(Container):
    """Header, parents, days at school, fees behind a curtain, and what the student sees.

    Another student blanks everything at once; what comes late about the former one is dropped.

    Attributes:
        sights: the courses and announcements.
        fees: what is owed; `fees.revealed` says whether it is to be seen.
    """

    DEFAULT_CSS = """
    StudentCard {
        & > #panels { layout: grid; grid-gutter: 0 2; }
        &.-zoomed > #panels { height: 1fr; layout: vertical; }
        &.-zoomed > #panels > Panel { display: none; }
        &.-zoomed > #panels > Panel.-zoomed { display: block; height: 1fr; }
        &.-zoomed > SightsPane { display: none; }
    }
    """

    class Came(Message):
        """The card shows another student."""

    pupil: var[Pupil | None] = var["Pupil | None"](None, init=False)
    """Whom the card is about; None: nobody."""
    subject: var[str | None] = var[str | None](None)
    """The contact id of the same."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._student: Feed[Student] = Feed()
        self._timer: Timer | None = None
        self._header = PupilHeader(room.register.places)
        self.sights = SightsPane(room)
        clock, zone, rhythm = room.clock, room.zone, room.rhythm
        self._parents = ParentsPanel(ParentsFacts(clock=clock, zone=zone), self._ask_parents, rhythm=rhythm)
        self._days = AttendancePanel(
            AttendanceFacts(clock=clock, zone=zone), self._ask_days, rhythm=rhythm, anew=self._ask_days_anew
        )
        self.fees = HiddenFeesPanel(HiddenFeesFacts(clock=clock, zone=zone), self._ask_fees, rhythm=rhythm)
        self._question: Question[str, Student] = Question(
            self,
            self._ask_student,
            self._hear,
            rhythm=room.rhythm,
            clock=room.clock,
            name="student",
            anew=lambda contact_id: self._room.client.people.student(contact_id, anew=True),
        )

    @override
    def compose(self) -> ComposeResult:
        yield self._header
        with Container(id="panels"):
            yield self._parents.data_bind(StudentCard.subject)
            yield self._days.data_bind(StudentCard.subject)
            yield self.fees.data_bind(StudentCard.subject)
        yield self.sights

    def on_mount(self) -> None:
        """Follow what is read of the school."""
        self._room.register.changed.subscribe(self, self._follow)

    # What is asked: always of the present client.

    def _ask_student(self, contact_id: str) -> Awaitable[Reading[Student]]:
        return self._room.client.people.student(contact_id)

    def _ask_parents(self, contact_id: str) -> Awaitable[Reading[Parents]]:
        return self._room.client.parents.of(contact_id)

    def _ask_days(self, month: Month) -> Awaitable[Reading[Days]]:
        return self._room.client.attendance.of(month.contact_id, month.first, month.last)

    def _ask_days_anew(self, month: Month) -> Awaitable[Reading[Days]]:
        attendance = self._room.client.attendance
        return attendance.of(month.contact_id, month.first, month.last, anew=True)

    def _ask_fees(self, contact_id: str) -> Awaitable[Reading[FeeRecord]]:
        return self._room.client.fees.of(contact_id)

    def follow(self, pupil: Pupil | None) -> None:
        """Show another student once somebody rests on them; the former one is gone at once."""
        if self._timer is not None:
            self._timer.stop()
        former = self.pupil
        if (pupil and pupil.contact_id) != (former and former.contact_id):
            self.pupil = None
            if pupil is not None:
                self._timer = self.set_timer(_RESTING, lambda: self._come(pupil))

    def _come(self, pupil: Pupil) -> None:
        self.pupil = pupil
        self.post_message(self.Came())

    def watch_pupil(self, pupil: Pupil | None) -> None:
        """Another student: everything is blank at once, and asked for."""
        self._header.pupil = pupil
        self.subject = pupil.contact_id if pupil else None
        self._question.about(self.subject)

    def again(self) -> None:
        """Ask for everything about the student again."""
        self._question.again()
        for panel in self.query(Panel):
            panel.again()

    def tick(self) -> None:
        """A minute has passed: what is told by the day may be told otherwise."""
        for panel in self.query(Panel):
            panel.redraw()
        self.sights.say()

    def _hear(self, feed: Feed[Student]) -> None:
        self._student = feed
        self._header.student = feed
        self.sights.about(self.pupil, feed)

    def _follow(self, news: News) -> None:
        self._header.places = self._room.register.places
        self._header.refresh()
        if news is not News.ROSTERS:
            self.sights.look()

    # One panel alone.

    @property
    def zoomed(self) -> Panel | None:
        """The panel that has the card for itself."""
        return next((panel for panel in self.query(Panel) if panel.zoomed), None)

    def put_back(self) -> None:
        """Show every panel again."""
        self._show_alone(None)

    @on(Panel.ZoomAsked)
    def _zoom(self, event: Panel.ZoomAsked) -> None:
        event.stop()
        self._show_alone(None if event.panel.zoomed else event.panel)

    def _show_alone(self, alone: Panel | None) -> None:
        self.set_class(alone is not None, "-zoomed")
        for panel in self.query(Panel):
            panel.zoomed = panel is alone
        self.screen.refresh_bindings()
