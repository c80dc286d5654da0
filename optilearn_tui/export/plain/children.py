"""The children of a parent in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optilearn_tui.export.plain.facts import Lines, fact, section, text_of
from optilearn_tui.i18n import ntr, tr

if TYPE_CHECKING:
    from optilearn_tui.api.children import Child


def children(every: Sequence[Child]) -> str:
    """The children in the order given, a few lines each."""
    if not every:
        return text_of([[tr("No child is linked to this account.")]])
    return text_of([[ntr("{n} child", "{n} children", len(every))], *(_child(child) for child in every)])


def name_of(child: Child) -> str:
    """What a child is called; "Student" where the school does not say (PLATFORM.md §5)."""
    return child.name if isinstance(child.name, str) and child.name.strip() else tr("Student")


def place_of(child: Child) -> Lines:
    """Class and section, a line each."""
    return [fact(tr("Class"), child.class_name), fact(tr("Section"), child.section)]


def _child(child: Child) -> Lines:
    primary = [tr("Primary child")] if child.is_primary is True else []
    return section(
        name_of(child),
        [
            *primary,
            *place_of(child),
            fact(tr("Student code"), child.student_code),
            fact(tr("Contact id"), child.contact_id),
        ],
    )
