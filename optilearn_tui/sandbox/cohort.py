"""The pupils of a school whose years nobody wrote down: made from their seat, one by one, when asked for.

A seat decides everything: name, family and code. Brothers and sisters sit a fixed stride apart, so that a
family is found from any of its members without looking at anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optilearn_tui.sandbox.household import Household, address
from optilearn_tui.sandbox.people import Parent, Pupil

if TYPE_CHECKING:
    from optilearn_tui.sandbox.prospectus import Prospectus
    from optilearn_tui.sandbox.seating import Seating, Section

_FIRST_CHILD = 3
_ONE_IN = 5
_ONE_IN_WITH_THREE = 15
"""Every fifth seat, from the third, has a family's first child, with a second one a stride further; every
third of those has a third one two strides further. The stride is no multiple of five, so that no two families
meet in a seat."""
_FIRST_CODE = 30
"""Student codes below are those of the pupils in the school's tables."""
_ADDRESS_FROM = 6
"""The class from which pupils have an e-mail address."""


class Cohort:
    """The made-up pupils of a school and their parents."""

    def __init__(self, prospectus: Prospectus, seating: Seating) -> None:
        self._prospectus = prospectus
        self._seating = seating
        stride = max(seating.seats // _ONE_IN, 1)
        self._stride = stride + (stride % _ONE_IN == 0)

    def pupil_ids(self) -> Iterator[str]:
        """The contact ids of all pupils, section by section."""
        return map(self._seating.contact_id, range(self._seating.seats))

    def parent_ids(self) -> Iterator[str]:
        """The contact ids of all parents."""
        for seat in range(self._seating.seats):
            if self._family(seat)[0] == seat:
                yield from (parent.contact_id for parent in self._parents(seat))

    def pupil(self, contact_id: str) -> Pupil | None:
        """The pupil of this contact id."""
        seat = self._seating.seat_of(contact_id)
        return None if seat is None else self._pupil(seat)

    def parent(self, contact_id: str) -> Parent | None:
        """The parent of this contact id, linked to their children."""
        head = self._seating.seat_of(contact_id.rpartition("-")[0])
        parents = () if head is None or self._family(head)[0] != head else self._parents(head)
        return next((parent for parent in parents if parent.contact_id == contact_id), None)

    def parents_of(self, contact_id: str) -> tuple[Parent, ...] | None:
        """Those who bring a pupil up; None where there is no such pupil."""
        seat = self._seating.seat_of(contact_id)
        return None if seat is None else self._parents(self._family(seat)[0])

    def of_section(self, section: Section) -> Iterator[Pupil]:
        """The pupils of one section, in the order of their roll numbers."""
        return map(self._pupil, range(section.first, section.first + section.seats))

    def _family(self, seat: int) -> list[int]:
        """The seats of all children of the family of whoever sits here, the first child's first."""
        for number, one_in in ((0, _ONE_IN), (1, _ONE_IN), (2, _ONE_IN_WITH_THREE)):
            head = seat - number * self._stride
            if head >= 0 and head % one_in == _FIRST_CHILD:
                return self._children(head)
        return [seat]

    def _children(self, head: int) -> list[int]:
        count = 3 if head % _ONE_IN_WITH_THREE == _FIRST_CHILD else 2
        seats = range(head, head + count * self._stride, self._stride)
        return [seat for seat in seats if seat < self._seating.seats]

    def _household(self, family: list[int]) -> Household:
        return Household.of(self._seating.contact_id(family[0]), self._prospectus.hindi)

    def _parents(self, head: int) -> tuple[Parent, ...]:
        family = self._family(head)
        children = tuple(map(self._seating.contact_id, family))
        if children[0] in self._prospectus.without_parents:
            return ()
        return self._household(family).parents(children)

    def _pupil(self, seat: int) -> Pupil:
        section, roll = self._seating.at(seat)
        contact_id = self._seating.contact_id(seat)
        family = self._family(seat)
        household = self._household(family)
        first, last = household.child(family.index(seat), contact_id)
        has_address = int(section.class_name) >= _ADDRESS_FROM
        return Pupil(
            contact_id,
            first[household.script],
            last[household.script],
            self._code(section, roll),
            section.class_name,
            section.name,
            email=address(first, last, contact_id) if has_address else None,
            roll=roll,
        )

    def _code(self, section: Section, roll: int) -> str:
        place, sections = section.place
        number = _FIRST_CODE + (roll - 1) * sections + place + 1
        return f"{self._prospectus.code}-{int(section.class_name):02}{number:02}"
