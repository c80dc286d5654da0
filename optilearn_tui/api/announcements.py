"""What is announced beside a course, and at whom it is targeted, as OptiLearn tells it to staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Identifier, Maybe, Moment, Prose, Record, Text
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.reading import Reading


class Announcement(Record, frozen=True):
    """One announcement of a course (PLATFORM.md §6). Target lists as in `catalogue.CatalogueCourse`.

    `published_at` is None for one that is not published. `course_id` need not be on the wire: it is the
    course whose announcements were asked for.
    """

    id: Identifier
    title: Maybe[Text] = LEFT_OUT
    body: Maybe[Prose] = LEFT_OUT
    published_at: Maybe[Moment | None] = LEFT_OUT
    target_class_ids: Maybe[tuple[Identifier, ...]] = LEFT_OUT
    target_section_ids: Maybe[tuple[Identifier, ...]] = LEFT_OUT
    course_id: Maybe[Identifier] = LEFT_OUT


ANNOUNCEMENTS = Endpoint(
    Host.LEARN, "/api/courses/{course_id}/announcements", tuple[Announcement, ...], NO_STORE
)


class Announcements:
    """Asks for announcements. For staff."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of(self, course_id: str) -> Reading[tuple[Announcement, ...]]:
        """What is announced beside a course, in the server's order, each with that course's id.

        Raises:
            UnreadableAnswer: one of them is another course's, or the answer is no list of announcements.
            NotFound: there is no such course.
            Forbidden: it is not open to this person.
            ApiError: it cannot be told.
        """
        reading = await self._calls.lms_fetch(ANNOUNCEMENTS.call(course_id=course_id))
        if any(isinstance(each.course_id, str) and each.course_id != course_id for each in reading.value):
            raise self._calls.mix_up(ANNOUNCEMENTS)
        return reading.map(
            lambda announcements: tuple(
                each.model_copy(update={"course_id": course_id}) for each in announcements
            )
        )
