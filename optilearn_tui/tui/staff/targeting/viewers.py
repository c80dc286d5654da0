"""Who of one section sees one item, and why each does or does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from typing_extensions import override

from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.people import CurrentEnrolment, Student
from optilearn_tui.api.reading import Reading
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.targeting import Enrolment, Sight, because, on_show
from optilearn_tui.tui.columns import indented, prose
from optilearn_tui.tui.paint import warning
from optilearn_tui.tui.staff.item_words import seen_out, seen_sign
from optilearn_tui.tui.staff.people import enrolment_words, pupil_name, pupil_of
from optilearn_tui.tui.staff.section_pane import MOST_DETAILS, SectionPane
from optilearn_tui.tui.staff.sheet import SignColumn
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.unread import written
from optilearn_tui.tui.table_columns import Column
from optilearn_tui.wording.targeting import why

if TYPE_CHECKING:
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.api.sweep import Swept
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.school.targeting import Item
    from optilearn_tui.tui.columns import Lines
    from optilearn_tui.tui.feed import Feed
    from optilearn_tui.tui.staff.errand import Errand
    from optilearn_tui.tui.staff.register import Roster
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.styled import Styled

_NARROW = 72


@dataclass(frozen=True, slots=True)
class Viewer:
    """One student of the section before the item.

    Attributes:
        entry: the student, as on the roster.
        sight: how they meet the item.
        elsewhere: where the student's own record says they sit, if that is not this section; it is the record
            that decides.
    """

    entry: RosterEntry
    sight: Sight
    elsewhere: str = ""


class ViewersPane(SectionPane[Viewer]):
    """The students of a section, those who do not see the item first.

    The roster is asked for anew; what each sees is decided by their own record, and by the roster where that
    was not read: of very many students, or where it could not be.
    """

    class Looked(Message):
        """More is known of who sees the item, or it is said in another language."""

    def __init__(self, room: Room, item: Item, records_errand: Errand) -> None:
        """Nobody yet, before `item`; `records_errand` reads the students' own records."""
        self._item = item
        self._records: dict[str, Student] = {}
        table = StaffTable[Viewer](
            self._columns(),
            key=lambda viewer: viewer.entry.student_contact_id,
            search=lambda viewer: (
                f"{pupil_name(viewer.entry)} {viewer.entry.roll_number} {self._why(viewer)}"
            ),
            empty=self._empty,
            no_match=lambda: tr("Nobody here is called that."),
        )
        super().__init__(
            room,
            records_errand,
            table,
            prompt=lambda: tr("Name, roll number or reason"),
            file_name=lambda: f"{item.id}-{self._place()}",
            usual=lambda width: (
                ("roll", "name", "because") if width < _NARROW else ("roll", "name", "seen", "why")
            ),
            name="viewers",
        )

    def pupil(self, viewer: Viewer) -> Pupil:
        """A row as the student it is about."""
        return pupil_of(self.section_id or "", viewer.entry)

    def look(self) -> None:
        """Say who sees the item, as far as is known now."""
        entries = self._feed.reading.value if self._feed.reading else ()
        viewers = sorted((self._viewer(entry) for entry in entries), key=_urgency)
        self.show(viewers, (self._feed,), count=self._summary(viewers) if viewers else None)
        self.post_message(self.Looked())

    @override
    def forget(self) -> None:
        self._records.clear()

    @override
    def take(self, feed: Feed[Roster]) -> None:
        self.look()

    @override
    def go_into(self, reading: Reading[Roster]) -> None:
        ids = [entry.student_contact_id for entry in reading.value]
        if 0 < len(ids) <= MOST_DETAILS:
            self._errand.sweep(
                lambda: tr("Reading student records"), ids, self._room.client.people.student, self._take
            )

    def _take(self, swept: Sequence[Swept[str, Student]]) -> None:
        self._records.update(
            (each.key, each.outcome.value) for each in swept if isinstance(each.outcome, Reading)
        )
        self.look()

    def _viewer(self, entry: RosterEntry) -> Viewer:
        record = self._records.get(entry.student_contact_id)
        enrolment = LEFT_OUT if record is None else record.current_enrolment
        elsewhere = ""
        if isinstance(enrolment, CurrentEnrolment):
            decides: Enrolment | Unknown | None = Enrolment(enrolment.class_id, enrolment.section_id)
            if isinstance(enrolment.section_id, str) and enrolment.section_id != self.section_id:
                elsewhere = str(enrolment_words(enrolment) or enrolment.section_id)
        elif enrolment is None:
            decides = None
        else:
            decides = self._room.register.structure.enrolment_in(self.section_id or "")
        item, now = self._item, self._room.clock()
        return Viewer(entry, Sight(item, because(item, decides), on_show(item, now)), elsewhere)

    def reason(self, width: int) -> Lines:
        """The student of the cursor, and in full why they see the item or do not."""
        viewer = self.table.highlighted
        if viewer is None:
            return []
        words = tr("{name}: {reason}", name=pupil_name(viewer.entry), reason=self._why(viewer))
        first, *more = prose(width - 2, words)
        return [seen_sign(viewer.sight.visible) + " " + first, *indented(more)]

    # Words.

    def _summary(self, viewers: Sequence[Viewer]) -> str:
        seeing = sum(viewer.sight.visible is True for viewer in viewers)
        return tr("{n} of {total} see it", n=number(seeing), total=number(len(viewers)))

    @override
    def _empty(self) -> str:
        return super()._empty() if self.section_id is not None else tr("Choose a section.")

    def _why(self, viewer: Viewer) -> str:
        reason = why(viewer.sight, self._room.register.places)
        if not viewer.elsewhere:
            return reason
        return tr("in {section} by the record: {reason}", section=viewer.elsewhere, reason=reason)

    def _columns(self) -> Sequence[Column[Viewer]]:
        return (
            Column(
                "roll",
                lambda: tr("Roll"),
                lambda viewer: written(viewer.entry.roll_number),
                least=5,
                right=True,
            ),
            Column(
                "name",
                lambda: tr("Name"),
                lambda viewer: pupil_name(viewer.entry),
                least=14,
                most=30,
                share=2,
            ),
            SignColumn(
                "seen",
                lambda: tr("Sees it"),
                lambda viewer: seen_sign(viewer.sight.visible),
                least=4,
                sort=_urgency,
                out=lambda viewer: seen_out(viewer.sight.visible),
            ),
            Column("why", lambda: tr("Why"), self._reason, least=18, most=70, share=5),
            Column(
                "because",
                lambda: tr("Sees it, and why"),
                self._because,
                least=20,
                most=70,
                share=5,
                sort=_urgency,
            ),
        )

    def _because(self, viewer: Viewer) -> Styled:
        return seen_sign(viewer.sight.visible) + " " + self._reason(viewer)

    def _reason(self, viewer: Viewer) -> str | Styled:
        reason = self._why(viewer)
        return warning(reason) if viewer.elsewhere else reason

    @override
    def retranslate(self) -> None:
        self.look()


def _urgency(viewer: Viewer) -> int:
    """Who does not see it comes first: that is what one has to explain."""
    visible = viewer.sight.visible
    if isinstance(visible, Unknown):
        return 1
    return 2 if visible else 0
