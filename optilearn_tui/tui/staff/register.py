"""What the screens of the staff room have read of one school, and how it stands; asking is left to them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.signal import Signal

from optilearn_tui.api.errors import ApiError, NotFound
from optilearn_tui.api.models import LEFT_OUT, Unknown
from optilearn_tui.api.reading import Reading
from optilearn_tui.school.places import Places
from optilearn_tui.school.structure import Structure
from optilearn_tui.school.targeting_index import TargetingIndex
from optilearn_tui.tui.feed import Feed

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from optilearn_tui.api.announcements import Announcement
    from optilearn_tui.api.catalogue import CatalogueCourse
    from optilearn_tui.api.classes import SchoolClass
    from optilearn_tui.api.rosters import RosterEntry
    from optilearn_tui.api.sweep import Swept
    from optilearn_tui.school.targeting import Item

Roster = tuple["RosterEntry", ...]
Announced = tuple["Announcement", ...]


class News(StrEnum):
    """What has changed in a register."""

    CLASSES = "classes"
    ROSTERS = "rosters"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The courses of a school, as far as they are read.

    Attributes:
        courses: those that were read, in the server's order.
        at: when the oldest of them was read.
        error: why reading stopped before the end.
        loading: it is being read.
        complete: these are all there are.
        announced: what is announced beside each course, or why that is not known; by course id.
    """

    courses: tuple[CatalogueCourse, ...] = ()
    at: datetime | None = None
    error: ApiError | None = None
    loading: bool = False
    complete: bool = False
    announced: dict[str, Announced | ApiError] = field(default_factory=dict)

    @property
    def saved(self) -> bool:
        """Never kept from earlier: it is read in every run."""
        return False

    @property
    def items(self) -> tuple[Item, ...]:
        """Every course, and behind it what is announced beside it."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        for course in self.courses:
            yield course
            announced = self.announced.get(course.id, ())
            if isinstance(announced, tuple):
                yield from announced

    @property
    def unread(self) -> tuple[str, ...]:
        """The ids of courses whose announcements were not read."""
        return tuple(
            course.id for course in self.courses if not isinstance(self.announced.get(course.id), tuple)
        )


class Register:
    """Classes, rosters, courses and announcements of one school: one memory for all staff screens.

    Rosters in it serve counts, searching and targeting, each with the time of its reading; a roster that is
    looked at is always asked for anew. Whoever shows a part of it follows `changed`.
    """

    def __init__(self, owner: DOMNode) -> None:
        """Empty; `owner` is the screen whose end is the register's."""
        self.changed: Signal[News] = Signal(owner, "register")
        self.classes: Feed[tuple[SchoolClass, ...]] = Feed()
        self.places = Places()
        self.catalogue = Catalogue()
        self._rosters: dict[str, Reading[Roster] | ApiError] = {}
        self._stale: set[str] = set()
        self._structure: Structure | None = None
        self._index: TargetingIndex | None = None

    # What comes in.

    def take_classes(self, feed: Feed[tuple[SchoolClass, ...]]) -> None:
        """The catalogue of classes as it is known now."""
        self.classes = feed
        self.places = Places(feed.reading.value if feed.reading else ())
        self._told(News.CLASSES)

    def take_rosters(self, swept: Iterable[Swept[str, Roster]]) -> None:
        """What became of the questions about some sections. An older answer outlives a newer failure."""
        for each in swept:
            self._stale.discard(each.key)
            former = self._rosters.get(each.key)
            if isinstance(each.outcome, Reading) or not isinstance(former, Reading):
                self._rosters[each.key] = each.outcome
            if isinstance(each.outcome, NotFound):
                self._rosters[each.key] = each.outcome
        self._told(News.ROSTERS)

    def take_catalogue(self, catalogue: Catalogue) -> None:
        """The courses, as far as they are read now."""
        self.catalogue = catalogue
        self._told(News.ITEMS)

    def take_announcements(self, swept: Iterable[Swept[str, Announced]]) -> None:
        """What became of the questions about some courses' announcements."""
        announced = dict(self.catalogue.announced)
        for each in swept:
            if isinstance(each.outcome, Reading):
                announced[each.key] = each.outcome.value
            elif not isinstance(announced.get(each.key), tuple):
                announced[each.key] = each.outcome
        self.take_catalogue(replace(self.catalogue, announced=announced))

    def renew_rosters(self) -> None:
        """All rosters are to be read anew; what they say stays until then."""
        self._stale = set(self._rosters)

    def _told(self, news: News) -> None:
        if news is not News.ITEMS:
            self._structure = None
        self._index = None
        self.changed.publish(news)

    # What is known.

    def roster(self, section_id: str) -> Reading[Roster] | ApiError | None:
        """A section's roster as it was read for counting, or why it could not be; None: not asked yet."""
        return self._rosters.get(section_id)

    def count(self, section_id: str) -> int | Unknown | None:
        """How many sit in a section; Unknown where that could not be read, None where nobody asked yet."""
        roster = self._rosters.get(section_id)
        if isinstance(roster, Reading):
            return len(roster.value)
        return None if roster is None else LEFT_OUT

    def count_of_class(self, class_id: str) -> int | Unknown | None:
        """How many sit in a class, each once; known only when every section of it is."""
        students: set[str] = set()
        for section_id in self.places.sections_of(class_id):
            roster = self._rosters.get(section_id)
            if not isinstance(roster, Reading):
                return None if roster is None else LEFT_OUT
            students.update(entry.student_contact_id for entry in roster.value)
        return len(students)

    @property
    def unread_sections(self) -> tuple[str, ...]:
        """The sections whose rosters were not read, or are to be read anew."""
        return tuple(
            each
            for each in self.places.section_ids
            if each in self._stale or not isinstance(self._rosters.get(each), Reading)
        )

    @property
    def rosters_at(self) -> datetime | None:
        """When the oldest roster was read."""
        return min((each.at for each in self._rosters.values() if isinstance(each, Reading)), default=None)

    @property
    def entries(self) -> Sequence[tuple[str, RosterEntry]]:
        """Every student of every roster that was read, with the section's id, in the catalogue's order."""
        return [
            (section_id, entry)
            for section_id in self.places.section_ids
            if isinstance(roster := self._rosters.get(section_id), Reading)
            for entry in roster.value
        ]

    @property
    def structure(self) -> Structure:
        """The school as the targeting rules want it."""
        if self._structure is None:
            classes = self.classes.reading.value if self.classes.reading else LEFT_OUT
            rosters = {
                section_id: LEFT_OUT if isinstance(roster, ApiError) else roster.value
                for section_id, roster in self._rosters.items()
                if not isinstance(roster, NotFound)
            }
            self._structure = Structure(classes, rosters)
        return self._structure

    async def index(self, now: datetime) -> TargetingIndex:
        """Who sees what, of everything that is read. Worked out in a thread: it takes a moment."""
        while self._index is None:
            structure, items = self.structure, self.catalogue.items
            index = await asyncio.to_thread(TargetingIndex, items, structure, now)
            if structure is self._structure and items == self.catalogue.items:
                self._index = index
        return self._index
