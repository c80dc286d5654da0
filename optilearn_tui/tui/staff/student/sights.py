"""What a student sees of the school's courses and announcements, what they do not, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.api.people import CurrentEnrolment
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.targeting import Enrolment, Sight, because, kind_of, on_show
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.staff.item_words import kind_words, seen_out, seen_sign, seen_words, title_of
from optilearn_tui.tui.staff.sheet import SignColumn
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.table_pane import TablePane
from optilearn_tui.tui.staff.unread import written
from optilearn_tui.tui.table_columns import Column
from optilearn_tui.wording.targeting import status_words, why

if TYPE_CHECKING:
    from optilearn_tui.api.people import Student
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.styled import Styled

_NARROW = 96


class SightsPane(TablePane[Sight]):
    """Every item as one student meets it, seen ones first.

    The enrolment in the student's own record decides; until that is read, and where it cannot be, the roster
    does, and the heading says so.
    """

    def __init__(self, room: Room) -> None:
        """A table about nobody yet."""
        self._room = room
        self._student: Feed[Student] = Feed()
        table = StaffTable[Sight](
            self._columns(),
            key=lambda sight: (kind_of(sight.item), sight.item.id),
            search=lambda sight: f"{title_of(sight.item)} {self._why(sight)}",
            empty=lambda: tr("The school offers no course."),
            no_match=lambda: tr("Nothing is called that."),
        )
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=lambda: tr("Courses and announcements"),
            prompt=lambda: tr("Course, announcement or reason"),
            file_name=self._file_name,
            usual=lambda width: (
                ("item", "because") if width < _NARROW else ("item", "seen", "why", "kind", "status")
            ),
        )
        self._pupil: Pupil | None = None

    def about(self, pupil: Pupil | None, student: Feed[Student]) -> None:
        """Show what this student sees."""
        self._pupil, self._student = pupil, student
        self.look()

    def look(self) -> None:
        """Show what is known now of the student and of the school's items."""
        catalogue = self._room.register.catalogue
        enrolment, by_record = self._enrolment()
        sights = self._sights(enrolment) if catalogue.at is not None and self._pupil is not None else ()
        seen = sum(sight.visible is True for sight in sights)
        words = tr("sees {n} of {total}", n=number(seen), total=number(len(sights)))
        if not by_record:
            words = tr("{answer}, by the roster", answer=words)
        told = isinstance(enrolment, Unknown) and self._student.reading is None
        feeds = (self._student,) if told else (catalogue, *(() if by_record else (self._student,)))
        self.show(() if told else sights, feeds, count=words if sights else None)

    def _enrolment(self) -> tuple[Enrolment | Unknown | None, bool]:
        """Where the student sits, and whether their own record says so: else it is the roster that does."""
        if self._student.reading is not None:
            enrolment = self._student.reading.value.current_enrolment
            if isinstance(enrolment, CurrentEnrolment):
                return Enrolment(enrolment.class_id, enrolment.section_id), True
            return enrolment, True
        seat = self._pupil.seat if self._pupil is not None else None
        if seat is None:
            return Unknown.LEFT_OUT, False
        return self._room.register.structure.enrolment_in(seat.section_id), False

    def _sights(self, enrolment: Enrolment | Unknown | None) -> tuple[Sight, ...]:
        now = self._room.clock()
        sights = [
            Sight(item, because(item, enrolment), on_show(item, now))
            for item in self._room.register.catalogue.items
        ]
        return tuple(sorted(sights, key=_place))

    def _why(self, sight: Sight) -> str:
        return why(sight, self._room.register.places)

    def _because(self, sight: Sight) -> Styled:
        return seen_sign(sight.visible) + " " + self._why(sight)

    def _file_name(self) -> str:
        return f"{self._pupil.contact_id if self._pupil else 'student'}-courses"

    def _columns(self) -> Sequence[Column[Sight]]:
        return (
            Column(
                "item", lambda: tr("Item"), lambda sight: title_of(sight.item), least=16, most=60, share=3
            ),
            SignColumn(
                "seen",
                lambda: tr("Sees it"),
                lambda sight: seen_words(sight.visible),
                least=11,
                sort=_place,
                out=lambda sight: seen_out(sight.visible),
            ),
            Column(
                "because",
                lambda: tr("Sees it, and why"),
                self._because,
                least=20,
                most=60,
                share=3,
                sort=_place,
            ),
            Column("why", lambda: tr("Why"), self._why, least=18, most=70, share=3),
            Column("kind", lambda: tr("Kind"), lambda sight: kind_words(sight.item), least=12),
            Column(
                "status",
                lambda: tr("Status"),
                lambda sight: written(status_words(sight.item, self._room.clock())),
                least=10,
            ),
        )

    @override
    def retranslate(self) -> None:
        self.look()


def _place(sight: Sight) -> int:
    """What a student sees comes first, what they may see next."""
    if isinstance(sight.visible, Unknown):
        return 1
    return 0 if sight.visible else 2
