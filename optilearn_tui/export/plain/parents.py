"""A student's parents in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optilearn_tui.api.errors import ApiError
from optilearn_tui.export.plain.facts import Lines, fact, gap, numbered, section
from optilearn_tui.i18n import N_, tr
from optilearn_tui.school.parents import in_contact_order

if TYPE_CHECKING:
    from optilearn_tui.api.models import Unknown
    from optilearn_tui.api.parents import Parent

_RELATIONS = {
    "FATHER": N_("Father"),
    "MOTHER": N_("Mother"),
    "GUARDIAN": N_("Guardian"),
    "OTHER": N_("Other relation"),
}


def parents(told: tuple[Parent, ...] | ApiError) -> Lines:
    """Each parent, whom to call first on top."""
    title = tr("Parents")
    if isinstance(told, ApiError):
        return gap(title, told)
    if not told:
        return section(title, [tr("The school lists no parent of this student.")])
    ordered = enumerate(in_contact_order(told), 1)
    return section(title, [line for place, parent in ordered for line in _parent(parent, place)])


def parent_name(name: str | Unknown) -> str:
    """What a parent is called; "Parent" where the school does not say."""
    return name if isinstance(name, str) and name.strip() else tr("Parent")


def relation_words(relation: str) -> str:
    """How a parent is related; a word this program does not know is given as the school sends it."""
    word = relation.strip().upper()
    return tr(_RELATIONS[word]) if word in _RELATIONS else relation


def _parent(parent: Parent, place: int) -> Lines:
    return [
        numbered(parent_name(parent.name), "", place),
        *([tr("Call first")] if parent.is_primary is True else []),
        fact(tr("Relation"), parent.relation, relation_words),
        fact(tr("Phone"), parent.mobile),
        fact(tr("E-mail"), parent.email),
        fact(tr("Contact id"), parent.parent_contact_id),
    ]
