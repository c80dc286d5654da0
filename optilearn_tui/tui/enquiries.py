"""What a parent's screens ask a school, always of the present client: another one may follow it."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.client import Client
    from optilearn_tui.api.fees import FeeRecord
    from optilearn_tui.api.overview import Overview
    from optilearn_tui.api.reading import Reading
    from optilearn_tui.tui.family_notice import Family
    from optilearn_tui.tui.panels.attendance import Days, Month


class Enquiries:
    """One method a question; each raises an `ApiError` where there is no answer.

    Overviews that were answered in this run are remembered by child, whoever asked for them. Fees are not:
    they are asked for whenever they are shown (PLATFORM.md §5 row 7, no-store).

    Attributes:
        client: who is asked. After signing in again it is another one.
    """

    def __init__(self, client: Client) -> None:
        self.client = client
        self._overviews: dict[str, Reading[Overview]] = {}

    def family(self, _: str) -> Awaitable[Reading[Family]]:
        """The children of the person who is signed in."""
        return self.client.children.mine()

    async def overview(self, contact_id: str) -> Reading[Overview]:
        """Everything OptiLearn tells of one child."""
        client = self.client
        reading = await client.overview.of(contact_id)
        if client is self.client:
            self._overviews[contact_id] = reading
        return reading

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

    def fees(self, contact_id: str) -> Awaitable[Reading[FeeRecord]]:
        """One child's fee record."""
        return self.client.fees.of(contact_id)

    def attendance(self, month: Month) -> Awaitable[Reading[Days]]:
        """One child's days at school in one month, as far as they were read a short while ago, or anew."""
        return self.client.attendance.of(month.contact_id, month.first, month.last)

    def attendance_anew(self, month: Month) -> Awaitable[Reading[Days]]:
        """One child's days at school in one month, as the school tells them now."""
        return self.client.attendance.of(month.contact_id, month.first, month.last, anew=True)
