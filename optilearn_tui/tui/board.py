"""All children of a parent on one screen: one row each, the same columns, and what the family owes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.i18n import N_, tr
from optilearn_tui.tui.board_branch import Branch
from optilearn_tui.tui.board_columns import Entry, told_apart
from optilearn_tui.tui.board_table import BoardTable
from optilearn_tui.tui.board_total import total, without_rows
from optilearn_tui.tui.dashboard_note import note
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.mask_line import MaskLine
from optilearn_tui.tui.standing import state
from optilearn_tui.tui.title_bar import TitleBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.tui.elsewhere import FarSchool
    from optilearn_tui.tui.enquiries import Enquiries
    from optilearn_tui.tui.family_notice import Family
    from optilearn_tui.tui.feed import Feed
    from optilearn_tui.tui.timing import Timing

_MINUTE = 60


class BoardScreen(LeftOnce[Entry | None]):
    """The board. It is left with the row of the child to go to, or with None.

    Each child's overview and fees are asked for by themselves: one that fails or is slow holds up nobody.
    Children at other schools come after those of the school that the app is signed in to.
    """

    CSS_PATH = "board.tcss"
    AUTO_FOCUS = "BoardTable"
    BINDING_GROUP_TITLE = N_("All children")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,b", "leave", N_("Back")),
        Binding("r,f5", "refresh", N_("Refresh")),
    ]

    def __init__(
        self,
        family: Feed[Family],
        place: str,
        person: str,
        enquiries: Enquiries,
        *,
        elsewhere: Sequence[FarSchool] = (),
        ask_family_again: Callable[[], None],
        timing: Timing,
    ) -> None:
        """A board that begins to ask when it is shown.

        Args:
            family: what is known of the children of the school signed in to.
            place: the school's name.
            person: the parent's name.
            enquiries: asks for overviews and fee records.
            elsewhere: the parent's other schools.
            ask_family_again: called when everything is asked for again; `take_up` follows on news.
            timing: when to ask.
        """
        super().__init__()
        self._family = family
        self._person = person
        self._ask_family_again = ask_family_again
        self._timing = timing
        self._here = Branch(self, enquiries, self._show, timing, place=place)
        self._elsewhere = {
            school: Branch(self, school, self._show, timing, place=school.place, account=school.account)
            for school in elsewhere
        }
        slugs = (enquiries.client.slug, *(school.account.slug for school in elsewhere))
        schools = [(branch.place, slug) for branch, slug in zip(self._branches, slugs, strict=True)]
        for branch, label in zip(self._branches, told_apart(schools), strict=True):
            branch.label = label
        timing.economy.follow(self)

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar(self._here.place, self._person)
        yield Heading()
        yield BoardTable(self._timing.clock, self._timing.zone)
        yield Static(id="elsewhere")
        yield Static(id="total")
        yield MaskLine()
        yield KeyHints()

    def on_mount(self) -> None:
        """Begin to ask."""
        self.set_interval(_MINUTE, self.retranslate)
        self.take_up(self._family)
        for branch in self._elsewhere.values():
            branch.ask_for_family()

    def on_screen_resume(self) -> None:
        """Show nothing any more of an account that was signed out of meanwhile."""
        for school in [school for school in self._elsewhere if not school.is_known]:
            self._elsewhere.pop(school).stop()
            work: Callable[[], Awaitable[None]] = school.leave
            self.run_worker(work, group="elsewhere")
        self._show()

    def on_unmount(self) -> None:
        """Ask no more."""
        for branch in self._branches:
            branch.stop()

    def take_up(self, family: Feed[Family]) -> None:
        """Show these children of the school signed in to; those at other schools stay."""
        self._family = family
        if self._is_here:
            self._here.hear_family(family)

    def heed(self) -> None:
        """Say in the title bar whether anything may be asked."""
        self._show()

    @property
    def _branches(self) -> Sequence[Branch]:
        return (self._here, *self._elsewhere.values())

    @property
    def _is_here(self) -> bool:
        """Whether there is something to show on: the board has been drawn up, and has not been left."""
        return self.is_attached and self in self.app.screen_stack and bool(self.query(BoardTable))

    def _show(self) -> None:
        if not self._is_here:
            return
        zone, now = self._timing.zone, self._timing.clock()
        entries = tuple(entry for branch in self._branches for entry in branch.entries())
        self.query_one(BoardTable).entries = entries
        self.query_one("#total", Static).update(total(entries, self._branches))
        missing = without_rows(self._branches, zone)
        self.query_one("#elsewhere", Static).update(missing)
        self.query_one("#elsewhere").display = bool(missing)
        feeds = [feed for entry in entries for feed in (entry.overview, entry.fees)]
        self.query_one(TitleBar).note = note((), self._timing.economy, now, zone)
        heading = self.query_one(Heading)
        heading.title = tr("All children")
        heading.states = state((*feeds, *(branch.family for branch in self._branches)), now, zone)

    def retranslate(self) -> None:
        """Say every word again: another language, or another minute."""
        if self._is_here:
            self._show()
            self.query_one(BoardTable).redraw()

    def action_refresh(self) -> None:
        """Ask for everything again, now."""
        self._timing.economy.try_again()
        self._ask_family_again()
        for branch in self._branches:
            branch.again()

    def action_leave(self) -> None:
        """Go back to the child that was shown before."""
        self.dismiss(None)

    @on(BoardTable.Chosen)
    def _go_to_child(self, event: BoardTable.Chosen) -> None:
        self.dismiss(event.entry)
