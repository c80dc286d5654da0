"""Whom one item reaches: its classes, its sections, and how many students that makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from optilearn_tui.api.models import Unknown
from optilearn_tui.school.crowd import UNREAD, Crowd, united
from optilearn_tui.school.targeting import is_targeted

if TYPE_CHECKING:
    from optilearn_tui.school.structure import Structure
    from optilearn_tui.school.targeting import Item


class Reach(StrEnum):
    """How far an item goes, by its targets alone (spelled as in COMMANDS.md)."""

    EVERYONE = "everyone"
    TARGETED = "targeted"
    NOBODY = "nobody"
    """It is targeted, and certainly nobody sits where it is targeted at."""
    UNKNOWN = "unknown"
    """Whether it is targeted is not known."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom an item is for.

    Attributes:
        reach: how far it goes.
        crowd: the students; for an untargeted item everyone who sits in any section.
        class_ids: targeted classes that exist, or may exist.
        section_ids: targeted sections that exist, or may exist.
        gone_class_ids: targeted classes that are in no catalogue any more.
        gone_section_ids: targeted sections that are in no catalogue any more.
        empty_class_ids: targeted classes in which certainly nobody sits.
        empty_section_ids: targeted sections in which certainly nobody sits.
    """

    reach: Reach
    crowd: Crowd
    class_ids: tuple[str, ...] = ()
    section_ids: tuple[str, ...] = ()
    gone_class_ids: tuple[str, ...] = ()
    gone_section_ids: tuple[str, ...] = ()
    empty_class_ids: tuple[str, ...] = ()
    empty_section_ids: tuple[str, ...] = ()

    @property
    def students(self) -> int | Unknown:
        """Head count, each student once; Unknown where a roster, the catalogue or a target list is."""
        return self.crowd.students

    @property
    def at_least(self) -> int:
        """How many students are known to be reached."""
        return self.crowd.at_least

    @property
    def misses(self) -> bool:
        """Whether any of its targets certainly reaches nobody: gone, or empty."""
        return bool(
            self.gone_class_ids or self.gone_section_ids or self.empty_class_ids or self.empty_section_ids
        )


def audience(item: Item, structure: Structure) -> Audience:
    """Whom the item is for in this school."""
    targeted = is_targeted(item)
    if targeted is False:
        return Audience(Reach.EVERYONE, structure.everyone)
    classes = _looked_up(item.target_class_ids, structure.in_class)
    sections = _looked_up(item.target_section_ids, structure.in_section)
    crowd = united((classes.crowd, sections.crowd))
    reach = Reach.NOBODY if crowd.empty else Reach.TARGETED
    return Audience(
        reach=reach if targeted is True else Reach.UNKNOWN,
        crowd=crowd,
        class_ids=classes.found,
        section_ids=sections.found,
        gone_class_ids=classes.gone,
        gone_section_ids=sections.gone,
        empty_class_ids=classes.empty,
        empty_section_ids=sections.empty,
    )


@dataclass(frozen=True, slots=True)
class _Targets:
    crowd: Crowd
    found: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


def _looked_up(ids: tuple[str, ...] | Unknown, find: Callable[[str], Crowd | None]) -> _Targets:
    if isinstance(ids, Unknown):
        return _Targets(UNREAD)
    crowds = {each: find(each) for each in ids}
    found = {each: crowd for each, crowd in crowds.items() if crowd is not None}
    return _Targets(
        crowd=united(found.values()),
        found=tuple(found),
        gone=tuple(each for each in crowds if each not in found),
        empty=tuple(each for each, crowd in found.items() if crowd.empty),
    )
