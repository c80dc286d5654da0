"""A table about the students of one section, whose roster is asked for anew each time it is looked at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from optilearn_tui.i18n import tr
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.question import Question
from optilearn_tui.tui.staff.table_pane import TablePane

if TYPE_CHECKING:
    from textual.timer import Timer

    from optilearn_tui.api.reading import Reading
    from optilearn_tui.tui.staff.errand import Errand
    from optilearn_tui.tui.staff.register import Roster
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.staff.staff_table import StaffTable

R = TypeVar("R")

MOST_DETAILS = 200
"""Students: of more of them records and parents are only read when somebody asks for it."""
_PASSING = 0.12
"""Seconds on a section before it is asked about: who passes by on the way down asks nothing."""


class SectionPane(TablePane[R], Generic[R]):
    """Who sits in a section now. Another section blanks it at once; late answers are dropped.

    Attributes:
        section_id: whose roster it is about; None: no section's.
    """

    def __init__(
        self,
        room: Room,
        details_errand: Errand,
        table: StaffTable[R],
        *,
        prompt: Callable[[], str],
        file_name: Callable[[], str],
        usual: Callable[[int], Sequence[str]],
        name: str,
    ) -> None:
        """A table of no section yet.

        Args:
            room: the staff room.
            details_errand: reads what the roster does not say; it stops when another section is looked at.
            table: what the students are shown in.
            prompt: what can be typed into the filter.
            file_name: what a file with these rows is called.
            usual: names of the columns shown in so many cells, until somebody chooses others.
            name: the widget's id, and what its question is called.
        """
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=self._title_of,
            prompt=prompt,
            file_name=file_name,
            usual=usual,
            id=name,
        )
        self.section_id: str | None = None
        self._room = room
        self._errand = details_errand
        self._feed: Feed[Roster] = Feed()
        self._timer: Timer | None = None
        self._question: Question[str, Roster] = Question(
            self, self._ask, self._hear, rhythm=room.rhythm, clock=room.clock, name=name
        )

    def forget(self) -> None:
        """Forget what was read beside the roster: it is of another section."""
        raise NotImplementedError

    def take(self, feed: Feed[Roster]) -> None:
        """Show the roster as far as it is known now."""
        raise NotImplementedError

    def go_into(self, reading: Reading[Roster]) -> None:
        """Read what a roster that has just come does not say."""
        raise NotImplementedError

    def look_at(self, section_id: str | None) -> None:
        """Show the students of another section; None: of none."""
        if section_id == self.section_id:
            return
        self.section_id = section_id
        self._errand.stop()
        self.table.let_go()
        self.forget()
        self._question.about(None)
        self._hear(Feed(section_id, loading=section_id is not None))
        if self._timer is not None:
            self._timer.stop()
        if section_id is not None:
            self._timer = self.set_timer(_PASSING, self.begin)

    def begin(self) -> None:
        """Ask about the section now."""
        if self.section_id is not None:
            self._question.about(self.section_id)

    def again(self) -> None:
        """Ask anew who sits here; what is known stays until then."""
        self._question.again()

    def _ask(self, section_id: str) -> Awaitable[Reading[Roster]]:
        return self._room.client.rosters.of(section_id)

    def _hear(self, feed: Feed[Roster]) -> None:
        is_new = feed.reading is not None and feed.reading is not self._feed.reading
        self._feed = feed
        self.take(feed)
        if is_new and feed.reading is not None:
            self.go_into(feed.reading)

    # Words.

    def _place(self) -> str:
        return self._room.register.places.of_section(self.section_id or "")

    def _title_of(self) -> str:
        return tr("Students of {section}", section=self._place()) if self.section_id else tr("Students")

    def _empty(self) -> str:
        """What stands in the place of no rows: nobody sits here, or nothing yet is known."""
        return tr("Nobody sits in {section}.", section=self._place()) if self._feed.reading else ""
