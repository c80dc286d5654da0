"""The same parent's accounts at other schools, for a board that shows the whole family."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from optilearn_tui.api.errors import NotSignedIn, SessionEnded
from optilearn_tui.api.kinds import PersonKind
from optilearn_tui.tui.enquiries import Enquiries

if TYPE_CHECKING:
    from optilearn_tui.accounts import Account, Accounts, SignedIn
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.tui.family_notice import Family

TakeUp = Callable[["Client"], None]


class FarSchool:
    """Another school at which the parent has an account: asked through a client of its own.

    The school has to confirm the person first; whoever else answers to the kept session is nobody. A session
    that is over is told as `NotSignedIn`: it is not the session that the app is signed in with.
    """

    def __init__(self, accounts: Accounts, account: Account, take_up: TakeUp) -> None:
        """Nothing is recalled or asked yet.

        Args:
            accounts: finds the kept session and lets the school confirm it.
            account: whose.
            take_up: called with the client before it asks anything.
        """
        self.account = account
        self._accounts = accounts
        self._take_up = take_up
        self._signed_in: SignedIn | None = None
        self._enquiries: Enquiries | None = None
        self._turn = asyncio.Lock()
        self._visits = 0

    @property
    def is_known(self) -> bool:
        """Whether the account is still one of this computer's: nobody has signed out of it."""
        return any(account.is_same(self.account) for account in self._accounts.known())

    @property
    def place(self) -> str:
        """What the school is called."""
        return self.account.school or self.account.slug

    async def family(self, _: str) -> Reading[Family]:
        """The parent's children there."""
        with _quietly():
            return await (await self._arrived()).family("")

    async def overview(self, contact_id: str) -> Reading[Overview]:
        """Everything OptiLearn tells of one child."""
        with _quietly():
            return await (await self._arrived()).overview(contact_id)

    def known_overview(self, contact_id: str) -> Reading[Overview] | None:
        """The last overview of a child in this run; nobody is asked."""
        return self._enquiries.known_overview(contact_id) if self._enquiries is not None else None

    async def kept_overview(self, contact_id: str) -> Reading[Overview] | None:
        """What an earlier run kept of a child; nobody is asked."""
        return await self._enquiries.kept_overview(contact_id) if self._enquiries is not None else None

    async def fees(self, contact_id: str) -> Reading[FeeRecord]:
        """One child's fee record."""
        with _quietly():
            return await (await self._arrived()).fees(contact_id)

    async def leave(self) -> None:
        """Keep the session as the school renewed it, and close the client."""
        signed_in, self._signed_in, self._enquiries = self._signed_in, None, None
        self._visits += 1
        if signed_in is not None:
            await self._part_from(signed_in)

    async def _arrived(self) -> Enquiries:
        async with self._turn:
            if self._enquiries is None:
                visit = self._visits
                signed_in = await self._confirmed()
                if visit != self._visits:  # everybody has left meanwhile
                    await self._part_from(signed_in)
                    raise NotSignedIn
                self._signed_in, self._enquiries = signed_in, Enquiries(signed_in.client)
            return self._enquiries

    async def _part_from(self, signed_in: SignedIn) -> None:
        await self._accounts.keep(signed_in)
        await signed_in.client.aclose()

    async def _confirmed(self) -> SignedIn:
        recalled = await self._accounts.recall(self.account)
        if recalled is None:
            raise NotSignedIn
        self._take_up(recalled.client)
        signed_in: SignedIn | None = None
        try:
            signed_in = await self._accounts.confirm(recalled)
            if signed_in.account is None or not signed_in.account.is_same(self.account):
                signed_in = None
                raise NotSignedIn
        finally:
            if signed_in is None:
                await recalled.client.aclose()
        return signed_in


class Elsewhere:
    """All other schools of one parent: accounts of the same e-mail address, which the schools confirmed."""

    def __init__(self, accounts: Accounts, account: Account, take_up: TakeUp) -> None:
        """Look for them among the accounts of this machine; nobody is asked.

        Args:
            accounts: knows them.
            account: the one that the app is signed in with.
            take_up: called with each client before it asks anything.
        """
        self._accounts = accounts
        self._account = account
        # The same address and not merely the same machine: others may use it as well. A number that stands
        # for somebody whose address is not told is another person's at another school.
        self._schools = tuple(
            FarSchool(accounts, other, take_up)
            for other in accounts.known()
            if other.kind is PersonKind.PARENT
            and other.person == account.person
            and "@" in account.person
            and other.slug != account.slug
        )

    @property
    def schools(self) -> Sequence[FarSchool]:
        """One each, the one used last first."""
        return tuple(school for school in self._schools if school.is_known)

    async def learn_name(self, slug: str, name: str) -> None:
        """A school told its own name."""
        await self._accounts.name_school(slug, name)

    async def leave(self) -> None:
        """Keep every session as its school renewed it, and close the clients."""
        await asyncio.gather(*(school.leave() for school in self._schools))


@contextmanager
def _quietly() -> Iterator[None]:
    try:
        yield
    except SessionEnded as ended:
        raise NotSignedIn(host=ended.host) from ended
