"""Everything OptiLearn tells of one child in one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.certificates import Certificate
from optilearn_tui.api.children import Child
from optilearn_tui.api.courses import Course
from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.gamification import Gamification
from optilearn_tui.api.grades import Grade
from optilearn_tui.api.live_classes import LiveClasses
from optilearn_tui.api.models import LEFT_OUT, Maybe, Record, Unknown
from optilearn_tui.api.policy import SNAPSHOT
from optilearn_tui.api.tenancy import Host
from optilearn_tui.api.upcoming import Assignment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class Overview(Record, frozen=True):
    """One child's overview (PLATFORM.md §6): a part left out is `Unknown`, an empty one is `()`."""

    child: Maybe[Child] = LEFT_OUT
    courses: Maybe[tuple[Course, ...]] = LEFT_OUT
    recent_grades: Maybe[tuple[Grade, ...]] = LEFT_OUT
    upcoming: Maybe[tuple[Assignment, ...]] = LEFT_OUT
    live_classes: Maybe[LiveClasses] = LEFT_OUT
    gamification: Maybe[Gamification] = LEFT_OUT
    certificates: Maybe[tuple[Certificate, ...]] = LEFT_OUT

    @property
    def is_complete(self) -> bool:
        """Whether the server told every part."""
        return not any(isinstance(getattr(self, part), Unknown) for part in type(self).model_fields)


OVERVIEW = Endpoint(
    Host.LEARN,
    "/api/parent/children/{contact_id}/overview",
    Overview,
    SNAPSHOT,
    is_worth_keeping=lambda overview: overview.is_complete,
)

_VIEWED = "viewed"


class Overviews:
    """Asks for overviews, and knows the last complete one of each child."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of(self, contact_id: str) -> Reading[Overview]:
        """Everything OptiLearn tells of one child.

        Raises:
            UnreadableAnswer: the answer is about another child, or no overview.
            Forbidden, NotFound: this person may not see that child.
            ApiError: any other trouble.
        """
        return await self._calls.lms_fetch(
            OVERVIEW.call(contact_id=contact_id), fits=lambda overview: _is_about(overview, contact_id)
        )

    async def last_known(self, contact_id: str) -> Reading[Overview] | None:
        """The last complete overview of one child, however old; None where none is kept.

        The school is not asked: whoever shows it says its age, and asks.
        """
        return await self._calls.last_known(
            OVERVIEW.call(contact_id=contact_id), fits=lambda overview: _is_about(overview, contact_id)
        )

    async def last_viewed(self) -> str | None:
        """The contact id of the child that was looked at last; None where nobody noted one."""
        place = self._calls.cache.place
        return await place.shelf.note(place.scope, _VIEWED)

    def note_viewed(self, contact_id: str) -> None:
        """Note that this child is looked at, for the next run to begin with."""
        place = self._calls.cache.place
        place.shelf.write_note(place.scope, _VIEWED, contact_id)

    def keep_only(self, contact_ids: Iterable[str]) -> None:
        """Keep no overviews but of these children: whoever is not linked any more is not to be seen."""
        self._calls.cache.drop_other_snapshots(
            OVERVIEW.call(contact_id=contact_id) for contact_id in contact_ids
        )


def _is_about(overview: Overview, contact_id: str) -> bool:
    return not isinstance(overview.child, Child) or overview.child.contact_id == contact_id
