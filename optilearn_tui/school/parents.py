"""In which order a student's parents are called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optilearn_tui.api.parents import Parent


def in_contact_order(parents: Iterable[Parent]) -> tuple[Parent, ...]:
    """Whom to call first: the primary contact, then the others as the school lists them."""
    return tuple(sorted(parents, key=lambda parent: parent.is_primary is not True))
