"""How far an item is on its way to the students, and why one sees it or does not: in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, tr
from optilearn_tui.school.targeting import Because
from optilearn_tui.wording.places import named

if TYPE_CHECKING:
    from optilearn_tui.school.places import Places
    from optilearn_tui.school.targeting import Item, Sight

_STATUSES = {
    "DRAFT": N_("Draft"),
    "REVIEW": N_("In review"),
    "PUBLISHED": N_("Published"),
    "ARCHIVED": N_("Archived"),
}
_NOT_ON_SHOW = {
    "DRAFT": N_("still a draft"),
    "REVIEW": N_("still in review"),
    "ARCHIVED": N_("archived"),
}


def status_words(item: Item, now: datetime) -> str | Unknown | None:
    """How far an item is on its way to the students."""
    if not isinstance(item, CatalogueCourse):
        if isinstance(item.published_at, Unknown):
            return item.published_at
        if item.published_at is None:
            return tr("Not published")
        return tr("Published") if item.published_at <= now else tr("Planned")
    if isinstance(item.status, Unknown):
        return item.status
    word = item.status.strip().upper()
    return tr(_STATUSES[word]) if word in _STATUSES else item.status


def why(sight: Sight, places: Places) -> str:
    """Why a student sees an item, or does not."""
    if sight.because is Because.UNKNOWN and sight.on_show is False:
        return _obstacle(sight)  # Nobody sees it: for whom it would be does not matter.
    words = _matched(sight, places)
    if sight.because.matches is not True or sight.on_show is True:
        return words
    return tr("{reason}, but {obstacle}", reason=words, obstacle=_obstacle(sight))


def _matched(sight: Sight, places: Places) -> str:
    item = sight.item
    targets = named(places, item.target_class_ids, item.target_section_ids)
    match sight.because:
        case Because.UNTARGETED:
            return tr("for everyone")
        case Because.CLASS:
            return tr("by class, for {places}", places=targets)
        case Because.SECTION:
            return tr("by section, for {places}", places=targets)
        case Because.NO_MATCH:
            return tr("only for {places}", places=targets)
        case Because.NOT_ENROLLED:
            return tr("in no class now; only for {places}", places=targets)
    if isinstance(item.target_class_ids, Unknown) or isinstance(item.target_section_ids, Unknown):
        return tr("the school does not say for whom it is")
    return tr("where the student sits is not known")


def _obstacle(sight: Sight) -> str:
    item = sight.item
    if isinstance(sight.on_show, Unknown):
        return tr("whether it is published is not known")
    if isinstance(item, CatalogueCourse):
        word = item.status.strip().upper() if isinstance(item.status, str) else ""
        return tr(_NOT_ON_SHOW[word]) if word in _NOT_ON_SHOW else tr("not published")
    return tr("not published yet") if isinstance(item.published_at, datetime) else tr("not published")
