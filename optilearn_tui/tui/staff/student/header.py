"""Whose page this is: the student's name, class, roll number and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr
from optilearn_tui.tui.columns import spread
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.paint import quiet, strong, warning
from optilearn_tui.tui.staff.people import enrolment_words, full_name
from optilearn_tui.tui.standing import brief
from optilearn_tui.tui.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from optilearn_tui.api.people import Student
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.school.places import Places


class PupilHeader(Widget):
    """Two lines: the name with the class, and what else tells this student from others.

    The class is the one in the student's own record, which decides what they see; where the roster has
    another one, that is said.
    """

    DEFAULT_CSS = """
    PupilHeader { height: 2; text-wrap: nowrap; }
    """

    pupil: reactive[Pupil | None] = reactive["Pupil | None"](None)
    student: reactive[Feed[Student]] = reactive(Feed())

    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places

    @override
    def render(self) -> Styled:
        if self.pupil is None:
            return Styled()
        width = self.content_size.width
        return Styled("\n").join(
            (
                spread(width, strong(self._called()), self._place()),
                spread(width, Styled(" · ").join(self._facts()), self._doubt()),
            )
        )

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self.refresh()

    def _called(self) -> str:
        name = self.pupil.name if self.pupil is not None else ""
        if isinstance(name, str) and name.strip():
            return name
        return (full_name(self.student.reading.value) if self.student.reading else "") or tr("Student")

    def _by_record(self) -> str | Unknown | None:
        reading = self.student.reading
        return enrolment_words(reading.value.current_enrolment) if reading else Unknown.LEFT_OUT

    def _by_roster(self) -> str:
        seat = self.pupil.seat if self.pupil is not None else None
        return self.places.of_section(seat.section_id) if seat is not None else ""

    def _place(self) -> Styled:
        record = self._by_record()
        if isinstance(record, str):
            return strong(record)
        return quiet(tr("in no class now")) if record is None else strong(self._by_roster())

    def _doubt(self) -> Styled:
        if self.student.error is not None:
            return warning(f"! {brief(self.student.error)}")
        record, roster = self._by_record(), self._by_roster()
        if not roster or isinstance(record, Unknown) or record == roster:
            return Styled()
        return warning("! " + tr("the roster says {section}", section=roster))

    def _facts(self) -> Iterator[Styled]:
        seat = self.pupil.seat if self.pupil is not None else None
        if seat is not None and isinstance(seat.roll_number, str):
            yield quiet(tr("Roll {number}", number=seat.roll_number))
        if self.student.reading is not None:
            code = self.student.reading.value.student_code
            if isinstance(code, Unknown):
                yield quiet(tr("student code not known"))
            elif code:
                yield quiet(code)
        if self.pupil is not None:
            yield quiet(self.pupil.contact_id)
