"""The screen to find anyone on: a line to type in, and the people who fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from typing_extensions import override

from optilearn_tui.api.reading import Reading
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.staff.find.pane import FindPane, Line
from optilearn_tui.tui.staff.staff_view import FIRST_KEYS, TABLE_KEYS, StaffView
from optilearn_tui.tui.virtual_table import VirtualTable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.parents import Parent
    from optilearn_tui.api.people import Student
    from optilearn_tui.api.sweep import Swept
    from optilearn_tui.tui.staff.register import Roster
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.staff.tabular import Tabular
    from optilearn_tui.tui.standing import Standing

MOST_STUDENTS = 1_500
"""Of more students than this parents and codes are only read when somebody asks for it: a question each."""


class FindScreen(StaffView):
    """Find anyone. Names are there at once; rosters, parents and codes come as they are read."""

    AUTO_FOCUS = "FilterField"
    BINDING_GROUP_TITLE = N_("Find anyone")

    DEFAULT_CSS = """
    FindScreen FindPane { padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIRST_KEYS,
        Binding("d,f6", "people", N_("Read parents and codes")),
        *TABLE_KEYS,
    ]

    def __init__(self, room: Room) -> None:
        """A search over everybody in `room`; what is not read yet is read when it is shown."""
        super().__init__(room)
        self._reading = self.errand("people")
        self._anew = False
        self._pane = FindPane(room, lambda: self.is_reading, self._stand)

    @override
    def compose(self) -> ComposeResult:
        bar, progress, hints = self.bars()
        yield bar
        yield self._pane
        yield progress
        yield hints

    def on_mount(self) -> None:
        """Begin with those who were read already, and read the others."""
        self._pane.begin_filter()
        register = self.room.register
        for section_id in register.places.section_ids:
            roster = register.roster(section_id)
            if isinstance(roster, Reading):
                self.room.directory.add_roster(section_id, roster.value)
        self._pane.look()
        self._read_rosters()

    @property
    @override
    def pane(self) -> Tabular:
        return self._pane

    def _stand(self) -> Sequence[Standing]:
        return (self.room.register.classes,)

    # Reading.

    def _read_rosters(self) -> None:
        self._reading.sweep(
            lambda: tr("Reading rosters"),
            self.room.register.unread_sections,
            self.room.client.rosters.of,
            self._take_rosters,
            lambda _: self._read_people(),
        )

    def _take_rosters(self, swept: Sequence[Swept[str, Roster]]) -> None:
        self.room.register.take_rosters(swept)
        for each in swept:
            if isinstance(each.outcome, Reading):
                self.room.directory.add_roster(each.key, each.outcome.value)
        self._pane.look()

    def _read_people(self, *, however_many: bool = False) -> None:
        unread = self._students() if self._anew else self._without_parents()
        self._anew = False
        if unread and (however_many or self.room.directory.students <= MOST_STUDENTS):
            self._reading.sweep(
                lambda: tr("Reading parents"),
                unread,
                self.room.client.parents.of,
                self._take_parents,
                self._read_codes,
            )
        else:
            self._pane.look()

    def _take_parents(self, swept: Sequence[Swept[str, tuple[Parent, ...]]]) -> None:
        for each in swept:
            if isinstance(each.outcome, Reading):
                self.room.directory.add_parents(each.key, each.outcome.value)
        self._pane.look()

    def _read_codes(self, _: ApiError | None) -> None:
        self._reading.sweep(
            lambda: tr("Reading student codes"),
            self._students(),
            self.room.client.people.student,
            self._take_codes,
            lambda _: self._pane.look(),
        )

    def _take_codes(self, swept: Sequence[Swept[str, Student]]) -> None:
        for each in swept:
            if isinstance(each.outcome, Reading):
                self.room.directory.add_student(each.outcome.value)
        self._pane.look()

    def _students(self) -> list[str]:
        return [entry.student_contact_id for _, entry in self.room.register.entries]

    def _without_parents(self) -> list[str]:
        people = ((each, self.room.directory.pupil(each)) for each in dict.fromkeys(self._students()))
        return [each for each, pupil in people if pupil is None or pupil.parents is None]

    # Keys.

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "clear":
                return not self.is_reading and bool(self._pane.field.value)
            case "leave":
                return not self.is_reading and not self._pane.field.value
            case "people":
                return not self.is_reading and bool(self._without_parents())
            case "sort_by_next" | "turn":
                return False
        return super().check_action(action, parameters)

    @override
    def action_clear(self) -> None:
        self._pane.field.value = ""
        self._pane.field.focus()

    def action_people(self) -> None:
        """Read the parents and the codes of everybody, however many they are."""
        self._read_people(however_many=True)

    @override
    def action_refresh(self) -> None:
        self.room.client.renew()
        self.room.register.renew_rosters()
        self._anew = True
        self._read_rosters()

    @on(VirtualTable.RowSelected)
    def _open(self, event: VirtualTable.RowSelected[Line]) -> None:
        pupil = event.row.pupil
        if pupil is not None:
            self.open_student(pupil)
