"""The courses an institution offers, and at whom each is targeted, as OptiLearn tells it to staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.endpoint import Endpoint
from optilearn_tui.api.models import LEFT_OUT, Count, Identifier, Maybe, Record, Text
from optilearn_tui.api.paging import PER_PAGE, Page, Pages
from optilearn_tui.api.policy import NO_STORE
from optilearn_tui.api.tenancy import Host

if TYPE_CHECKING:
    from optilearn_tui.api.calls import Calls


class CatalogueCourse(Record, frozen=True):
    """One course of the catalogue (PLATFORM.md §6).

    `status`: `DRAFT`, `REVIEW`, `PUBLISHED` or `ARCHIVED`; open-ended. A target list that is `()` is empty,
    one that is `Unknown` may hold anything: `school.targeting` never takes it for "everyone".
    """

    id: Identifier
    title: Maybe[Text] = LEFT_OUT
    status: Maybe[Text] = LEFT_OUT
    instructor_id: Maybe[Identifier | None] = LEFT_OUT
    target_class_ids: Maybe[tuple[Identifier, ...]] = LEFT_OUT
    target_section_ids: Maybe[tuple[Identifier, ...]] = LEFT_OUT
    enrolled_count: Maybe[Count] = LEFT_OUT


COURSES = Endpoint(Host.LEARN, "/api/courses", tuple[CatalogueCourse, ...], NO_STORE)


class Catalogue:
    """Asks for the catalogue of courses. For staff; parents do not open it (PLATFORM.md §7)."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def courses(self, *, status: str | None = None, search: str | None = None) -> Pages[CatalogueCourse]:
        """Every course, page by page as it is read; nothing is asked before the first page is wanted.

        Args:
            status: only courses of this status.
            search: only courses that the server finds by these words.

        Reading raises Forbidden where the catalogue is not open to this person, and any other ApiError where
        a page cannot be told.
        """
        wanted = {"status": status, "search": search}
        query = {name: value for name, value in wanted.items() if value is not None}

        async def page(number: int) -> Page[CatalogueCourse]:
            place = {"page": str(number), "perPage": str(PER_PAGE)}
            return await self._calls.lms_page(COURSES.call(place | query), key="courses")

        return Pages(page, key=lambda course: course.id)
