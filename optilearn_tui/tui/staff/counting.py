"""Counting who sits where: everybody in a small school, class by class in a large one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.i18n import tr

if TYPE_CHECKING:
    from optilearn_tui.tui.staff.errand import Errand
    from optilearn_tui.tui.staff.room import Room

MOST_SECTIONS = 60
"""Of more sections than this only those of classes that are looked at are counted by themselves."""


class Counting:
    """Reads rosters into the register, so that sections and classes have counts."""

    def __init__(self, room: Room, errand: Errand) -> None:
        self._room = room
        self._errand = errand

    @property
    def may_go_on(self) -> bool:
        """Whether there is something left to count, and nobody is counting."""
        return bool(self._room.register.unread_sections) and self._errand.progress is None

    def some(self) -> None:
        """Count everybody, unless there are very many sections."""
        if not self._is_large:
            self.all()

    def all(self) -> None:
        """Count everybody who is not counted yet."""
        self._count(self._room.register.unread_sections)

    def of_class(self, class_id: str) -> None:
        """Count those in one class of a large school; a small one is counted already."""
        register = self._room.register
        own = register.places.sections_of(class_id)
        if self._is_large and self._errand.progress is None:
            self._count(tuple(each for each in own if register.count(each) is None))

    @property
    def _is_large(self) -> bool:
        return len(self._room.register.places.section_ids) > MOST_SECTIONS

    def _count(self, section_ids: tuple[str, ...]) -> None:
        if section_ids:
            self._errand.sweep(
                lambda: tr("Counting students"),
                section_ids,
                self._room.client.rosters.of,
                self._room.register.take_rosters,
            )
