"""What staff can ask: loaded when it is first asked, so that a parent's evening does not wait for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.announcements import Announcements
    from optilearn_tui.api.calls import Calls
    from optilearn_tui.api.catalogue import Catalogue
    from optilearn_tui.api.classes import Classes
    from optilearn_tui.api.enrollments import Enrollments
    from optilearn_tui.api.parents import Parents
    from optilearn_tui.api.rosters import Rosters


class StaffRoom:
    """The half of a client that is for staff."""

    _calls: Calls

    @cached_property
    def classes(self) -> Classes:
        """Asks for the classes and sections of the institution."""
        from optilearn_tui.api.classes import Classes

        return Classes(self._calls)

    @cached_property
    def rosters(self) -> Rosters:
        """Asks for who sits in a section."""
        from optilearn_tui.api.rosters import Rosters

        return Rosters(self._calls)

    @cached_property
    def parents(self) -> Parents:
        """Asks for a student's parents."""
        from optilearn_tui.api.parents import Parents

        return Parents(self._calls)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Asks for all courses of the institution."""
        from optilearn_tui.api.catalogue import Catalogue

        return Catalogue(self._calls)

    @cached_property
    def announcements(self) -> Announcements:
        """Asks for a course's announcements."""
        from optilearn_tui.api.announcements import Announcements

        return Announcements(self._calls)

    @cached_property
    def enrollments(self) -> Enrollments:
        """Asks for who is enrolled in a course."""
        from optilearn_tui.api.enrollments import Enrollments

        return Enrollments(self._calls)
