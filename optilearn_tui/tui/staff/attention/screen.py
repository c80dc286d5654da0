"""Who is missing: in one section, in its class, or in the whole school."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import Input
from typing_extensions import override

from optilearn_tui.api.models import LEFT_OUT
from optilearn_tui.api.reading import Reading
from optilearn_tui.i18n import N_, tr
from optilearn_tui.school.attention import Absence, absence, attention_roster
from optilearn_tui.school.days import day_of
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.staff.attention.pane import AttentionPane, Case
from optilearn_tui.tui.staff.people import pupil_of
from optilearn_tui.tui.staff.staff_view import FIRST_KEYS, TABLE_KEYS, StaffView
from optilearn_tui.tui.staff.view_switcher import ViewSwitcher
from optilearn_tui.tui.virtual_table import VirtualTable
from optilearn_tui.tui.words import Words
from optilearn_tui.wording.places import class_title

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.api.sweep import Swept
    from optilearn_tui.tui.facts.attendance import Days
    from optilearn_tui.tui.staff.register import Roster
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.staff.tabular import Tabular

_PERIOD = timedelta(days=60)
"""How far back the feeds are read: longer rows of missed days are told as `and more`."""


class Scope(StrEnum):
    """Whose attendance is looked at."""

    SECTION = "section"
    CLASS = "class"
    SCHOOL = "school"


class AttentionScreen(StaffView):
    """The attention roster: one question a student, so it begins with the section that was looked at."""

    BINDING_GROUP_TITLE = N_("Who is missing")

    DEFAULT_CSS = """
    AttentionScreen {
        ViewSwitcher { padding: 0 1; }
        AttentionPane { padding: 0 1; }
        Words { padding: 0 1; color: $foreground-muted; max-height: 2; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *FIRST_KEYS,
        Binding("1", f"scope('{Scope.SECTION}')", N_("Section")),
        Binding("2", f"scope('{Scope.CLASS}')", N_("Class")),
        Binding("3", f"scope('{Scope.SCHOOL}')", N_("Whole school")),
        *TABLE_KEYS,
    ]

    scope: var[Scope] = var(Scope.SECTION, init=False)

    def __init__(self, room: Room, section_id: str | None) -> None:
        """Who is missing in `section_id`; None: begin with nobody."""
        super().__init__(room)
        self._section_id = section_id
        self._reading = self.errand("attendance")
        self._stand: Feed[None] = Feed()
        self._absences: dict[str, Absence] = {}
        self._read: set[str] = set()
        self._read_at: dict[str, datetime] = {}
        self._switcher = ViewSwitcher(
            (
                (Scope.SECTION, "1", self._section_words),
                (Scope.CLASS, "2", self._class_words),
                (Scope.SCHOOL, "3", lambda: tr("Whole school")),
            )
        )
        self._pane = AttentionPane(room, self._title_of, self._first_day)

    @override
    def compose(self) -> ComposeResult:
        bar, progress, hints = self.bars()
        yield bar
        yield self._switcher
        yield self._pane
        yield Words(
            lambda: tr(
                "Late counts as attended. Excused days do not count, and do not end a row of missed days."
            )
        )
        yield progress
        yield hints

    def on_mount(self) -> None:
        """Begin to read."""
        self.watch_scope()

    @property
    @override
    def pane(self) -> Tabular:
        return self._pane

    # Whose attendance it is.

    def watch_scope(self) -> None:
        """Other students: those whose feeds were read already are there at once."""
        self._switcher.chosen = self.scope
        self._reading.stop()
        self._pane.table.let_go()
        self._stand = Feed(self.scope)
        self._look()
        self._read_rosters()
        self.refresh_bindings()

    @property
    def _sections(self) -> tuple[str, ...]:
        places = self.room.register.places
        if self.scope is Scope.SCHOOL:
            return places.section_ids
        if self._section_id is None:
            return ()
        if self.scope is Scope.SECTION:
            return (self._section_id,)
        return places.sections_of(places.class_of(self._section_id) or "")

    def _section_words(self) -> str:
        return self.room.register.places.of_section(self._section_id) if self._section_id else tr("Section")

    def _class_words(self) -> str:
        places = self.room.register.places
        class_id = places.class_of(self._section_id or "")
        return class_title(places.of_class(class_id)) if class_id else tr("Class")

    def _title_of(self) -> str:
        match self.scope:
            case Scope.SECTION:
                place = self._section_words()
            case Scope.CLASS:
                place = self._class_words()
            case _:
                place = tr("Whole school")
        return tr("Who is missing: {place}", place=place)

    # Reading: who sits there now, and then everybody's feed.

    def _read_rosters(self) -> None:
        self._stand = self._stand.asked()
        self._reading.sweep(
            lambda: tr("Reading rosters"),
            self._sections,
            self.room.client.rosters.of,
            self._take_rosters,
            lambda _: self._read_feeds(),
        )

    def _take_rosters(self, swept: Sequence[Swept[str, Roster]]) -> None:
        self.room.register.take_rosters(swept)
        for each in swept:
            self._hear(each.key, each.outcome)
        self._look()

    def _hear(self, key: str, outcome: Reading[Roster] | Reading[Days] | ApiError) -> None:
        """Note when something was read, or why it could not be."""
        if isinstance(outcome, Reading):
            self._read_at[key] = outcome.at
        trouble = outcome.stale_because if isinstance(outcome, Reading) else outcome
        if trouble is not None:
            self._stand = self._stand.failed(trouble).asked()

    def _read_feeds(self) -> None:
        today = day_of(self.room.clock(), self.room.zone)

        def ask(contact_id: str) -> Awaitable[Reading[Days]]:
            return self.room.client.attendance.of(contact_id, self._first_day(), today)

        self._reading.sweep(
            lambda: tr("Reading attendance"),
            [each.student_contact_id for _, each in self._seated() if self._unread(each)],
            ask,
            self._take_feeds,
            lambda _: self._end(),
        )

    def _take_feeds(self, swept: Sequence[Swept[str, Days]]) -> None:
        now, zone = self.room.clock(), self.room.zone
        for each in swept:
            self._hear(each.key, each.outcome)
            self._read.add(each.key)
            if isinstance(each.outcome, Reading):
                self._absences[each.key] = absence(each.key, each.outcome.value, zone, now)
            else:
                self._absences.setdefault(each.key, absence(each.key, LEFT_OUT, zone, now))
        self._look()

    def _end(self) -> None:
        self._stand = replace(self._stand, loading=False)
        self._look()

    def _first_day(self) -> date:
        return day_of(self.room.clock(), self.room.zone) - _PERIOD

    def _unread(self, entry: RosterEntry) -> bool:
        return entry.student_contact_id not in self._read

    def _seated(self) -> list[tuple[str, RosterEntry]]:
        sections = set(self._sections)
        return [each for each in self.room.register.entries if each[0] in sections]

    def _look(self) -> None:
        """Show those whose feeds were read in the order to ask after them, the others behind."""
        seated = {each.student_contact_id: (section_id, each) for section_id, each in self._seated()}
        known = attention_roster(self._absences[each] for each in seated if each in self._absences)
        cases = [Case(*seated[each.student_contact_id], each) for each in known]
        unread = (each for each in seated if each not in self._absences)
        shown = (self._read_at[each] for each in (*self._sections, *seated) if each in self._read_at)
        oldest = min(shown, default=None)
        reading = None if oldest is None else Reading(None, oldest)
        stand = replace(self._stand, reading=reading)
        self._pane.show([*cases, *(Case(*seated[each]) for each in unread)], (stand,))

    # Keys.

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "scope":
            known = self._section_id is not None or parameters == (Scope.SCHOOL,)
            return known and parameters != (self.scope,) and not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def action_scope(self, scope: str) -> None:
        """Look at other students."""
        self.scope = Scope(scope)

    @on(ViewSwitcher.Picked)
    def _pick_scope(self, event: ViewSwitcher.Picked) -> None:
        self.scope = Scope(event.view)

    @override
    def action_refresh(self) -> None:
        self.room.client.renew()
        self._read.clear()
        self._stand = replace(self._stand, error=None)
        self._read_rosters()

    @override
    def action_stop(self) -> None:
        super().action_stop()
        self._end()

    @on(VirtualTable.RowSelected)
    def _open(self, event: VirtualTable.RowSelected[Case]) -> None:
        self.open_student(pupil_of(event.row.section_id, event.row.entry))
