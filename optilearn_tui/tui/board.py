"""All children of a parent on one screen: one row each, the same columns, and what the family owes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from optilearn_tui.api.errors import NotFound
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.dates import moment
from optilearn_tui.i18n.numbers import rupees
from optilearn_tui.school.board import board_row
from optilearn_tui.school.fees import family_total
from optilearn_tui.tui.board_columns import Entry
from optilearn_tui.tui.board_table import BoardTable
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.heading import Heading
from optilearn_tui.tui.key_hints import KeyHints
from optilearn_tui.tui.leaving import LeftOnce
from optilearn_tui.tui.paint import bad, quiet, strong
from optilearn_tui.tui.question import Question, Rhythm
from optilearn_tui.tui.standing import state
from optilearn_tui.tui.title_bar import TitleBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from optilearn_tui.api.children import Child
    from optilearn_tui.api.clock import Clock
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.tui.enquiries import Enquiries

_MINUTE = 60


class BoardScreen(LeftOnce[str | None]):
    """The board. It is left with the contact id of the child to go to, or with None.

    Each child's overview and fees are asked for by themselves: one that fails or is slow holds up nobody.
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
        children: Sequence[Child],
        place: str,
        person: str,
        enquiries: Enquiries,
        *,
        ask_family_again: Callable[[], None],
        clock: Clock,
        zone: tzinfo,
        rhythm: Rhythm,
    ) -> None:
        """A board that begins to ask when it is shown.

        Args:
            children: who is on it, in the order of the switcher.
            place: the school's name.
            person: the parent's name.
            enquiries: asks for overviews and fee records.
            ask_family_again: called when everything is asked for again; `take_up` follows on news.
            clock: tells the time now.
            zone: the school's time zone.
            rhythm: the pauses between questions.
        """
        super().__init__()
        self._children_shown = tuple(children)
        self._place = place
        self._person = person
        self._enquiries = enquiries
        self._ask_family_again = ask_family_again
        self._clock = clock
        self._zone = zone
        self._rhythm = rhythm
        self._overviews: dict[str, Feed[Overview]] = {}
        self._fees: dict[str, Feed[FeeRecord]] = {}
        self._questions: dict[str, tuple[Question[str, Overview], Question[str, FeeRecord]]] = {}

    @override
    def compose(self) -> ComposeResult:
        yield TitleBar(self._place, self._person)
        yield Heading()
        yield BoardTable(self._clock)
        yield Static(id="total")
        yield KeyHints()

    def on_mount(self) -> None:
        """Begin to ask."""
        self.set_interval(_MINUTE, self.retranslate)
        self.take_up(self._children_shown)

    def take_up(self, children: Sequence[Child]) -> None:
        """Show these children: ask about those who are new, forget those who are gone."""
        self._children_shown = tuple(children)
        if not self._is_here:
            return
        ids = [child.contact_id for child in children]
        for gone in set(self._questions) - set(ids):
            for question in self._questions.pop(gone):
                question.about(None)
        for contact_id in ids:
            if contact_id not in self._questions:
                self._questions[contact_id] = self._begin(contact_id)
        self._show()

    def _begin(self, contact_id: str) -> tuple[Question[str, Overview], Question[str, FeeRecord]]:
        def hear_overview(feed: Feed[Overview]) -> None:
            self._overviews[contact_id] = feed
            self._show()

        def hear_fees(feed: Feed[FeeRecord]) -> None:
            self._fees[contact_id] = feed
            self._show()

        rhythm, clock = self._rhythm, self._clock
        overview = Question(
            self,
            self._enquiries.overview,
            hear_overview,
            rhythm=rhythm,
            clock=clock,
            name=f"overview-{contact_id}",
        )
        fees = Question(
            self, self._enquiries.fees, hear_fees, rhythm=rhythm, clock=clock, name=f"fees-{contact_id}"
        )
        overview.about(contact_id)
        fees.about(contact_id)
        return overview, fees

    @property
    def _is_here(self) -> bool:
        """Whether there is something to show on: the board has been drawn up, and has not been left."""
        return self in self.app.screen_stack and bool(self.query(BoardTable))

    def _show(self) -> None:
        if not self._is_here:
            return
        entries = tuple(self._entry(child) for child in self._children_shown)
        self.query_one(BoardTable).entries = entries
        self.query_one("#total", Static).update(_total(entries))
        self.query_one(TitleBar).note = moment(self._clock(), self._zone)
        heading = self.query_one(Heading)
        heading.title = tr("All children")
        feeds = [feed for entry in entries for feed in (entry.overview, entry.fees)]
        heading.states = state(feeds, self._clock())

    def _entry(self, child: Child) -> Entry:
        overview: Feed[Overview] = self._overviews.get(child.contact_id, Feed())
        fees: Feed[FeeRecord] = self._fees.get(child.contact_id, Feed())
        row = board_row(
            child,
            overview.reading.value if overview.reading else None,
            fees.reading.value if fees.reading else None,
            self._clock(),
            self._zone,
        )
        unrecorded = isinstance(fees.error, NotFound)
        return Entry(row, overview, replace(fees, error=None) if unrecorded else fees)

    def retranslate(self) -> None:
        """Say every word again: another language, or another minute."""
        if self._is_here:
            self._show()
            self.query_one(BoardTable).redraw()

    def action_refresh(self) -> None:
        """Ask for everything again, now."""
        self._ask_family_again()
        for questions in self._questions.values():
            for question in questions:
                question.again()

    def action_leave(self) -> None:
        """Go back to the child that was shown before."""
        self.dismiss(None)

    @on(BoardTable.Chosen)
    def _go_to_child(self, event: BoardTable.Chosen) -> None:
        self.dismiss(event.contact_id)


def _total(entries: Sequence[Entry]) -> Content:
    """What the family owes; no figure before it is known of every child."""
    label = quiet(tr("Fees of the family")) + "  "
    if any(entry.fees.reading is None and entry.fees.loading for entry in entries):
        return label + quiet("…")
    total = family_total(entry.row.fee for entry in entries)
    if isinstance(total.owed, Unknown):
        words = ntr(
            "not known, because the fees of {n} child are not known",
            "not known, because the fees of {n} children are not known",
            total.unknown,
        )
        return label + quiet(words)
    parts = [strong(tr("{amount} owed", amount=rupees(total.owed)))]
    if not isinstance(total.overdue, Unknown) and total.overdue > 0:
        parts.append(bad(tr("{amount} of it overdue", amount=rupees(total.overdue))))
    return label + Content("  ").join(parts)
