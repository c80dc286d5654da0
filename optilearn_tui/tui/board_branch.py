"""The children of one school on the board: who they are, and what is asked about each of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from optilearn_tui.api.errors import NotFound
from optilearn_tui.school.board import board_row
from optilearn_tui.school.children import switcher_order
from optilearn_tui.tui.board_columns import Entry
from optilearn_tui.tui.feed import Feed

if TYPE_CHECKING:
    from textual.widget import Widget

    from optilearn_tui.accounts import Account
    from optilearn_tui.api.children import Child
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.tui.family_notice import Family
    from optilearn_tui.tui.question import Question
    from optilearn_tui.tui.timing import Timing

Doubts = tuple["Question[str, Overview]", "Question[str, FeeRecord]"]


class Told(Protocol):
    """A school as far as the board asks it."""

    def family(self, parent: str) -> Awaitable[Reading[Family]]:
        """The parent's children there."""

    def overview(self, contact_id: str) -> Awaitable[Reading[Overview]]:
        """Everything OptiLearn tells of one child."""

    def known_overview(self, contact_id: str) -> Reading[Overview] | None:
        """The last overview of a child in this run; nobody is asked."""

    def kept_overview(self, contact_id: str) -> Awaitable[Reading[Overview] | None]:
        """What an earlier run kept of a child; nobody is asked."""

    def fees(self, contact_id: str) -> Awaitable[Reading[FeeRecord]]:
        """One child's fee record."""


class Branch:
    """One school's part of the board. Every child's answers come by themselves.

    Attributes:
        place: the school's name.
        label: the same in a column, where there are several.
        account: whose children they are, where that is another account than the dashboard's.
        family: what is known about who the children are.
    """

    def __init__(
        self,
        owner: Widget,
        school: Told,
        tell: Callable[[], None],
        timing: Timing,
        *,
        place: str,
        account: Account | None = None,
    ) -> None:
        """A part without children yet.

        Args:
            owner: whose workers and timers are used.
            school: is asked.
            tell: called whenever something else is known.
            timing: when to ask.
            place: the school's name.
            account: whose children they are, where that is another account than the dashboard's.
        """
        self.place = self.label = place
        self.account = account
        self.family: Feed[Family] = Feed()
        self._owner = owner
        self._school = school
        self._tell = tell
        self._timing = timing
        self._children: Sequence[Child] = ()
        self._overviews: dict[str, Feed[Overview]] = {}
        self._fees: dict[str, Feed[FeeRecord]] = {}
        self._questions: dict[str, Doubts] = {}
        self._family: Question[str, Family] | None = None

    def ask_for_family(self) -> None:
        """Ask who the children are, and take them up."""
        self._family = self._timing.question(
            self._owner, self._school.family, self.hear_family, f"family-{self._slug}"
        )
        self._family.about(self.place)

    def hear_family(self, feed: Feed[Family]) -> None:
        """Take up what is known now about who the children are."""
        self.family = feed
        if feed.reading is not None:
            self._take_up(switcher_order(feed.reading.value))
        self._tell()

    def _take_up(self, children: Sequence[Child]) -> None:
        """Have these children: ask about those who are new, forget those who are gone."""
        self._children = tuple(children)
        ids = [child.contact_id for child in children]
        for gone in set(self._questions) - set(ids):
            for question in self._questions.pop(gone):
                question.about(None)
        for contact_id in ids:
            if contact_id not in self._questions:
                self._questions[contact_id] = self._begin(contact_id)

    def again(self) -> None:
        """Ask for everything again, now."""
        if self._family is not None:
            self._family.again()
        for questions in self._questions.values():
            for question in questions:
                question.again()

    def stop(self) -> None:
        """Ask no more: the board is gone."""
        if self._family is not None:
            self._family.stop()
        for questions in self._questions.values():
            for question in questions:
                question.stop()

    def entries(self) -> Sequence[Entry]:
        """The rows, in the order of the switcher."""
        return [self._entry(child) for child in self._children]

    @property
    def _slug(self) -> str:
        """What tells the school from the others: two may be called the same."""
        return self.account.slug if self.account is not None else "here"

    def _begin(self, contact_id: str) -> Doubts:
        def hear_overview(feed: Feed[Overview]) -> None:
            self._overviews[contact_id] = feed
            self._tell()

        def hear_fees(feed: Feed[FeeRecord]) -> None:
            self._fees[contact_id] = feed
            self._tell()

        school, owner, name = self._school, self._owner, f"{self._slug}-{contact_id}"
        overview = self._timing.question(
            owner, school.overview, hear_overview, f"overview-{name}", recollect=school.kept_overview
        )
        fees = self._timing.question(owner, school.fees, hear_fees, f"fees-{name}")
        overview.about(contact_id, school.known_overview(contact_id))
        fees.about(contact_id)
        return overview, fees

    def _entry(self, child: Child) -> Entry:
        overview: Feed[Overview] = self._overviews.get(child.contact_id, Feed())
        fees: Feed[FeeRecord] = self._fees.get(child.contact_id, Feed())
        row = board_row(
            child,
            overview.reading.value if overview.reading else None,
            fees.reading.value if fees.reading else None,
            self._timing.clock(),
            self._timing.zone,
        )
        unrecorded = isinstance(fees.error, NotFound)
        return Entry(
            row, overview, replace(fees, error=None) if unrecorded else fees, self.label, self.account
        )
