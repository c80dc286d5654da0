"""The staff room: every class and section, who sits there, and the way to everything about them."""

from __future__ import annotations

from collections.abc import Awaitable
from contextlib import suppress
from datetime import tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from typing_extensions import override

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.errors import ApiError
from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.mask_line import MaskLine
from optilearn_tui.tui.question import Question, Rhythm
from optilearn_tui.tui.staff.class_pane import ClassPane
from optilearn_tui.tui.staff.class_tree import ClassTree
from optilearn_tui.tui.staff.counting import Counting
from optilearn_tui.tui.staff.register import News, Register
from optilearn_tui.tui.staff.room import ONCE, Room
from optilearn_tui.tui.staff.roster import RosterPane
from optilearn_tui.tui.staff.staff_view import FIRST_KEYS, TABLE_KEYS
from optilearn_tui.tui.staff.student.card import StudentCard
from optilearn_tui.tui.staff.student.card_view import CARD_KEYS, CardView
from optilearn_tui.tui.virtual_table import VirtualTable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.classes import SchoolClass
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.school.finding import Pupil
    from optilearn_tui.tui.staff.sheet import Export
    from optilearn_tui.tui.staff.tabular import Tabular

Classes = tuple["SchoolClass", ...]

_JUMPS = Binding.Group(N_("Class"))


class StaffScreen(CardView):
    """The home of those who work at a school: a tree of classes, a roster, and beside it one student."""

    CSS_PATH = "staff.tcss"
    AUTO_FOCUS = "ClassTree"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-roomy"), (160, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (36, "-high")]
    BINDING_GROUP_TITLE = N_("Staff room")

    BINDINGS: ClassVar[list[BindingType]] = [
        *CARD_KEYS,
        *FIRST_KEYS,
        Binding("f", "go('find')", N_("Find")),
        Binding("g", "go('targeting')", N_("Who sees what")),
        Binding("a", "go('attention')", N_("Absences")),
        *(Binding(str(digit), f"jump('{digit}')", N_("Class"), group=_JUMPS) for digit in range(1, 10)),
        *TABLE_KEYS,
        Binding("u", "count", N_("Count all students")),
        Binding("d", "details", N_("Read details of all")),
    ]

    def __init__(
        self,
        client: Client,
        identity: Identity,
        *,
        zone: tzinfo,
        clock: Clock = utc_now,
        export: Export | None = None,
        rhythm: Rhythm = ONCE,
    ) -> None:
        """A staff room that begins to ask when it is shown.

        Args:
            client: asks the school as this person, or with its service key.
            identity: who it is.
            zone: the school's time zone.
            clock: tells the time now.
            export: writes what is shown to a file, and says where.
            rhythm: the pauses after failures.
        """
        super().__init__(
            Room(
                client,
                Register(self),
                clock,
                zone,
                export,
                rhythm,
                place=_known(identity.institution_slug) or client.slug,
                person=_person(client, identity),
            )
        )
        counting = self.errand("counting")
        self._counting = Counting(self.room, counting)
        self._class_pane = ClassPane(self.room, counting)
        self._roster = RosterPane(self.room, self.errand("details"))
        take = self.room.register.take_classes
        self._question: Question[str, Classes] = Question(
            self,
            self._ask_classes,
            take,
            rhythm=rhythm,
            clock=clock,
            name="classes",
            anew=lambda _: self.room.client.classes.all(anew=True),
        )

    @override
    def compose(self) -> ComposeResult:
        bar, progress, hints = self.bars()
        yield bar
        with Horizontal(id="room"):
            yield self._class_pane
            yield self._roster
            yield self.card
        yield MaskLine()
        yield progress
        yield hints

    def on_mount(self) -> None:
        """Begin to ask."""
        self.room.register.changed.subscribe(self, self._follow)
        self._question.about("classes")
        self._name_the_school()

    def _ask_classes(self, _: str) -> Awaitable[Reading[Classes]]:
        return self.room.client.classes.all()

    @work(group="school")
    async def _name_the_school(self) -> None:
        # The slug says it well enough where the school does not answer.
        with suppress(ApiError):
            self.room.place = (await self.room.client.institution.look_up()).value.name
            self._bar.place = self.room.place

    def go_on(self, client: Client, identity: Identity) -> None:
        """The same person signed in again: ask `client` from now on, and refresh what is shown."""
        self.room.client = client
        self.room.person = self._bar.person = _person(client, identity)
        self.action_refresh()

    def confirmed(self, identity: Identity) -> None:
        """The school says who it is; nothing is asked anew."""
        self.room.person = self._bar.person = _person(self.room.client, identity)

    @property
    @override
    def pane(self) -> Tabular:
        return self._roster

    @property
    @override
    def may_leave(self) -> bool:
        return False

    # Classes and their counts.

    def _follow(self, news: News) -> None:
        if news is News.CLASSES:
            self._class_pane.fill()
            self._counting.some()
        elif news is News.ROSTERS:
            self._class_pane.class_tree.refresh()
            self._class_pane.say()

    def action_count(self) -> None:
        """Count the students of every section."""
        self._counting.all()

    @override
    def reading_changed(self) -> None:
        self._class_pane.say()

    # From a section to its students, and to one of them.

    @on(ClassTree.Highlighted)
    def _look_at_section(self, event: ClassTree.Highlighted) -> None:
        node = event.node
        self._roster.look_at(node.section_id if node is not None else None)
        if node is not None:
            self._counting.of_class(node.class_id)
        self.refresh_bindings()

    @on(ClassTree.Chosen)
    def _go_to_roster(self) -> None:
        self._roster.table.focus()

    @on(RosterPane.Read)
    def _offer_more(self) -> None:
        self._look_at_pupil()
        self.refresh_bindings()

    @on(VirtualTable.RowHighlighted)
    def _rest_on_pupil(self) -> None:
        self._look_at_pupil()

    def _look_at_pupil(self) -> None:
        """Let the card beside the roster, where there is one, follow the cursor."""
        self.card.follow(self._pupil if self.card.display else None)

    @on(StudentCard.Came)
    def _want_items(self) -> None:
        self.catalogue.want()
        self.refresh_bindings()

    @property
    def _pupil(self) -> Pupil | None:
        entry = self._roster.table.highlighted
        return None if entry is None else self._roster.seated(entry)

    @on(VirtualTable.RowSelected)
    def _open_pupil(self, event: VirtualTable.RowSelected[RosterEntry]) -> None:
        if event.table is self._roster.table:
            self.open_student(self._roster.seated(event.row))
        elif (sight := self.card.sights.table.highlighted) is not None:
            self.open_item(sight.item, self._roster.section_id)

    def on_resize(self) -> None:
        """There may be room for the card, or none any more."""
        self.call_after_refresh(self._look_at_pupil)

    # Keys.

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "clear":
                return not self.is_reading and (self._class_pane.is_filtered or self._roster.is_filtered)
            case "count":
                return self._counting.may_go_on
            case "details":
                return self._roster.lacks_details and not self.is_reading
        return super().check_action(action, parameters)

    @override
    def action_filter(self) -> None:
        if self._class_pane.has_the_focus:
            self._class_pane.begin_filter()
        else:
            self._roster.begin_filter()

    @override
    def action_clear(self) -> None:
        pane = (
            self._class_pane
            if self._class_pane.has_the_focus or not self._roster.is_filtered
            else self._roster
        )
        pane.clear_filter()
        self.refresh_bindings()

    def action_jump(self, digit: str) -> None:
        """Go to the class of this number."""
        self._class_pane.class_tree.jump(digit)

    def action_details(self) -> None:
        """Read what the shown columns need, of everybody."""
        self._roster.want_details(however_many=True)

    @override
    def columns_chosen(self) -> None:
        self._roster.want_details()
        self.refresh_bindings()

    @override
    def action_refresh(self) -> None:
        self.room.client.renew()
        self.room.register.renew_rosters()
        self._question.again()
        self._roster.again()
        self.card.again()

    @override
    def tick(self) -> None:
        super().tick()
        self._class_pane.say()

    @property
    def _in_mind(self) -> str | None:
        """The section that is looked at; of a class the first."""
        node = self._class_pane.class_tree.highlighted
        if node is None or node.section_id is not None:
            return self._roster.section_id
        return next(iter(self.room.register.places.sections_of(node.class_id)), None)

    def action_go(self, place: str) -> None:
        """Go to another screen of the staff room."""
        match place:
            case "find":
                from optilearn_tui.tui.staff.find.screen import FindScreen

                self.app.push_screen(FindScreen(self.room))
            case "attention":
                from optilearn_tui.tui.staff.attention.screen import AttentionScreen

                self.app.push_screen(AttentionScreen(self.room, self._in_mind))
            case "targeting":
                from optilearn_tui.tui.staff.targeting.screen import TargetingScreen

                self.app.push_screen(TargetingScreen(self.room, self._in_mind))


def _known(value: object) -> str:
    return value if isinstance(value, str) else ""


def _person(client: Client, identity: Identity) -> str:
    name = _known(identity.name)
    key = tr("service key")
    return f"{name} · {key}" if client.has_service_key else name
