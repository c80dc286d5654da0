"""What an item is called, whom it reaches, and whether somebody sees it: as staff screens show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.catalogue import CatalogueCourse
from optilearn_tui.api.models import Unknown
from optilearn_tui.i18n import ntr, tr
from optilearn_tui.i18n.numbers import number
from optilearn_tui.school.audience import Audience, Reach
from optilearn_tui.tui.paint import bad, good, quiet, warning
from optilearn_tui.tui.standing import NOT_KNOWN
from optilearn_tui.tui.styled import Styled
from optilearn_tui.wording.places import named

if TYPE_CHECKING:
    from optilearn_tui.school.places import Places
    from optilearn_tui.school.targeting import Item

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


def flags(audience: Audience, places: Places) -> Styled:
    """What is the matter with an item's targets; nothing where all is well."""
    if audience.reach is Reach.NOBODY:
        return bad("! " + tr("nobody"))
    gone = named(places, audience.gone_class_ids, audience.gone_section_ids)
    if gone:
        return warning("! " + tr("gone: {places}", places=gone))
    empty = named(places, audience.empty_class_ids, audience.empty_section_ids)
    if empty:
        return warning("! " + tr("empty: {places}", places=empty))
    return quiet(NOT_KNOWN) if audience.reach is Reach.UNKNOWN else Styled()


def seen_words(visible: bool | Unknown) -> Styled:
    """Whether somebody sees an item: a sign and a word."""
    if isinstance(visible, Unknown):
        return quiet(tr("? not known"))
    return good(tr("✓ yes")) if visible else quiet(tr("✗ no"))


def seen_out(visible: bool | Unknown) -> str | None:
    """The word that leaves the program, the same in every language."""
    if isinstance(visible, Unknown):
        return None
    return "yes" if visible else "no"


def seen_sign(visible: bool | Unknown) -> Styled:
    """The sign alone, where a reason follows."""
    if isinstance(visible, Unknown):
        return quiet(NOT_KNOWN)
    return good("✓") if visible else quiet("✗")


def students_words(count: int) -> str:
    """So many students."""
    return ntr("{n} student", "{n} students", count)
