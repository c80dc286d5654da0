"""The classes of an institution and their sections, as OptiCRM's catalogue tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Record, Text, clean
from optilearn_tui.api.policy import REUSE_600
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading

SchoolYear = Annotated[str, Field(coerce_numbers_to_str=True), AfterValidator(clean)]
"""A year as the school writes it, `2026-27` or `2026`: sent as text or as a number."""


class Section(Record, frozen=True):
    """One section of a class: the students who sit together."""

    id: Identifier
    name: Maybe[Text] = LEFT_OUT


class SchoolClass(Record, frozen=True):
    """One class of one year with its sections (PLATFORM.md §5 row 5)."""

    id: Identifier
    name: Maybe[Text] = LEFT_OUT
    year: Maybe[SchoolYear | None] = LEFT_OUT
    sections: Maybe[tuple[Section, ...]] = LEFT_OUT


CLASSES = Endpoint(Host.TENANT, "/api/lms/classes", tuple[SchoolClass, ...], REUSE_600, staff_only=True)


class Classes:
    """Asks for the catalogue of classes. For staff."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def all(
        self, year_id: str | None = None, *, anew: bool = False
    ) -> Reading[tuple[SchoolClass, ...]]:
        """Every class with its sections, in the server's order.

        Args:
            year_id: of which school year; None leaves it to the server, which takes the current one.
            anew: ask the school, whatever is kept.

        Raises:
            ServiceKeyWanted, ServiceKeyRefused, Forbidden: this is not open to who asks.
            ApiError: it cannot be told.
        """
        query = None if year_id is None else {"yearId": year_id}
        return await self._calls.lms_fetch(CLASSES.call(query), anew=anew)
