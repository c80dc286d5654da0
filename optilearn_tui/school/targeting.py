"""Class targeting: whether one item is for one student, and why (PLATFORM.md §7).

An item is a course or an announcement. Both target lists empty: it is for everyone. Else it is for a student
whose current enrolment is named in either list [A]; where both name it, the class is the reason. A student
without enrolment is only reached by untargeted items [A]. A list that is not known may hold anything, so
without a match in the other one the answer is unknown, never "everyone".

Whom an item is for and whether anyone is shown it yet are two questions. Targeting knows no status: a draft
or archived course has an audience like any other. `on_show` answers the second question, and a student sees
what is both for them and on show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import Unknown

if TYPE_CHECKING:
    from optilearn_tui.api.announcements import Announcement

    Item: TypeAlias = CatalogueCourse | Announcement

_NOT_ON_SHOW = frozenset({"DRAFT", "REVIEW", "ARCHIVED"})


class Kind(StrEnum):
    """What an item is, as COMMANDS.md spells it."""

    COURSE = "course"
    ANNOUNCEMENT = "announcement"


class Because(StrEnum):
    """Why an item is for a student, or is not (spelled as in COMMANDS.md)."""

    UNTARGETED = "untargeted"
    CLASS = "class"
    SECTION = "section"
    NO_MATCH = "no-match"
    NOT_ENROLLED = "not-enrolled"
    UNKNOWN = "unknown"
    """A target list or the enrolment is not known, and what is known does not decide."""

    @property
    def matches(self) -> bool | Unknown:
        """Whether the item is for the student."""
        if self is Because.UNKNOWN:
            return Unknown.LEFT_OUT
        return self in {Because.UNTARGETED, Because.CLASS, Because.SECTION}


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Where a student sits now: the ids of class and section, None where there is really none."""

    class_id: str | Unknown | None
    section_id: str | Unknown | None


NOWHERE = Enrolment(None, None)
"""An enrolment in no class and no section: none at all."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One item as one student meets it.

    Attributes:
        item: the course or announcement.
        because: why it is for the student, or is not.
        on_show: whether anyone is shown it, see `on_show`.
    """

    item: Item
    because: Because
    on_show: bool | Unknown

    @property
    def visible(self) -> bool | Unknown:
        """Whether the student sees the item: it is for them, and it is on show."""
        matches = self.because.matches
        if matches is False or self.on_show is False:
            return False
        return self.on_show if matches is True else matches


def kind_of(item: Item) -> Kind:
    """Course or announcement."""
    return Kind.COURSE if isinstance(item, CatalogueCourse) else Kind.ANNOUNCEMENT


def is_targeted(item: Item) -> bool | Unknown:
    """Whether the item names any class or section; Unknown where what is known of its lists names none."""
    lists = (item.target_class_ids, item.target_section_ids)
    if any(isinstance(each, tuple) and each for each in lists):
        return True
    return next((each for each in lists if isinstance(each, Unknown)), False)


def because(item: Item, enrolment: Enrolment | Unknown | None) -> Because:
    """Why the item is for a student with this enrolment (None: not enrolled), or is not."""
    targeted = is_targeted(item)
    if targeted is False:
        return Because.UNTARGETED
    if enrolment is None or enrolment == NOWHERE:
        return Because.NOT_ENROLLED if targeted is True else Because.UNKNOWN
    if isinstance(enrolment, Unknown):
        return Because.UNKNOWN
    by_class = _names(item.target_class_ids, enrolment.class_id)
    by_section = _names(item.target_section_ids, enrolment.section_id)
    if by_class is True:
        return Because.CLASS
    if by_section is True:
        return Because.SECTION
    # Two lists that do not name the student are no refusal while both may turn out to be empty.
    decided = targeted is True and by_class is False and by_section is False
    return Because.NO_MATCH if decided else Because.UNKNOWN


def on_show(item: Item, now: datetime) -> bool | Unknown:
    """Whether students are shown the item at all, those it is for [A].

    A course once its status is PUBLISHED, and no longer when it is ARCHIVED; an announcement from its moment
    of publication on. Unknown for a status this program does not know.
    """
    if not isinstance(item, CatalogueCourse):
        moment = item.published_at
        return moment <= now if isinstance(moment, datetime) else moment or False
    if isinstance(item.status, Unknown):
        return item.status
    status = item.status.strip().upper()
    if status == "PUBLISHED":
        return True
    return False if status in _NOT_ON_SHOW else Unknown.UNREADABLE


def _names(targets: tuple[str, ...] | Unknown, wanted: str | Unknown | None) -> bool | Unknown:
    if wanted is None or targets == ():
        return False
    if isinstance(targets, Unknown):
        return targets
    return wanted if isinstance(wanted, Unknown) else wanted in targets
