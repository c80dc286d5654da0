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
from optilearn_tui.api.models import LEFT_OUT, Maybe, Record
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host
from optilearn_tui.api.upcoming import Assignment

if TYPE_CHECKING:
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


OVERVIEW = Endpoint(Host.LEARN, "/api/parent/children/{contact_id}/overview", Overview, NO_STORE)


class Overviews:
    """Asks for overviews."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of(self, contact_id: str) -> Reading[Overview]:
        """Everything OptiLearn tells of one child.

        Raises:
            UnreadableAnswer: the answer is about another child, or no overview.
            Forbidden, NotFound: this person may not see that child.
            ApiError: any other trouble.
        """
        reading = await self._calls.lms_fetch(OVERVIEW.call(contact_id=contact_id))
        child = reading.value.child
        if isinstance(child, Child) and child.contact_id != contact_id:
            raise self._calls.mix_up(OVERVIEW)
        return reading
