"""Courses and announcements with whom each is for, how many that makes, and what is the matter with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.targeting import Sight, because, kind_of, on_show
from optilearn_tui.tui.feed import Feed
from optilearn_tui.tui.staff.item_words import (
    flags,
    head_count,
    kind_words,
    seen_out,
    seen_sign,
    targets_words,
    title_of,
)
from optilearn_tui.tui.staff.sheet import SignColumn
from optilearn_tui.tui.staff.staff_table import StaffTable
from optilearn_tui.tui.staff.table_pane import TablePane
from optilearn_tui.tui.staff.unread import written
from optilearn_tui.tui.table_columns import Column
from optilearn_tui.wording.targeting import status_words

if TYPE_CHECKING:
    from optilearn_tui.school.targeting import Item
    from optilearn_tui.school.targeting_index import TargetingIndex
    from optilearn_tui.tui.staff.register import Register
    from optilearn_tui.tui.staff.room import Room
    from optilearn_tui.tui.standing import Standing
    from optilearn_tui.tui.styled import Styled

_NARROW, _ROOMY = 84, 112


class ItemsPane(TablePane["Item"]):
    """Every item of the school. With a section in mind, one column says whether that section sees it."""

    def __init__(
        self, room: Room, index: Callable[[], TargetingIndex | None], section_id: str | None
    ) -> None:
        """A table of the items in `index`, for somebody who has `section_id` in mind."""
        self._room = room
        self._of = index
        self.section_id = section_id
        table = StaffTable["Item"](
            (*self._columns(), *(self._columns_of_section() if section_id else ())),
            key=lambda item: (kind_of(item), item.id),
            search=self._text_of,
            empty=lambda: tr("The school offers no course."),
            no_match=lambda: tr("Nothing is called that."),
        )
        here = ("here",) if section_id else ()
        super().__init__(
            table,
            clock=room.clock,
            zone=room.zone,
            title=lambda: tr("Courses and announcements"),
            prompt=lambda: tr("Course, announcement, class or section"),
            file_name=lambda: "targeting",
            usual=lambda width: (
                "item",
                *here,
                "for",
                "students",
                *(("enrolled",) if width >= _NARROW else ()),
                *(("kind",) if width >= _ROOMY else ()),
                *(("status",) if width >= _NARROW else ()),
                "note",
            ),
        )

    def look(self) -> None:
        """Show the items as they are known now."""
        index = self._of()
        self.show(index.items if index is not None else (), feeds_of(self._room.register, index))

    def _text_of(self, item: Item) -> str:
        return f"{title_of(item)} {kind_words(item)} {self._for(item)}"

    def _for(self, item: Item) -> str:
        index = self._of()
        words = targets_words(item, index.audience(item), self._room.register.places) if index else ""
        return words if isinstance(words, str) else ""

    def _here(self, item: Item) -> bool | Unknown:
        enrolment = self._room.register.structure.enrolment_in(self.section_id or "")
        return Sight(item, because(item, enrolment), on_show(item, self._room.clock())).visible

    def _note(self, item: Item) -> str | Styled:
        index = self._of()
        return flags(index.audience(item), self._room.register.places) if index else ""

    def _students(self, item: Item) -> int | Unknown:
        index = self._of()
        return index.audience(item).students if index else Unknown.LEFT_OUT

    def _head_count(self, item: Item) -> str:
        index = self._of()
        return head_count(index.audience(item)) if index else ""

    def _columns_of_section(self) -> Sequence[Column[Item]]:
        return (
            SignColumn(
                "here",
                lambda: self._room.register.places.of_section(self.section_id or ""),
                lambda item: seen_sign(self._here(item)),
                least=5,
                sort=lambda item: _place(self._here(item)),
                out=lambda item: seen_out(self._here(item)),
            ),
        )

    def _columns(self) -> Sequence[Column[Item]]:
        return (
            Column("item", lambda: tr("Item"), title_of, least=20, most=56, share=4),
            Column("for", lambda: tr("For"), self._for, least=14, most=40, share=2),
            Column(
                "students",
                lambda: tr("Students"),
                self._head_count,
                least=6,
                right=True,
                sort=self._students,
            ),
            Column(
                "enrolled",
                lambda: tr("Enrolled"),
                lambda item: written(_number(_enrolled(item))),
                least=6,
                right=True,
                sort=_enrolled,
            ),
            Column("kind", lambda: tr("Kind"), kind_words, least=12),
            Column(
                "status",
                lambda: tr("Status"),
                lambda item: written(status_words(item, self._room.clock())),
                least=10,
            ),
            Column("note", lambda: tr("Note"), self._note, least=12, most=40, share=1),
        )

    @override
    def retranslate(self) -> None:
        self.look()


def feeds_of(register: Register, index: TargetingIndex | None) -> Sequence[Standing]:
    """How the items stand: on their way until who sees what is worked out, unless they cannot be had."""
    catalogue = register.catalogue
    if index is not None and index.items:
        return catalogue, register.classes
    known = catalogue.error is not None or (index is not None and catalogue.complete)
    return (catalogue,) if known else (Feed[object](loading=True),)


def _place(visible: bool | Unknown) -> int | Unknown:
    if isinstance(visible, Unknown):
        return visible
    return 0 if visible else 1


def _enrolled(item: Item) -> int | Unknown | None:
    return item.enrolled_count if isinstance(item, CatalogueCourse) else None


def _number(count: int | Unknown | None) -> str | Unknown | None:
    return number(count) if isinstance(count, int) else count
