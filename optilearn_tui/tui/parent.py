"""A parent's dashboard: how one child is doing, and the other children a key away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.children import Child
from optilearn_tui.i18n import N_
from optilearn_tui.tui.after_painting import after_painting
from optilearn_tui.tui.board_door import BoardDoor
from optilearn_tui.tui.child_keys import ChildKeys
from optilearn_tui.tui.child_switcher import ChildSwitcher
from optilearn_tui.tui.dashboard_note import note
from optilearn_tui.tui.dashboard_panels import panels
from optilearn_tui.tui.early.curtain import BehindCurtain, curtain
from optilearn_tui.tui.early.layout import BREAKPOINTS_ACROSS, BREAKPOINTS_DOWN
from optilearn_tui.tui.family_notice import Family, FamilyNotice
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.mask_line import MaskLine
from optilearn_tui.tui.panel_grid import PanelGrid
from optilearn_tui.tui.school_sign import put_up
from optilearn_tui.tui.stats import Stats
from optilearn_tui.tui.title_bar import TitleBar
from optilearn_tui.tui.viewing import Viewing

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.client import Client
    from optilearn_tui.api.identity import Identity
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.elsewhere import Elsewhere
    from optilearn_tui.tui.enquiries import Enquiries
    from optilearn_tui.tui.timing import Timing

_MINUTE = 60


class ParentScreen(BehindCurtain, ChildKeys):
    """One child at a time: switcher, quick stats, seven panels.

    The screen asks for the children and for the overview of the chosen one; whatever shows a part of them is
    bound to `family`, `subject` and `overview`. Fees and attendance are asked for by their own panels.
    """

    CSS_PATH = "parent.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = list(BREAKPOINTS_ACROSS)
    VERTICAL_BREAKPOINTS = list(BREAKPOINTS_DOWN)
    BINDING_GROUP_TITLE = N_("Dashboard")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "board", N_("All children")),
        Binding("r,f5", "refresh", N_("Refresh")),
    ]

    family: var[Feed[Family]] = var(Feed())
    """The children, in the server's order."""
    overview: var[Feed[Overview]] = var(Feed())

    def __init__(
        self,
        enquiries: Enquiries,
        identity: Identity,
        timing: Timing,
        *,
        school: str = "",
        first: str | None = None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        """A dashboard that begins to ask when it is shown.

        Args:
            enquiries: asks the school as this parent; what it was asked already is not asked again.
            identity: who the parent is, as far as it is known: `contact_id` and `name` are used.
            timing: when to ask, and how times are read.
            school: the school's own name; it is looked up where it is empty.
            first: contact id of the child to begin with; left out: the one that was looked at last.
            elsewhere: the parent's other schools; the board shows their children as well.
        """
        super().__init__()
        self.identity = identity
        self._timing = timing
        self._school = school
        self._first = first
        self._elsewhere = elsewhere
        self._enquiries = enquiries
        self._viewing = Viewing(
            self,
            self._enquiries,
            tell_family=self._hear_family,
            tell_overview=self._hear_overview,
            choose=self._go_to,
            timing=timing,
        )
        self._door = BoardDoor(
            self, self._enquiries, elsewhere, viewing=self._viewing, go_to=self._go_to, timing=timing
        )
        timing.economy.follow(self)

    @override
    def compose(self) -> ComposeResult:
        self._take_breakpoints()
        yield TitleBar(self._school or self._enquiries.client.slug, _known(self.identity.name))
        yield ChildSwitcher().data_bind(chosen=ParentScreen.subject)
        yield Stats().data_bind(ParentScreen.overview)
        with PanelGrid():
            yield from panels(
                self._enquiries,
                overview=ParentScreen.overview,
                subject=ParentScreen.subject,
                timing=self._timing,
            )
        yield FamilyNotice().data_bind(ParentScreen.family)
        yield MaskLine()
        yield KeyHints()

    def on_mount(self) -> None:
        """Begin to ask: for the children, and for the child that was looked at last, all at once."""
        self.set_interval(_MINUTE, self.tick)
        self._viewing.begin(_known(self.identity.contact_id), self._first)
        if not self._school:
            bar, client = self.query_one(TitleBar), self._enquiries.client
            work: Callable[[], Awaitable[None]] = partial(put_up, bar, client, self._elsewhere)
            self.run_worker(work, group="school")
        self._say_note()

    async def on_unmount(self) -> None:
        """Ask no more, and keep the sessions at other schools as they were renewed."""
        self._viewing.stop()
        await self._door.shut()

    def _take_breakpoints(self) -> None:
        """Have the classes of this size before there is anything to style: else all of it is styled twice."""
        horizontal, vertical = self.HORIZONTAL_BREAKPOINTS or [], self.VERTICAL_BREAKPOINTS or []
        for cells, breakpoints in zip(self.app.size, (horizontal, vertical), strict=True):
            self.add_class(next(name for least, name in reversed(breakpoints) if cells >= least))

    # What is known.

    @property
    def _is_here(self) -> bool:
        """Whether there is something to show on: the dashboard has been drawn up, and has not been left."""
        # Looked for by hand: a query takes twenty times as long, and every key hint asks.
        is_drawn = any(isinstance(child, ChildSwitcher) for child in self.children)
        return is_drawn and self in self.app.screen_stack

    def _hear_family(self, feed: Feed[Family]) -> None:
        self.family = feed

    def _hear_overview(self, feed: Feed[Overview]) -> None:
        if self._is_here:
            self.overview = feed

    @property
    @override
    def children_in_order(self) -> Sequence[Child]:
        """The children as they stand in the switcher; none while they are not known."""
        return self._viewing.children

    def watch_family(self) -> None:
        """Take up children that came or went."""
        if not self._is_here:
            return
        self._show_dashboard()
        self._door.take_up(self.family)
        self._let_it_be_seen()
        self._viewing.stay_in_the_family()
        self._say_note()
        self.refresh_bindings()

    def _show_dashboard(self) -> None:
        """Show the dashboard as soon as there is a child to show, though it be only a kept one."""
        known = self.overview.reading.value.child if self.overview.reading else None
        children = tuple(self.children_in_order)
        if self.family.reading is None and isinstance(known, Child):
            children = (known,)
        self.query_one(ChildSwitcher).family = children
        grid, with_children = self.query_one(PanelGrid), bool(children)
        if with_children != grid.display:
            # Not by a class of the screen: with one, everything on it would be styled anew.
            for part in (self.query_one(ChildSwitcher), self.query_one(Stats), grid):
                part.display = with_children
            self.query_one(FamilyNotice).display = not with_children
            if with_children:
                grid.focus_first()
            else:
                self.set_focus(None)

    def watch_subject(self, subject: str | None) -> None:
        """Another child: everything is blank at once, and asked for."""
        self._viewing.look_at(subject)

    def watch_overview(self) -> None:
        """Show it, though the children are not known yet, and say in the title bar how things stand."""
        if self._is_here:
            self._show_dashboard()
            self._let_it_be_seen()
        self._say_note()

    def _let_it_be_seen(self) -> None:
        """Where an early picture still stands: show this screen as soon as it says as much."""
        says_all = self.overview.reading is not None or self.overview.error is not None
        says_none = not self.children_in_order and (self.family.reading or self.family.error)
        if curtain.is_closed and (says_all or says_none):
            after_painting(self, curtain.open)

    def heed(self) -> None:
        """Say in the title bar whether anything may be asked."""
        self._say_note()

    def tick(self) -> None:
        """A minute has passed: what is told by the time from now may be told otherwise."""
        if self._is_here:
            self.query_one(PanelGrid).redraw()
        self._say_note()

    def retranslate(self) -> None:
        """Say every word in the language spoken now."""
        self._say_note()

    def _say_note(self) -> None:
        if not (self.is_mounted and self._is_here):
            return
        timing = self._timing
        self.query_one(TitleBar).note = note(
            (self.family, self.overview), timing.economy, timing.clock(), timing.zone
        )

    def go_on(self, client: Client, identity: Identity) -> None:
        """The same person signed in again: ask `client` from now on, and refresh what is shown."""
        self._enquiries.client = client
        self.confirmed(identity)
        self.action_refresh()

    def confirmed(self, identity: Identity) -> None:
        """The school says who the parent is; nothing is asked anew."""
        former, self.identity = self.identity, identity
        if self._is_here:
            self.query_one(TitleBar).person = _known(identity.name)
        if identity.contact_id != former.contact_id:
            self._viewing.about_parent(_known(identity.contact_id))

    # What the keys do.

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is, and nothing before the dashboard is drawn up."""
        if not self._is_here:
            return False
        if action == "board":
            return self._door.is_of_use(self.children_in_order)
        return super().check_action(action, parameters)

    def action_refresh(self) -> None:
        """Ask for everything again, now."""
        self._timing.economy.try_again()
        self._viewing.again()
        self.query_one(PanelGrid).again()

    @on(ChildSwitcher.Picked)
    def _go_to_picked(self, event: ChildSwitcher.Picked) -> None:
        self._go_to(event.contact_id)

    def _go_to(self, contact_id: str | None) -> None:
        self.subject = contact_id

    def action_board(self) -> None:
        """Show all children on one screen, and go to the one that is chosen there."""
        self._door.open(self.family, self.query_one(TitleBar))


def _known(value: object) -> str:
    return value if isinstance(value, str) else ""
