"""What a parent's screens ask a school, always of the present client: another one may follow it."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable
from typing import TYPE_CHECKING

from optilearn_tui.tui.asked_ahead import AskedAhead

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.tui.facts.attendance import Days, Month
    from optilearn_tui.tui.family_notice import Family


class Enquiries:
    """One method a question; each raises an `ApiError` where there is no answer.

    Overviews that were answered in this run are remembered by child, whoever asked for them. Fees are not:
    they are asked for whenever they are shown (PLATFORM.md §5 row 7, no-store).

    Each can be put ahead of the screen that shows the answer (`enquiries.fees.begin(contact_id)`).

    Attributes:
        family: the children of the person who is signed in, whose contact id is given.
        overview: everything OptiLearn tells of one child.
        fees: one child's fee record.
        attendance: one child's days at school in one month, as far as they were read a short while ago, or
            anew.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._overviews: dict[str, Reading[Overview]] = {}
        self.family = AskedAhead(self._family)
        self.overview = AskedAhead(self._overview)
        self.fees = AskedAhead(self._fees)
        self.attendance = AskedAhead(self._attendance)

    @property
    def client(self) -> Client:
        """Who is asked. After signing in again it is another one, and what the former was asked is void."""
        return self._client

    @client.setter
    def client(self, client: Client) -> None:
        self.give_up()
        self._client = client

    def give_up(self) -> None:
        """Nobody wants the answers any more that were asked for ahead."""
        for question in (self.family, self.overview, self.fees, self.attendance):
            question.give_up()

    def known_overview(self, contact_id: str) -> Reading[Overview] | None:
        """The last overview of a child in this run; nobody is asked."""
        return self._overviews.get(contact_id)

    def forget_all_but(self, contact_ids: Iterable[str]) -> None:
        """Forget what is known of children who are none of the family any more."""
        kept = set(contact_ids)
        self._overviews = {key: reading for key, reading in self._overviews.items() if key in kept}

    def kept_overview(self, contact_id: str) -> Awaitable[Reading[Overview] | None]:
        """What an earlier run kept of a child; nobody is asked."""
        return self.client.overview.last_known(contact_id)

    def last_viewed(self) -> Awaitable[str | None]:
        """The contact id of the child that was looked at last, in an earlier run."""
        return self.client.overview.last_viewed()

    def note_viewed(self, contact_id: str) -> None:
        """Begin with this child next time."""
        self.client.overview.note_viewed(contact_id)

    def attendance_anew(self, month: Month) -> Awaitable[Reading[Days]]:
        """One child's days at school in one month, as the school tells them now."""
        return self.client.attendance.of(month.contact_id, month.first, month.last, anew=True)

    def _family(self, _: str) -> Awaitable[Reading[Family]]:
        return self.client.children.mine()

    async def _overview(self, contact_id: str) -> Reading[Overview]:
        client = self.client
        reading = await client.overview.of(contact_id)
        if client is self.client:
            self._overviews[contact_id] = reading
        return reading

    def _fees(self, contact_id: str) -> Awaitable[Reading[FeeRecord]]:
        return self.client.fees.of(contact_id)

    def _attendance(self, month: Month) -> Awaitable[Reading[Days]]:
        return self.client.attendance.of(month.contact_id, month.first, month.last)
