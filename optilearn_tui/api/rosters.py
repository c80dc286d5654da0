"""Who sits in a section, as OptiCRM tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text, clean
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading

RollNumber = Annotated[str, Field(coerce_numbers_to_str=True), AfterValidator(clean)]
"""A number as the school writes it, `7`, `007` or `8-B/7`: sent as text or as a number, kept as text."""


class RosterEntry(Record, frozen=True):
    """One student of a section (PLATFORM.md §5 row 6). The contact id names the student everywhere."""

    student_contact_id: Identifier
    name: Maybe[Text] = LEFT_OUT
    roll_number: Maybe[RollNumber | None] = LEFT_OUT


ROSTER = Endpoint(
    Host.TENANT, "/api/lms/sections/{section_id}/students", tuple[RosterEntry, ...], NO_STORE, staff_only=True
)


class Rosters:
    """Asks for rosters. For staff."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of(self, section_id: str) -> Reading[tuple[RosterEntry, ...]]:
        """Who sits in a section now, in the server's order. Never an answer from an earlier question.

        Raises:
            NotFound: there is no such section at this institution.
            ServiceKeyWanted, ServiceKeyRefused, Forbidden: this is not open to who asks.
            ApiError: it cannot be told.
        """
        return await self._calls.lms_fetch(ROSTER.call(section_id=section_id))
