"""A parent's dashboard: how one child is doing, and the other children a key away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import tzinfo
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen
from typing_extensions import override

from optilearn_tui.api.clock import Clock, utc_now
from optilearn_tui.api.errors import ApiError
from optilearn_tui.i18n import N_
from optilearn_tui.i18n.dates import moment
from optilearn_tui.school.children import switcher_order
from optilearn_tui.tui.child_switcher import ChildSwitcher
from optilearn_tui.tui.enquiries import Enquiries
from optilearn_tui.tui.family_notice import Family, FamilyNotice
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.panel_grid import PanelGrid
from optilearn_tui.tui.panels.certificates import CertificatesPanel
from optilearn_tui.tui.panels.courses import CoursesPanel
from optilearn_tui.tui.panels.fees import FeesPanel
from optilearn_tui.tui.panels.gamification import GamificationPanel
from optilearn_tui.tui.panels.grades import GradesPanel
from optilearn_tui.tui.panels.live_classes import LiveClassesPanel
from optilearn_tui.tui.panels.upcoming import UpcomingPanel
from optilearn_tui.tui.question import Ask, Question, Rhythm
from optilearn_tui.tui.standing import brief
from optilearn_tui.tui.stats import Stats
from optilearn_tui.tui.title_bar import TitleBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.children import Child
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.board import BoardScreen
    from optilearn_tui.tui.panel import Panel

T = TypeVar("T")

_MINUTE = 60
_CHILDREN = Binding.Group(N_("Child"))


class ParentScreen(Screen[None]):
    """One child at a time: switcher, quick stats, seven panels.

    The screen asks for the children and for the overview of the chosen one; whatever shows a part of them is
    bound to `family`, `subject` and `overview`. Fees and attendance are asked for by their own panels.
    """

    CSS_PATH = "parent.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [
        (0, "-one-column"),
        (76, "-two-columns"),
        (116, "-three-columns"),
        (168, "-four-columns"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-high"), (44, "-airy")]
    BINDING_GROUP_TITLE = N_("Dashboard")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_panel", N_("Back")),
        *(Binding(str(key), f"child({key})", N_("Child"), group=_CHILDREN) for key in range(1, 10)),
        Binding("left_square_bracket", "step(-1)", N_("Previous child"), key_display="[", show=False),
        Binding("right_square_bracket", "step(1)", N_("Next child"), key_display="]", show=False),
        Binding("b", "board", N_("All children")),
        Binding("r,f5", "refresh", N_("Refresh")),
        Binding("tab", "panel(1)", N_("Next panel"), show=False),
        Binding("shift+tab", "panel(-1)", N_("Previous panel"), show=False),
    ]

    family: var[Feed[Family]] = var(Feed())
    """The children, in the server's order."""
    subject: var[str | None] = var(None)
    """Contact id of the child whom everything is about."""
    overview: var[Feed[Overview]] = var(Feed())

    def __init__(
        self,
        client: Client,
        identity: Identity,
        *,
        zone: tzinfo,
        clock: Clock = utc_now,
        refresh_seconds: float = 300,
        rhythm: Rhythm | None = None,
    ) -> None:
        """A dashboard that begins to ask when it is shown.

        Args:
            client: asks the school as this parent.
            identity: who the parent is.
            zone: the school's time zone.
            clock: tells the time now.
            refresh_seconds: pause between two refreshes by itself.
            rhythm: all pauses, those after a failure included; `refresh_seconds` does not count then.
        """
        super().__init__()
        self._enquiries = Enquiries(client)
        self.identity = identity
        self._zone = zone
        self._clock = clock
        self._rhythm = rhythm or Rhythm(refresh=refresh_seconds)
        self._board: BoardScreen | None = None
        self._family_question = self._kept(self._enquiries.family, self._hear_family, "family")
        self._overview_question = self._kept(self._enquiries.overview, self._hear_overview, "overview")

    def _kept(self, ask: Ask[str, T], tell: Callable[[Feed[T]], None], name: str) -> Question[str, T]:
        return Question(self, ask, tell, rhythm=self._rhythm, clock=self._clock, name=name)

    @override
    def compose(self) -> ComposeResult:
        place = _known(self.identity.institution_slug) or self._enquiries.client.slug
        yield TitleBar(place, _known(self.identity.name))
        yield ChildSwitcher().data_bind(chosen=ParentScreen.subject)
        yield Stats().data_bind(ParentScreen.overview)
        with PanelGrid():
            yield from self._panels()
        yield FamilyNotice().data_bind(ParentScreen.family)
        yield KeyHints()

    def _panels(self) -> Iterator[Panel]:
        clock, zone, rhythm = self._clock, self._zone, self._rhythm
        overview, subject = ParentScreen.overview, ParentScreen.subject
        yield CoursesPanel(clock=clock, zone=zone).data_bind(overview)
        yield GradesPanel(clock=clock, zone=zone).data_bind(overview)
        yield UpcomingPanel(clock=clock, zone=zone).data_bind(overview)
        yield LiveClassesPanel(
            self._enquiries.attendance,
            clock=clock,
            zone=zone,
            rhythm=rhythm,
        ).data_bind(overview, subject)
        yield GamificationPanel(clock=clock, zone=zone).data_bind(overview)
        yield CertificatesPanel(
            self._enquiries.client.deployment.is_own_link, clock=clock, zone=zone
        ).data_bind(overview)
        yield FeesPanel(self._enquiries.fees, clock=clock, zone=zone, rhythm=rhythm).data_bind(subject)

    def on_mount(self) -> None:
        """Begin to ask."""
        self.set_interval(_MINUTE, self.tick)
        self._name_the_school()
        self._family_question.about(_known(self.identity.contact_id))
        self._say_note()

    # What is known.

    @property
    def _is_here(self) -> bool:
        """Whether there is something to show on: the dashboard has been drawn up, and has not been left."""
        return self in self.app.screen_stack and bool(self.query(ChildSwitcher))

    def _hear_family(self, feed: Feed[Family]) -> None:
        self.family = feed

    def _hear_overview(self, feed: Feed[Overview]) -> None:
        if self._is_here:
            self.overview = feed

    @property
    def children_in_order(self) -> Sequence[Child]:
        """The children as they stand in the switcher; none while they are not known."""
        return switcher_order(self.family.reading.value) if self.family.reading else ()

    def watch_family(self) -> None:
        """Take up children that came or went."""
        if not self._is_here:
            return
        children = tuple(self.children_in_order)
        self.query_one(ChildSwitcher).family = children
        self._show_dashboard(bool(children))
        if self._board is not None and self._board.is_attached and children:
            self._board.take_up(children)
        if not any(child.contact_id == self.subject for child in children):
            self.subject = children[0].contact_id if children else None
        self._say_note()
        self.refresh_bindings()

    def _show_dashboard(self, with_children: bool) -> None:
        if with_children != self.has_class("-with-children"):
            self.set_class(with_children, "-with-children")
            if with_children:
                self.query_one(PanelGrid).focus_first()
            else:
                self.set_focus(None)

    def watch_subject(self, subject: str | None) -> None:
        """Another child: everything is blank at once, and asked for."""
        self._overview_question.about(subject)

    def watch_overview(self) -> None:
        """Say in the title bar how things stand."""
        self._say_note()

    def tick(self) -> None:
        """A minute has passed: ages and relative times are others."""
        if self._is_here:
            self.query_one(PanelGrid).redraw()
        self._say_note()

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self._say_note()

    def _say_note(self) -> None:
        if not (self.is_mounted and self._is_here):
            return
        error = self.family.error or self.overview.error
        time = moment(self._clock(), self._zone)
        self.query_one(TitleBar).note = f"! {brief(error)} · {time}" if error else time

    @work(group="school")
    async def _name_the_school(self) -> None:
        # The slug says it well enough where the school does not answer.
        with suppress(ApiError):
            name = (await self._enquiries.client.institution.look_up()).value.name
            if self._is_here:
                self.query_one(TitleBar).place = name

    def go_on(self, client: Client, identity: Identity) -> None:
        """The same person signed in again: ask `client` from now on, and refresh what is shown."""
        self._enquiries.client = client
        self.identity = identity
        self.action_refresh()

    # What the keys do.

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is: keys of children there are, a way back only from an enlarged panel."""
        if not self._is_here:
            return False
        count = len(self.children_in_order)
        match action, parameters:
            case "child", (int(number),):
                return 1 < count >= number
            case (("step" | "board"), _):
                return count > 1
            case "leave_panel", _:
                return any(grid.alone is not None for grid in self.query(PanelGrid))
        return True

    def action_refresh(self) -> None:
        """Ask for everything again, now."""
        self._family_question.again()
        self._overview_question.again()
        self.query_one(PanelGrid).again()

    def action_child(self, number: int) -> None:
        """Go to the child with this number in the switcher."""
        self.subject = self.children_in_order[number - 1].contact_id

    def action_step(self, step: int) -> None:
        """Go to the next child, or the one before; after the last comes the first."""
        ids = [child.contact_id for child in self.children_in_order]
        place = ids.index(self.subject) if self.subject in ids else 0
        self.subject = ids[(place + step) % len(ids)]

    @on(ChildSwitcher.Picked)
    def _go_to_child(self, event: ChildSwitcher.Picked) -> None:
        self.subject = event.contact_id

    def action_board(self) -> None:
        """Show all children on one screen, and go to the one that is chosen there."""
        from optilearn_tui.tui.board import BoardScreen

        bar = self.query_one(TitleBar)
        self._board = BoardScreen(
            self.children_in_order,
            bar.place,
            bar.person,
            self._enquiries,
            ask_family_again=self._family_question.again,
            clock=self._clock,
            zone=self._zone,
            rhythm=self._rhythm,
        )
        self.app.push_screen(self._board, self._leave_board)

    def _leave_board(self, chosen: str | None) -> None:
        self._board = None
        if chosen is not None:
            self.subject = chosen

    def action_leave_panel(self) -> None:
        """Put the enlarged panel back."""
        self.query_one(PanelGrid).show_alone(None)

    def action_panel(self, step: int) -> None:
        """Go to the next panel, or the one before."""
        self.query_one(PanelGrid).step(step)


def _known(value: object) -> str:
    return value if isinstance(value, str) else ""
