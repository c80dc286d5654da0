"""What is asked before the toolkit is there: whose session this is, and how a parent's child does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.school.children import switcher_order
from optilearn_tui.tui.asked_ahead import AskedAhead
from optilearn_tui.tui.early.sight import Sight
from optilearn_tui.tui.enquiries import Enquiries
from optilearn_tui.tui.feed import Feed

if TYPE_CHECKING:
    from optilearn_tui.accounts import Accounts, Recalled, SignedIn
    from optilearn_tui.api.client import Client
    from optilearn_tui.tui.facts.attendance import Month
    from optilearn_tui.tui.family_notice import Family

T = TypeVar("T")
Show = Callable[[Sight], None]

_FEWEST_SECONDS = 0.5
"""As long the session of this machine is looked for, at least, with nothing else going on."""
_PATIENCE = 0.5
"""How long each answer is waited for so, as a share of the processor time that was taken until then.

That is longer than it takes where the school is near, on a slow machine as well; and on a line that is slower
than the machine, little is lost by it.
"""
_HEAD_SECONDS = 0.05
"""How long before all else a child's overview is asked for."""


class HeadStart:
    """The way in, begun while nothing can be shown of it but the first frame.

    What it asks is asked once: the screens that want to know it too wait for the same answers. It says
    nothing of what goes wrong, since those screens learn it as well, and can say it.

    Attributes:
        accounts: the way to sign in.
        recall: the session of this machine (`Accounts.recall`).
        confirm: whose it is, as the school says it (`Accounts.confirm`).
        is_asking: set when everything is there to ask the school, and nothing to do but to wait.
    """

    def __init__(self, accounts: Accounts) -> None:
        self.accounts = accounts
        self.recall: AskedAhead[None, Recalled | None] = AskedAhead(lambda _: accounts.recall())
        self.confirm: AskedAhead[Recalled, SignedIn] = AskedAhead(accounts.confirm)
        self._enquiries: Enquiries | None = None
        self._asking: asyncio.Task[None] | None = None
        self.is_asking = asyncio.Event()
        self._has_heard = asyncio.Event()
        self._is_over = asyncio.Event()

    def hand_over(self, client: Client) -> Enquiries:
        """What is asked through this client from now on; its answers so far, and what is under way.

        Nothing more is asked ahead: whoever takes it over knows what else is wanted.
        """
        if self._asking is not None:
            self._asking.cancel()
        enquiries, self._enquiries = self._enquiries, None
        if enquiries is None or enquiries.client is client:
            return enquiries or Enquiries(client)
        enquiries.give_up()
        return Enquiries(client)

    async def wait(self) -> None:
        """Come back when there is nothing more to wait for, or the line is too slow to do nothing else."""
        seconds = _FEWEST_SECONDS
        for event in (self.is_asking, self._has_heard, self._is_over):
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await event.wait()
            if not event.is_set():
                return
            seconds = _PATIENCE * time.process_time()

    async def begin(self, show: Show, month_of: Callable[[str], Month]) -> None:
        """Ask for all that a dashboard begins with.

        Args:
            show: is told whenever there is more to be seen.
            month_of: the present month of the child of this contact id.
        """
        self._asking = asyncio.current_task()
        try:
            sight = await self._found()
            if sight is not None:
                enquiries = self._enquiries = Enquiries(sight.client)
                chosen = await self._recollected(enquiries, sight, show)
                await self._prepare(sight.client)
                await self._ask(enquiries, sight, chosen, show, month_of)
        finally:
            self._asking = None
            self._come_this_far(self._is_over)

    async def _found(self) -> Sight | None:
        """The parent whose session this is; None where it is nobody's, or somebody else's."""
        recalled = await _result(self.recall.begin(None))
        if recalled is None:
            return None
        account, identity = recalled.account, recalled.account.identity() if recalled.account else None
        if account is None:
            await self._prepare(recalled.client)
            signed_in = await self._heard(self.confirm.begin(recalled))
            if signed_in is not None:
                account, identity = signed_in.account, signed_in.identity
        if identity is None or identity.kind is not PersonKind.PARENT:
            return None
        return Sight(recalled.client, identity, account.school if account else "")

    async def _recollected(self, enquiries: Enquiries, sight: Sight, show: Show) -> str | None:
        """The child that was looked at last; what an earlier run kept of it is shown."""
        chosen = await enquiries.last_viewed()
        kept = await enquiries.kept_overview(chosen) if chosen else None
        if kept is not None:
            show(sight.of(Feed(chosen, kept, loading=True)))
            self._come_this_far(self._is_over)
        return chosen

    async def _prepare(self, client: Client) -> None:
        await client.prepare()
        self._come_this_far(self.is_asking)

    async def _ask(
        self,
        enquiries: Enquiries,
        sight: Sight,
        chosen: str | None,
        show: Show,
        month_of: Callable[[str], Month],
    ) -> None:
        asking = enquiries.family.begin(sight.parent)
        if chosen is not None:
            enquiries.overview.begin(chosen)
        family = await self._heard(asking)
        children: Family = switcher_order(family.value) if family is not None else ()
        ids = [child.contact_id for child in children]
        chosen = chosen if chosen in ids or family is None else next(iter(ids), None)
        if chosen is None:
            return
        overview = enquiries.overview.begin(chosen)
        # What is seen first is not to share the processor with the rest, where the school is near.
        await asyncio.wait([overview], timeout=_HEAD_SECONDS)
        fees, month = enquiries.fees.begin(chosen), month_of(chosen)
        days = enquiries.attendance.begin(month)
        told = await self._heard(overview)
        if told is None:
            return
        sight = sight.of(Feed(chosen, told), children)
        show(sight)
        self._come_this_far(self._is_over)
        owed, been = await _result(fees), await _result(days)
        show(
            replace(
                sight,
                fees=sight.fees if owed is None else Feed(chosen, owed),
                days=sight.days if been is None else Feed(month, been),
            )
        )

    async def _heard(self, task: asyncio.Task[T]) -> T | None:
        result = await _result(task)
        self._come_this_far(self._has_heard)
        return result

    def _come_this_far(self, event: asyncio.Event) -> None:
        """It happened, and with it whatever comes before it."""
        for each in (self.is_asking, self._has_heard, self._is_over):
            each.set()
            if each is event:
                return


async def _result(task: asyncio.Task[T]) -> T | None:
    """What came of it; None where nothing did. Whoever asks for the same next gets the error as well."""
    await asyncio.wait([task])
    return None if task.cancelled() or task.exception() is not None else task.result()
