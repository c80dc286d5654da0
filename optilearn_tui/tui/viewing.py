"""What the dashboard asks: who the children are, how the one that is looked at does, and the others ahead."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.errors import ApiError, Declined, NotSignedIn
from optilearn_tui.school.children import switcher_order
from optilearn_tui.tui.after_painting import after_painting

if TYPE_CHECKING:
    from textual.widget import Widget

    from optilearn_tui.api.children import Child
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.tui.enquiries import Enquiries
    from optilearn_tui.tui.family_notice import Family
    from optilearn_tui.tui.feed import Feed
    from optilearn_tui.tui.timing import Timing

T = TypeVar("T")


class Viewing:
    """Asks for the children and for the overview of one of them; tells what it hears.

    Once nobody asks anything, and the line allows it, it reads the other children's overviews ahead, so that
    going to one of them asks nothing. Whatever somebody waits for goes first.
    """

    def __init__(
        self,
        owner: Widget,
        enquiries: Enquiries,
        *,
        tell_family: Callable[[Feed[Family]], None],
        tell_overview: Callable[[Feed[Overview]], None],
        choose: Callable[[str | None], None],
        timing: Timing,
    ) -> None:
        """Nothing is asked before `begin`.

        Args:
            owner: whose workers and timers are used.
            enquiries: what can be asked, and what is known already.
            tell_family: hears every state of knowledge about the children.
            tell_overview: the same about the overview of the child that is looked at.
            choose: called with the contact id of the child to look at, where nobody chose one that there is.
            timing: when to ask, and what is allowed by itself and ahead.
        """
        self._owner = owner
        self._enquiries = enquiries
        self._tell_family = tell_family
        self._choose = choose
        self._chosen: str | None = None
        self._is_begun = False
        self._knows_family = False
        self._ahead = timing.rhythm.ahead
        self._economy = timing.economy
        self._children: Sequence[Child] = ()
        self._refused: set[str] = set()
        self._kept: tuple[str, Reading[Overview]] | None = None
        self._family = timing.question(owner, enquiries.family, self._hear_family, "family")
        self._overview = timing.question(
            owner, enquiries.overview, tell_overview, "overview", recollect=enquiries.kept_overview
        )
        self._economy.follow(self)

    @property
    def children(self) -> Sequence[Child]:
        """The children as they stand in the switcher; none while they are not known."""
        return self._children

    def begin(self, parent: str, first: str | None = None) -> None:
        """Show what is kept of one of the children, then ask for it and for all of them, at once.

        Args:
            parent: contact id; it may be empty where nobody told it.
            first: contact id of the child to begin with; left out: the one looked at last.
        """
        self._enquiries.client.hold()
        work: Callable[[], Awaitable[None]] = partial(self._begin_with, first)
        self._owner.run_worker(work, group="begin")
        self._family.about(parent)

    def stay_in_the_family(self) -> None:
        """Look at one of the children, once it is known who they are."""
        ids = [child.contact_id for child in self._children]
        if self._is_begun and self._knows_family and self._chosen not in ids:
            self._choose(ids[0] if ids else None)

    def about_parent(self, parent: str) -> None:
        """It is known now who the parent is: ask for the children of this one."""
        self._family.about(parent)

    async def _begin_with(self, first: str | None) -> None:
        client = self._enquiries.client
        try:
            first = first or await self._enquiries.last_viewed()
            if first is not None and (kept := await self._enquiries.kept_overview(first)) is not None:
                self._kept = (first, kept)
            self._is_begun = True
            if first is not None and self._chosen is None:
                self._choose(first)
            self.stay_in_the_family()
        finally:
            after_painting(self._owner, client.release)

    def look_at(self, contact_id: str | None) -> None:
        """Ask about this child from now on: only what is not known, or too old."""
        self._chosen = contact_id
        self._overview.about(contact_id, self._known(contact_id) if contact_id else None)
        if contact_id is not None:
            self._enquiries.note_viewed(contact_id)

    def again(self) -> None:
        """Ask for everything again, now."""
        self._refused.clear()
        self._family.again()
        self._overview.again()

    def family_again(self) -> None:
        """Ask for the children again, now."""
        self._family.again()

    def stop(self) -> None:
        """Ask no more: whoever showed it is gone."""
        self._family.stop()
        self._overview.stop()
        self._enquiries.client.release()

    def heed(self) -> None:
        """Read ahead where nobody asks anything and there is something to read."""
        if self._ahead is not None and self._may_look_ahead and self._unread() is not None:
            work: Callable[[], Awaitable[None]] = self._look_ahead
            self._owner.run_worker(work, group="ahead", name="ahead", exclusive=True)

    def _known(self, contact_id: str) -> Reading[Overview] | None:
        """What is at hand of a child: what this run was told, or else, once, what it begins with."""
        kept, self._kept = self._kept, None
        known = self._enquiries.known_overview(contact_id)
        return kept[1] if known is None and kept is not None and kept[0] == contact_id else known

    def _hear_family(self, feed: Feed[Family]) -> None:
        if feed.reading is not None:
            self._knows_family = True
            self._children = switcher_order(feed.reading.value)
            self._enquiries.forget_all_but(child.contact_id for child in self._children)
        self._tell_family(feed)

    @property
    def _may_look_ahead(self) -> bool:
        return self._owner.is_attached and self._economy.looks_ahead and self._economy.is_idle

    def _unread(self) -> str | None:
        # The one that is looked at has a question of its own, which knows when to ask again.
        ids = (child.contact_id for child in self._children if child.contact_id != self._chosen)
        return next(
            (
                each
                for each in ids
                if self._enquiries.known_overview(each) is None and each not in self._refused
            ),
            None,
        )

    async def _look_ahead(self) -> None:
        await asyncio.sleep(self._ahead or 0)
        while self._may_look_ahead and (contact_id := self._unread()) is not None:
            try:
                await self._enquiries.overview(contact_id)
            except NotSignedIn:
                return
            except Declined:
                self._refused.add(contact_id)
            except ApiError:
                return
