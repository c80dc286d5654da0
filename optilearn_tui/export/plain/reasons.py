"""What an item is called, how far it is on its way, and why a student sees it or does not: in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import Unknown
from optilearn_tui.export.plain.places import named
from optilearn_tui.i18n import N_, tr
from optilearn_tui.school.targeting import Because, is_targeted

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


def title_of(item: Item, courses: Mapping[str, str]) -> str:
    """What an item is and what it is called; behind an announcement the course that it is beside.

    Args:
        item: the course or announcement.
        courses: titles of courses by id.
    """
    title = item.title if isinstance(item.title, str) and item.title.strip() else tr("without a title")
    if isinstance(item, CatalogueCourse):
        return tr("{label}: {value}", label=tr("Course"), value=title)
    beside = courses.get(item.course_id) if isinstance(item.course_id, str) else None
    words = tr("{title} ({course})", title=title, course=beside) if beside else title
    return tr("{label}: {value}", label=tr("Announcement"), value=words)


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
        return _obstacle(sight)
    words = _matched(sight, places)
    if sight.because.matches is not True or sight.on_show is True:
        return words
    return tr("{reason}, but {obstacle}", reason=words, obstacle=_obstacle(sight))


def _matched(sight: Sight, places: Places) -> str:
    targets = named(places, sight.item.target_class_ids, sight.item.target_section_ids)
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
    if isinstance(is_targeted(sight.item), Unknown):
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
