"""Who is enrolled in a course, and how far they are, as OptiLearn tells it to staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Moment, Record, Text
from optilearn_tui.api.paging import PER_PAGE, Page, Pages
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls


class Enrollment(Record, frozen=True):
    """One student in one course (PLATFORM.md §6). `progress` and `final_score` are in percent, 0 to 100."""

    student_contact_id: Identifier
    progress: Maybe[float] = LEFT_OUT
    status: Maybe[Text] = LEFT_OUT
    last_accessed_at: Maybe[Moment | None] = LEFT_OUT
    final_score: Maybe[float | None] = LEFT_OUT


ENROLLMENTS = Endpoint(Host.LEARN, "/api/courses/{course_id}/enrollments", tuple[Enrollment, ...], NO_STORE)


class Enrollments:
    """Asks who is enrolled. For staff."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def of(self, course_id: str) -> Pages[Enrollment]:
        """Everybody who is enrolled in a course, page by page as it is read.

        Reading raises NotFound where there is no such course, Forbidden where it is not open to this person,
        and any other ApiError where a page cannot be told.
        """

        async def page(number: int) -> Page[Enrollment]:
            place = {"page": str(number), "perPage": str(PER_PAGE)}
            return await self._calls.lms_page(ENROLLMENTS.call(place, course_id=course_id), key="enrollments")

        return Pages(page, key=lambda enrollment: enrollment.student_contact_id)
