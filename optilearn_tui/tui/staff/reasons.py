"""Who sees what, and why: the rules of `school.targeting` in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import N_, ntr, tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.audience import Audience, Reach
from optilearn_tui.school.targeting import Because, Sight
from optilearn_tui.tui.paint import bad, good, quiet, warning
from optilearn_tui.tui.staff.places import named
from optilearn_tui.tui.standing import NOT_KNOWN

if TYPE_CHECKING:
    from optilearn_tui.school.places import Places
    from optilearn_tui.school.targeting import Item

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
BESIDE = "└ "
"""Stands before an announcement: it belongs to the course above."""


def title_of(item: Item) -> str:
    """What an item is called; an announcement is told by the sign before it."""
    title = item.title if isinstance(item.title, str) and item.title.strip() else ""
    if isinstance(item, CatalogueCourse):
        return title or tr("Course without a name")
    return BESIDE + (title or tr("Announcement without a title"))


def kind_words(item: Item) -> str:
    """Course or announcement."""
    return tr("Course") if isinstance(item, CatalogueCourse) else tr("Announcement")


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


def targets_words(item: Item, audience: Audience, places: Places) -> str | Unknown:
    """Whom an item is for: `everyone`, or classes and sections."""
    if audience.reach is Reach.EVERYONE:
        return tr("everyone")
    return named(places, item.target_class_ids, item.target_section_ids) or Unknown.LEFT_OUT


def head_count(audience: Audience) -> str:
    """How many students an item is for; at least how many where not all is known."""
    if not isinstance(audience.students, Unknown):
        return number(audience.students)
    return f"≥{number(audience.at_least)}" if audience.at_least else NOT_KNOWN


def flags(audience: Audience, places: Places) -> Content:
    """What is the matter with an item's targets; nothing where all is well."""
    if audience.reach is Reach.NOBODY:
        return bad("! " + tr("nobody"))
    gone = named(places, audience.gone_class_ids, audience.gone_section_ids)
    if gone:
        return warning("! " + tr("gone: {places}", places=gone))
    empty = named(places, audience.empty_class_ids, audience.empty_section_ids)
    if empty:
        return warning("! " + tr("empty: {places}", places=empty))
    return quiet(NOT_KNOWN) if audience.reach is Reach.UNKNOWN else Content()


def seen_words(visible: bool | Unknown) -> Content:
    """Whether somebody sees an item: a sign and a word."""
    if isinstance(visible, Unknown):
        return quiet(tr("? not known"))
    return good(tr("✓ yes")) if visible else quiet(tr("✗ no"))


def seen_out(visible: bool | Unknown) -> str | None:
    """The word that leaves the program, the same in every language."""
    if isinstance(visible, Unknown):
        return None
    return "yes" if visible else "no"


def seen_sign(visible: bool | Unknown) -> Content:
    """The sign alone, where a reason follows."""
    if isinstance(visible, Unknown):
        return quiet(NOT_KNOWN)
    return good("✓") if visible else quiet("✗")


def why(sight: Sight, places: Places) -> str:
    """Why a student sees an item, or does not."""
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


def students_words(count: int) -> str:
    """So many students."""
    return ntr("{n} student", "{n} students", count)
