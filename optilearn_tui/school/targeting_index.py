"""Who sees what, both ways and at once for a whole school: item → audience, student → items and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.audience import Audience, Reach, audience
from optilearn_tui.school.targeting import Because, Enrolment, Kind, Sight, because, kind_of, on_show

if TYPE_CHECKING:
    from optilearn_tui.school.crowd import Crowd
    from optilearn_tui.school.structure import Structure
    from optilearn_tui.school.targeting import Item


class Coverage(StrEnum):
    """How much of a class an item is for."""

    ALL = "all"
    PART = "part"
    NONE = "none"
    UNKNOWN = "unknown"


class TargetingIndex:
    """The items of a school, each with its audience, and the way from an enrolment to its items.

    Built once from what was read at one moment; a new reading is a new index. Of two items of one kind and id
    the later stands.

    Attributes:
        items: courses and announcements, in the order given.
        structure: the school they are targeted at.
    """

    def __init__(self, items: Iterable[Item], structure: Structure, now: datetime) -> None:
        """Index the items.

        Args:
            items: courses and announcements.
            structure: classes and rosters.
            now: the moment (aware) that says which announcements are published yet.
        """
        by_key = {_key(item): item for item in items}
        self.items: Sequence[Item] = tuple(by_key.values())
        self.structure = structure
        self._audiences = {key: audience(item, structure) for key, item in by_key.items()}
        self._shown = tuple(on_show(item, now) for item in self.items)
        self._unmatched: dict[Enrolment | Unknown | None, tuple[Sight, ...]] = {}
        for usual in (Enrolment("", ""), Enrolment("", None), None):
            self._without_a_match(usual)
        self._by_class = self._targeted(lambda item: item.target_class_ids, Because.CLASS)
        self._by_section = self._targeted(lambda item: item.target_section_ids, Because.SECTION)

    def audience(self, item: Item) -> Audience:
        """Whom an item of this index is for.

        Raises:
            KeyError: the index does not have the item.
        """
        return self._audiences[_key(item)]

    def reaching_nobody(self) -> tuple[Item, ...]:
        """Items that are targeted and certainly reach nobody."""
        return tuple(item for item in self.items if self.audience(item).reach is Reach.NOBODY)

    def overlap(self, first: Item, second: Item) -> Crowd:
        """The students both items are for."""
        return self.audience(first).crowd & self.audience(second).crowd

    def overlaps(self, item: Item) -> tuple[tuple[Item, Crowd], ...]:
        """Every other item that shares a student with this one, or may; most shared students first."""
        own = self.audience(item).crowd
        shared = [
            (other, crowd)
            for other in self.items
            if _key(other) != _key(item) and not (crowd := own & self.audience(other).crowd).empty
        ]
        return tuple(sorted(shared, key=lambda pair: -pair[1].at_least))

    def sights(self, enrolment: Enrolment | Unknown | None) -> tuple[Sight, ...]:
        """Every item as a student with this enrolment meets it (None: not enrolled), in the items' order."""
        answer = list(self._without_a_match(enrolment))
        if isinstance(enrolment, Enrolment):
            # The class comes last: where both lists match, it is the reason.
            for place, sight in self._by_section.get(enrolment.section_id, ()):
                answer[place] = sight
            for place, sight in self._by_class.get(enrolment.class_id, ()):
                answer[place] = sight
        return tuple(answer)

    def coverage(self, item: Item, class_id: str) -> Coverage:
        """How much of a class the item is for, by its sections; their rosters do not matter."""
        if because(item, Enrolment(class_id, None)).matches is True:
            return Coverage.ALL
        sections = self.structure.sections_of(class_id)
        if isinstance(sections, Unknown) and item.target_section_ids:
            return Coverage.UNKNOWN
        seats = sections if isinstance(sections, tuple) and sections else (None,)
        answers = {because(item, Enrolment(class_id, seat)).matches for seat in seats}
        if not answers <= {True, False}:
            return Coverage.UNKNOWN
        if True not in answers:
            return Coverage.NONE
        return Coverage.PART if False in answers else Coverage.ALL

    def _without_a_match(self, enrolment: Enrolment | Unknown | None) -> tuple[Sight, ...]:
        # What a student meets where no list names them depends on what is known of the enrolment, not on
        # where it is. A handful of such answers serve a whole school.
        if isinstance(enrolment, Enrolment):
            enrolment = Enrolment(_elsewhere(enrolment.class_id), _elsewhere(enrolment.section_id))
        if enrolment not in self._unmatched:
            self._unmatched[enrolment] = tuple(
                Sight(item, because(item, enrolment), shown)
                for item, shown in zip(self.items, self._shown, strict=True)
            )
        return self._unmatched[enrolment]

    def _targeted(
        self, targets: Callable[[Item], tuple[str, ...] | Unknown], reason: Because
    ) -> dict[str | Unknown | None, list[tuple[int, Sight]]]:
        found: dict[str | Unknown | None, list[tuple[int, Sight]]] = {}
        for place, (item, shown) in enumerate(zip(self.items, self._shown, strict=True)):
            ids = targets(item)
            if isinstance(ids, tuple) and ids:
                entry = (place, Sight(item, reason, shown))
                for each in set(ids):
                    found.setdefault(each, []).append(entry)
        return found


def _key(item: Item) -> tuple[Kind, str]:
    return kind_of(item), item.id


def _elsewhere(place: str | Unknown | None) -> str | Unknown | None:
    return "" if isinstance(place, str) else place  # identifiers are never empty, so no list names it
