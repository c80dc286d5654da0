"""What a parent's screens ask a school, always of the present client: another one may follow it."""

from __future__ import annotations

from collections.abc import Awaitable
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

    Attributes:
        client: who is asked. After signing in again it is another one.
    """

    def __init__(self, client: Client) -> None:
        self.client = client

    def family(self, _: str) -> Awaitable[Reading[Family]]:
        """The children of the person who is signed in."""
        return self.client.children.mine()

    def overview(self, contact_id: str) -> Awaitable[Reading[Overview]]:
        """Everything OptiLearn tells of one child."""
        return self.client.overview.of(contact_id)

    def fees(self, contact_id: str) -> Awaitable[Reading[FeeRecord]]:
        """One child's fee record."""
        return self.client.fees.of(contact_id)

    def attendance(self, month: Month) -> Awaitable[Reading[Days]]:
        """One child's days at school in one month."""
        return self.client.attendance.of(month.contact_id, month.first, month.last)
