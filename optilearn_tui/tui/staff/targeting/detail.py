"""All about one item's audience: for whom it is, how many that makes, and what else they are offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import var
from typing_extensions import override

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.errors import ApiError
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.dates import moment
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.audience import Reach
from optilearn_tui.tui.columns import Lines, broken, prose, spread
from optilearn_tui.tui.facts.facts import Facts
from optilearn_tui.tui.paint import QUIET, WARNING, quiet, strong
from optilearn_tui.tui.panel import Panel
from optilearn_tui.tui.staff.item_words import (
    flags,
    head_count,
    kind_words,
    students_words,
    targets_words,
    title_of,
)
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled
from optilearn_tui.wording.targeting import status_words

if TYPE_CHECKING:
    from optilearn_tui.api.announcements import Announcement
    from optilearn_tui.school.targeting import Item
    from optilearn_tui.school.targeting_index import TargetingIndex
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.standing import Standing

_MOST_OVERLAPS = 12


class ItemDetail(Panel):
    """The item of the cursor, in as full a form as there is room for."""

    facts: ItemFacts

    item: var[Item | None] = var["Item | None"](None)

    def __init__(self, index: Callable[[], TargetingIndex | None], room: Room) -> None:
        """About no item yet; `index` gives who sees what, as far as it is worked out."""
        super().__init__(ItemFacts(index, room))

    def watch_item(self) -> None:
        """Another item."""
        self.facts.item = self.item
        self.scroll_home(animate=False)
        self.redraw()


class ItemFacts(Facts):
    """What there is to say of an item.

    Attributes:
        item: which; None: there is none.
    """

    TITLE: ClassVar[str] = N_("Audience")
    ROOM: ClassVar[str] = "detail"

    def __init__(self, index: Callable[[], TargetingIndex | None], room: Room) -> None:
        """About no item yet; `index` gives who sees what, as far as it is worked out."""
        super().__init__(clock=room.clock, zone=room.zone)
        self.item: Item | None = None
        self._of = index
        self._register = room.register

    @override
    def feeds(self) -> Sequence[Standing]:
        return ()

    @override
    def forms(self, width: int) -> Iterable[Lines]:
        item, index = self.item, self._of()
        if item is None or index is None:
            return [[]]
        return self._forms_of(item, index, width)

    def _forms_of(self, item: Item, index: TargetingIndex, width: int) -> Iterator[Lines]:
        head = [*self._head(item, width), *self._reach(item, index, width)]
        overlaps = list(self._overlaps(item, index, width))
        yield [*head, *self._announced(item, width), Styled(), *self._beside(item, width), *overlaps]
        yield [*head, *self._announced(item, width), *overlaps]

    def _head(self, item: Item, width: int) -> Lines:
        status = status_words(item, self.now)
        words = [kind_words(item), status if isinstance(status, str) else tr("status not known")]
        return [spread(width, strong(title_of(item)), quiet(" · ".join(words)))]

    def _reach(self, item: Item, index: TargetingIndex, width: int) -> Lines:
        audience, places = index.audience(item), self._register.places
        targets = targets_words(item, audience, places)
        named = (
            tr("for whom is not known")
            if isinstance(targets, Unknown)
            else tr("For: {places}", places=targets)
        )
        count = audience.students
        students = students_words(count) if isinstance(count, int) else _at_least(head_count(audience))
        facts = [students]
        if isinstance(item, CatalogueCourse) and isinstance(item.enrolled_count, int):
            facts.append(ntr("{n} enrolled", "{n} enrolled", item.enrolled_count))
        lines = [*prose(width, named), *prose(width, " · ".join(facts))]
        note = flags(audience, places)
        return lines if audience.reach is Reach.UNKNOWN else [*lines, *broken(width, note)]

    def _announced(self, item: Item, width: int) -> Lines:
        if isinstance(item, CatalogueCourse):
            return []
        lines: Lines = []
        if isinstance(item.published_at, datetime):
            lines.append(quiet(moment(item.published_at, self.zone)))
        if isinstance(item.body, str) and item.body.strip():
            lines += [Styled(), *prose(width, item.body)]
        return lines

    def _beside(self, item: Item, width: int) -> Lines:
        """What is announced beside a course."""
        if not isinstance(item, CatalogueCourse):
            return []
        announced = self._register.catalogue.announced.get(item.id)
        if announced is None:
            return [*prose(width, tr("Its announcements are not read yet."), QUIET), Styled()]
        if isinstance(announced, ApiError):
            return [*prose(width, tr("Its announcements are not known."), WARNING), Styled()]
        if not announced:
            return []
        head = prose(width, ntr("{n} announcement:", "{n} announcements:", len(announced)), QUIET)
        lines = (spread(width, Styled("  " + title_of(each)), quiet(self._when(each))) for each in announced)
        return [*head, *lines, Styled()]

    def _when(self, announcement: Announcement) -> str:
        status = status_words(announcement, self.now)
        return status if isinstance(status, str) else NOT_KNOWN

    def _overlaps(self, item: Item, index: TargetingIndex, width: int) -> Iterator[Styled]:
        others = index.overlaps(item)
        if not others:
            yield from prose(width, tr("Shares no student with another item."), QUIET)
            return
        head = ntr("Shares students with {n} item:", "Shares students with {n} items:", len(others))
        yield from prose(width, head, QUIET)
        for other, crowd in others[:_MOST_OVERLAPS]:
            count = number(crowd.at_least) if crowd.whole else f"≥{number(crowd.at_least)}"
            yield spread(width, Styled("  " + title_of(other)), quiet(count))


def _at_least(count: str) -> str:
    return tr("{count} students as far as is known", count=count)
