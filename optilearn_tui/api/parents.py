"""A student's parents, as OptiCRM tells them to staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class Parent(Record, frozen=True):
    """One parent or guardian of a student, and how to reach them (PLATFORM.md §5 row 3).

    `relation`: `FATHER`, `MOTHER`, `GUARDIAN` or `OTHER`; open-ended. `is_primary` marks whom to call first.
    """

    parent_contact_id: Identifier
    email: Maybe[Text | None] = LEFT_OUT
    name: Maybe[Text] = LEFT_OUT
    relation: Maybe[Text | None] = LEFT_OUT
    mobile: Maybe[Text | None] = LEFT_OUT
    is_primary: Maybe[bool] = LEFT_OUT


PARENTS = Endpoint(
    Host.TENANT, "/api/lms/student/{contact_id}/parents", tuple[Parent, ...], NO_STORE, staff_only=True
)


class Parents:
    """Asks for students' parents. For staff."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of(self, contact_id: str) -> Reading[tuple[Parent, ...]]:
        """The parents and guardians of a student, in the server's order.

        Raises:
            NotFound: there is no such student at this institution.
            ServiceKeyWanted, ServiceKeyRefused, Forbidden: this is not open to who asks.
            ApiError: it cannot be told.
        """
        return await self._calls.lms_fetch(PARENTS.call(contact_id=contact_id))
