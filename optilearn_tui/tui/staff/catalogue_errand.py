"""Reading the courses of a school and what is announced beside them, for whichever screen wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from optilearn_tui.i18n import tr
from optilearn_tui.tui.staff.register import Catalogue

if TYPE_CHECKING:
    from optilearn_tui.api.catalogue import CatalogueCourse
    from optilearn_tui.api.errors import ApiError
    from optilearn_tui.tui.staff.errand import Errand
    from optilearn_tui.tui.staff.room import Room

MOST_COURSES = 200
"""Announcements are asked for course by course: of more courses only when somebody wants them."""


class CatalogueErrand:
    """Fills the catalogue of the register. What another screen read already is not read again."""

    def __init__(self, room: Room, errand: Errand) -> None:
        self._room = room
        self._errand = errand

    def want(self) -> None:
        """Read what is not read yet."""
        if not self._room.register.catalogue.complete:
            self.again()
        else:
            self._want_announcements()

    def again(self) -> None:
        """Read everything anew; what is known stays until then."""
        register = self._room.register
        register.take_catalogue(replace(register.catalogue, loading=True))
        read: list[CatalogueCourse] = []
        pages = self._room.client.catalogue.courses()
        # Until there is something else to show, what comes in is shown as it comes.
        is_first = not register.catalogue.courses

        def hear(courses: Sequence[CatalogueCourse]) -> None:
            read.extend(courses)
            if is_first:
                register.take_catalogue(Catalogue(tuple(read), pages.at, loading=True))

        def then(error: ApiError | None) -> None:
            if error is not None and not is_first:
                register.take_catalogue(replace(register.catalogue, error=error, loading=False))
                return
            register.take_catalogue(Catalogue(tuple(read), pages.at, error, complete=pages.complete))
            self._want_announcements()

        self._errand.read(lambda: tr("Reading courses"), pages, hear, then)

    def all_announcements(self) -> None:
        """Read the announcements of every course, however many there are."""
        room, register = self._room, self._room.register
        self._errand.sweep(
            lambda: tr("Reading announcements"),
            register.catalogue.unread,
            room.client.announcements.of,
            register.take_announcements,
        )

    def stopped(self) -> None:
        """Somebody stopped the reading: what was read so far is shown as it is."""
        catalogue = self._room.register.catalogue
        if catalogue.loading:
            self._room.register.take_catalogue(replace(catalogue, loading=False))

    def _want_announcements(self) -> None:
        if 0 < len(self._room.register.catalogue.unread) <= MOST_COURSES:
            self.all_announcements()
